"""The page of checks: every check counted once, nothing loaded, nothing obeyed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from letters_factory import AS_OF, CAMPAIGN

from report_templates import quality


def add(made, expectation, suite="content", **values):
    row = {
        "run_id": "r1",
        "suite": suite,
        "expectation": expectation,
        "campaign_id": CAMPAIGN,
        "success": True,
        "severity": "error",
        "checked": 10,
        "failed": 0,
        "unjudged": 0,
        "description": f"Mô tả của {expectation}",
    }
    made.add("expectation_result", **(row | values))


def page(made, folder):
    (file,) = quality.write(made.con, "r1", folder, AS_OF)
    assert file == folder / "index.html"
    return file.read_text("utf-8")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "passed"),
        ({"success": False, "failed": 2}, "failed"),
        ({"success": True, "failed": 2}, "failed"),
        ({"success": False, "failed": 0}, "failed"),
        ({"success": None}, "unjudged"),
        ({"success": True, "checked": 4, "unjudged": 4}, "unjudged"),
        ({"success": True, "checked": 10, "unjudged": 4}, "passed"),
        # a check that broke says success = false, and is nobody's failure
        ({"success": False, "failed": 3, "error": "Binder Error"}, "error"),
        ({"success": None, "error": "Binder Error"}, "error"),
    ],
)
def test_state(empty, tmp_path, values, state):
    add(empty, "thu", **values)
    html = page(empty, tmp_path)
    label = quality.STATE_LABEL[state]
    assert f'<span class="tag {quality.STATE_CLASS[state]}">{label}</span>' in html
    assert f"<b>1</b> {label.lower()}" in html


def test_every_check_with_its_counts(empty, tmp_path):
    add(empty, "mot", checked=1234, failed=56, unjudged=7, success=False)
    add(empty, "hai", suite="integrity")
    html = page(empty, tmp_path)
    assert "Đã xét: <b>1.234</b> · Cần xem: <b>56</b> · Không xét được: <b>7</b>" in html
    assert html.count('<article class="check">') == 2
    assert html.index("Nội dung báo cáo") < html.index("Tính toàn vẹn của kho dữ liệu")
    assert "<b>2</b> phép kiểm tra" in html


def test_failing_rows_are_shown_with_vietnamese_headings(empty, tmp_path):
    failing = [
        {"agency_code": "stp", "page": 3, "evidence": None},
        {"agency_code": "hong-ha", "la_moi": True},
    ]
    add(empty, "mot", success=False, failed=300, failing=json.dumps(failing))
    html = page(empty, tmp_path)
    assert "<summary>Xem 2 dòng</summary>" in html
    assert "Còn 298 dòng không hiển thị" in html
    assert re.findall(r'<th scope="col">(.*?)</th>', html) == [
        "Mã cơ quan",
        "Trang",
        "Trích nguyên văn",
        "la_moi",
    ]
    assert "<td>stp</td><td>3</td><td></td><td></td>" in html
    assert "<td>có</td>" in html


@pytest.mark.parametrize("stored", ["không phải json", "[1, 2]", '{"a": [1]}', '"x"', "[]"])
def test_odd_rows_are_shown_not_lost(empty, tmp_path, stored):
    add(empty, "mot", success=False, failed=1, failing=stored)
    assert ("<details>" in page(empty, tmp_path)) == (stored != "[]")


def test_nothing_is_obeyed_and_nothing_is_loaded(empty, tmp_path):
    evil = "<script>alert(1)</script><img src=http://x/y>{{ 7*7 }}"
    add(
        empty,
        "mot",
        success=False,
        failed=1,
        description=evil,
        error=None,
        failing=json.dumps([{evil: evil}]),
    )
    html = page(empty, tmp_path)
    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
    assert not re.search(r'<[^>]+(?:src|href)="(?!#)', html)
    assert not re.search(r"@import|url\(|<link", html)


class Balance(HTMLParser):
    """Count open elements."""

    VOID = frozenset({"meta", "br", "img", "hr", "input", "link"})

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_elements_are_closed(empty, tmp_path):
    add(empty, "mot", success=False, failed=1, failing='[{"page": 1}]')
    parser = Balance()
    parser.feed(page(empty, tmp_path))
    assert parser.open == []


def test_keyboard(empty, tmp_path):
    add(empty, "mot", success=False, failed=1, failing='[{"page": 1}]')
    html = page(empty, tmp_path)
    assert '<a class="skip" href="#noi-dung">' in html
    assert 'tabindex="0" role="region"' in html
    assert ":focus-visible" in html


def test_no_results_is_said(empty, tmp_path):
    assert "chưa có kết quả kiểm tra nào" in page(empty, tmp_path)


def luminance(colour):
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("ink", "ground"),
    [("ink", "paper"), ("soft", "paper"), ("soft", "ground"), ("link", "paper"), ("link", "info-ground"),
     ("good", "good-ground"), ("warn", "warn-ground"), ("bad", "bad-ground"), ("ink", "ground")],
)  # fmt: skip
def test_contrast_is_aa(empty, tmp_path, ink, ground):
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", page(empty, tmp_path)))
    colours = {k: v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:]) for k, v in colours.items()}
    light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
