"""A hostile inbox through the whole run: nothing is executed, nothing secret is kept, nothing is lost."""

import re
from datetime import UTC, datetime

import duckdb
import pytest
from direct_run import consolidated
from docx import Document

from flows.demo.compose import compose
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} =HYPERLINK(1)"
UNSPOKEN = "Nội dung chỉ người có trách nhiệm được biết."


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    folder = tmp_path_factory.mktemp("an-toan")
    make_province(folder, 4)
    first, second = bodies(4)[0], bodies(4)[1]
    hostile = compose(first)
    for part in hostile.parts:
        part.paragraphs = [f"{HOSTILE} {text}" for text in part.paragraphs]
    moment = datetime(2026, 1, 20, tzinfo=UTC)
    write_docx(hostile, folder / "inbox" / f"{first.code}.docx", "bold", moment)
    secret = compose(second)
    secret.parts[0].paragraphs.append(UNSPOKEN)
    path = folder / "inbox" / "mat.docx"
    write_docx(secret, path, "bold", moment)
    document = Document(path)
    document.tables[0].rows[1].cells[0].add_paragraph("TUYỆT MẬT")
    document.save(path)
    before = {p.name: p.read_bytes() for p in (folder / "inbox").iterdir()}
    return folder, consolidated(folder), before


def test_originals_are_untouched(ran):
    folder, _, before = ran
    assert {p.name: p.read_bytes() for p in (folder / "inbox").iterdir()} == before


def test_a_secret_file_leaves_its_name_only(ran):
    folder, summary, _ = ran
    assert summary.counts["secret"] == 1
    assert any(line.file == "mat.docx" and line.status == "secret" for line in summary.files)
    with duckdb.connect(str(folder / "out" / "warehouse.duckdb"), read_only=True) as con:
        for table, column in con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE data_type = 'VARCHAR' AND NOT internal"
        ).fetchall():
            held = f'SELECT count(*) FROM "{table}" WHERE contains("{column}", ?)'
            assert con.execute(held, [UNSPOKEN]).fetchone() == (0,), (table, column)
    needle = UNSPOKEN.encode()
    for path in (folder / "out").rglob("*"):
        if path.is_file():
            assert needle not in path.read_bytes(), path


def test_text_is_never_code_in_html(ran):
    folder, _, _ = ran
    for page in (folder / "out").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert(1)" not in text, page
        assert "=49" not in re.sub(r"\s", "", text), page


def test_text_is_never_code_in_word(ran):
    folder, _, _ = ran
    for path in (folder / "out").rglob("*.docx"):
        text = "\n".join(p.text for p in Document(path).paragraphs)
        assert "49 {%" not in text, path
