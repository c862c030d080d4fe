"""Letters from names, quotes, codes and templates that somebody made up: shown or refused, never obeyed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from docx import Document
from letters_docx import text, write
from letters_factory import AS_OF, CAMPAIGN, DEADLINE

from report_templates import feedback
from report_templates.shared.campaign import UnknownCampaignError
from report_templates.shared.templates import TemplateFaultError

ROOT = Path(__file__).resolve().parents[2]


EVIL = [
    "<script>alert(1)</script> & <b>đậm</b>",
    "{{ 7 * 7 }} {% for x in y %} {{ config }}",
    "</w:t></w:r><w:r><w:t>chèn",
    "dòng\x0bmột\x00\x07\x0c\ud800 hai \"nháy\" 'đơn'",
    "{%p if opening %}{_{ }_} %%}}",
    "' OR 1=1 --; DROP TABLE finding",
]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_in_names_and_quotes_is_obeyed(full, tmp_path, evil):
    stored = evil.encode("utf-8", "ignore").decode()
    full.con.execute("UPDATE agency SET name = ? WHERE agency_code = 'hong-ha'", [stored])
    full.con.execute("UPDATE finding SET message = ?, evidence = ?, advice = ?", [stored, stored, stored])
    full.con.execute("UPDATE outline_item SET title = ?", [stored])
    full.con.execute("UPDATE submission SET file_name = ?", [stored])
    docx, html, data = write(full, "hong-ha", tmp_path)
    shown = " ".join(re.sub(r"[\x00-\x1f]", "", stored.replace("\x0b", "")).split())
    assert shown.split("\x0b")[0][:12] in text(docx).replace("\n", " ")
    assert "<script>" not in html
    assert "<b>đậm" not in html
    assert "49" not in re.findall(r"Kính gửi: (.*)", text(docx))[0]
    assert data["agency"]["name"] == stored
    assert Document(str(docx)).paragraphs


def test_page_opens_alone(full, tmp_path):
    _, html, _ = write(full, "hong-ha", tmp_path)
    assert not re.search(r"(?:src|href)=\"(?!#)", html)
    assert not re.search(r"url\(|@import|https?://", html)
    assert "default-src 'none'" in html
    assert '<html lang="vi">' in html
    assert 'name="viewport"' in html


@pytest.mark.parametrize("code", ["khong-co", "../../etc", "' OR '1'='1", "a?b"])
def test_unknown_agency(full, tmp_path, code):
    with pytest.raises(UnknownCampaignError):
        feedback.write(full.con, CAMPAIGN, code, tmp_path, AS_OF)


def test_codes_never_leave_the_folder(empty, tmp_path):
    empty.add("agency", campaign_id=CAMPAIGN, agency_code="../ra/ngoai", name="X", deadline=DEADLINE)
    empty.submit("../ra/ngoai")
    files = feedback.write_all(empty.con, CAMPAIGN, tmp_path / "out", AS_OF)
    assert all((tmp_path / "out") in f.resolve().parents for f in files)


def test_an_edited_template_is_used_and_a_broken_one_is_named(full, tmp_path):
    own = tmp_path / "mau.docx"
    document = Document()
    document.add_paragraph("Mẫu của Sở: {{ addressee }}")
    document.save(str(own))
    docx, _, _ = write(full, "stp", tmp_path / "a", template=own)
    assert text(docx) == "Mẫu của Sở: Sở Tư pháp"
    document.add_paragraph("{{ khong_co }}")
    document.save(str(own))
    with pytest.raises(TemplateFaultError, match=r"mau\.docx"):
        write(full, "stp", tmp_path / "b", template=own)


def test_template_cannot_reach_into_the_program(full, tmp_path):
    own = tmp_path / "mau.docx"
    document = Document()
    document.add_paragraph("{{ addressee.__class__.__mro__[1].__subclasses__() }}")
    document.save(str(own))
    with pytest.raises(TemplateFaultError):
        write(full, "stp", tmp_path / "b", template=own)


def test_committed_templates_are_what_the_script_makes():
    sys.path.insert(0, str(ROOT / "scripts"))
    import make_templates

    for name, make in make_templates.TEMPLATES.items():
        assert (ROOT / name).read_bytes() == make(), f"run scripts/make_templates.py: {name}"
