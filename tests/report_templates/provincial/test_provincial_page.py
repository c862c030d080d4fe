"""The offline page: every sentence opens onto its quotes, nothing comes from or goes to the network."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html
from report_warehouse import AS_OF, factory

from report_templates.provincial.charts import Bar, horizontal, vertical
from report_templates.provincial.data import load
from report_templates.provincial.page import render_page


def rendered(con) -> str:
    return render_page(con, load(con, factory.CAMPAIGN), AS_OF).decode()


@pytest.fixture(scope="module")
def text(province_con):
    return rendered(province_con)


@pytest.fixture(scope="module")
def tree(text):
    return html.document_fromstring(text)


def test_nothing_is_loaded_from_elsewhere(text, tree):
    assert not re.search(r"(?:src|href)=[\"'](?!#)", text)
    assert "@import" not in text
    assert "url(http" not in text
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    script = tree.xpath("//script/text()")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_every_sentence_of_the_report_opens_onto_its_quotes(province_con, tree):
    report = load(province_con, factory.CAMPAIGN)
    for part in report.parts:
        for one in part.shown():
            (found,) = tree.xpath(f"//details[@id='c-{one.id}']")
            assert found.findtext("summary") == one.text
            quotes = [quote.text for quote in found.iterfind(".//q")]
            assert quotes == [source.quote for source in one.sources if source.quote][:40]


def test_the_matrix_says_in_words_what_its_symbols_mean(tree):
    table = tree.xpath("//div[@class='ma-tran']//table")[0]
    assert len(table.xpath(".//tbody/tr")) == 14
    row = next(row for row in table.xpath(".//tbody/tr") if row.findtext("th") == "Thuế tỉnh")
    heads = [cell.text_content() for cell in table.xpath(".//thead//th")]
    cell = row.xpath("./*")[heads.index("II.3")]
    assert "chưa thấy" in cell.text_content()


def test_labels_and_headings_for_keyboard_and_screen_readers(tree):
    assert tree.xpath("//label[@for='tim']") and tree.xpath("//input[@id='tim']")
    assert tree.xpath("//html/@lang") == ["vi"]
    for area in tree.xpath("//*[contains(@class, 'scroll') or contains(@class, 'ma-tran')]"):
        assert area.get("tabindex") == "0" and area.get("aria-label")
    for chart in tree.xpath("//svg[not(@aria-hidden)]"):
        assert chart.get("role") == "img" and chart.get("aria-label")


def test_hostile_text_is_shown_not_run(hostile_con):
    page = rendered(hostile_con)
    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "=Sở &lt;b&gt;Tư&lt;/b&gt;" in page
    assert "{{ 7*7 }}" in page


def test_the_same_bytes_again(province_con, text):
    assert rendered(province_con) == text


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    lin = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def test_contrast_is_at_least_aa(text):
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", text))
    for ink in ("ink", "soft", "accent", "link"):
        for ground in ("paper", "ground"):
            bright, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_charts_write_out_values_and_escape_labels():
    drawn = str(horizontal([Bar("<b>A & B</b>", 3)], "biểu đồ"))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in drawn
    assert ">3</b>" in drawn
    columns = str(vertical([Bar("01/5", 4, 1), Bar("02/5", 0)], "theo ngày"))
    assert "url(#gach)" in columns
    assert horizontal([], "rỗng") == vertical([], "rỗng") == ""
