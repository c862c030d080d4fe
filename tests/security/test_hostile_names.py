"""Names that are code somewhere: in a terminal, a log, a shell, a mail header, a sheet, a page."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner
from direct_run import consolidated
from docx import Document

from flows.commands.mail import command as mail
from flows.commands.status import command as status
from flows.demo.compose import compose
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx
from flows.layout import Layout
from flows.running import print_summary

AGENCY = '=HYPERLINK("http://x";"y") <img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} [bold]\x1b[31m'
TITLE = "Tổng kết <script>alert(1)</script> {{ cycler.__init__.__globals__ }} ${{7*7}}"
FILE = "bao cao \x1b]0;x\x07\x1b[2J $(touch x) `id` \u202egpj.docx"
LINES = "dong\nERROR dang nhap\r\n2026 INFO het.docx"
FORMULA = "=cmd|' C calc'!A0.docx"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Run once a campaign whose names are attacks."""
    base = tmp_path_factory.mktemp("ten")
    folder = base / "dot"
    make_province(folder, 3)
    outside = base / "ngoai"
    outside.mkdir()
    (outside / "bi-mat.docx").write_bytes((folder / "inbox" / "stc.docx").read_bytes())
    text = (folder / "campaign.yaml").read_text("utf-8")
    head, _, tail = text.partition("title:")
    title = json.dumps(TITLE, ensure_ascii=False)
    (folder / "campaign.yaml").write_text(f"{head}title: {title}\n{tail.partition(chr(10))[2]}", "utf-8")
    rows = (folder / "agencies.csv").read_text("utf-8-sig").splitlines()
    quoted = AGENCY.replace('"', '""')
    rows.append(f'xa-doc,"{quoted}",xa,,a@x.example,,true,')
    rows.append(f'xa-im,"Không gửi {quoted}",xa,,c@x.example,,true,')
    (folder / "agencies.csv").write_text("\n".join(rows), "utf-8")
    inbox = folder / "inbox"
    for name in (FILE, LINES, FORMULA):
        report = compose(bodies(3)[0])
        report.parts[0].paragraphs.append(f"Bản riêng {len(name)}.")
        (inbox / "xa-doc").mkdir(exist_ok=True)
        write_docx(report, inbox / "xa-doc" / "tam.docx", "bold", datetime(2026, 1, 20, tzinfo=UTC))
        (inbox / "xa-doc" / "tam.docx").rename(inbox / "xa-doc" / name)
    (inbox / "lien-ket.docx").symlink_to(outside / "bi-mat.docx")
    (inbox / "thu-muc").symlink_to(outside, target_is_directory=True)
    (inbox / "passwd.docx").symlink_to("/etc/passwd")
    os.mkfifo(inbox / "ong.docx")
    (inbox / "vo-tan.pdf").symlink_to("/dev/zero")
    return folder, Layout(folder / "out"), consolidated(folder), outside


pytestmark = pytest.mark.skipif(os.name == "nt", reason="names and links of POSIX")


def test_every_name_is_accounted_for(hostile):
    folder, _, summary, _ = hostile
    listed = 0
    for base, folders, names in os.walk(folder / "inbox"):
        listed += len(names) + sum(Path(base, name).is_symlink() for name in folders)
    assert summary.counts["files"] == listed
    assert summary.counts["files"] == sum(n for name, n in summary.counts.items() if name != "files")
    looked = {line.file: line.reason for line in summary.files}
    for name in ("lien-ket.docx", "thu-muc", "passwd.docx", "vo-tan.pdf"):
        assert "liên kết" in looked[name]
    assert "ong.docx" in looked


def test_links_lead_nowhere(hostile):
    _, layout, _, outside = hostile
    with duckdb.connect(str(layout.warehouse), read_only=True) as con:
        read = con.execute("SELECT file_name FROM submission WHERE sha256 IS NOT NULL").fetchall()
    assert {name for (name,) in read}.isdisjoint({"lien-ket.docx", "thu-muc/bi-mat.docx", "passwd.docx"})
    assert sorted(path.name for path in outside.iterdir()) == ["bi-mat.docx"]
    for path in layout.out.rglob("*"):
        if path.is_file():
            assert b"root:x:0:" not in path.read_bytes(), path


def test_no_name_writes_outside_its_folder(hostile):
    folder, layout, _, _ = hostile
    assert {path.name for path in folder.iterdir()} <= {
        "campaign.yaml", "agencies.csv", "register.csv", "inbox", "out", "rules", "overrides.yaml"
    }  # fmt: skip
    assert {path.name for path in layout.feedback.iterdir()} <= {b.code for b in bodies(3)} | {"xa-doc"}
    assert not list(folder.rglob("x"))  # what $(touch x) would leave


def test_the_terminal_and_the_log_show_and_do_not_obey(hostile, capsys, caplog):
    folder, layout, summary, _ = hostile
    from rich.console import Console

    print_summary(Console(force_terminal=False, width=200), layout, summary)
    CliRunner().invoke(mail, [str(folder)], standalone_mode=False)
    shown = capsys.readouterr().out
    shown += CliRunner().invoke(status, [str(folder)], standalone_mode=False).output
    shown += layout.journal.read_text("utf-8") + layout.summary.read_text("utf-8") + caplog.text
    for char in ("\x1b", "\x07", "\u202e", "\r"):
        assert char not in shown, ascii(char)
    assert not any(line.startswith(("ERROR dang", "2026 INFO het")) for line in shown.splitlines())
    assert "[31m" in shown or "x1b" in shown  # shown, as text
    for line in layout.journal.read_text("utf-8").splitlines():
        assert isinstance(json.loads(line), dict)


def test_logging_libraries_get_no_line_breaks_from_names(hostile):
    from flows.text import printable

    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", (printable(LINES),), None)
    assert "\n" not in record.getMessage()


def test_pages_hold_text_and_no_code(hostile):
    _, layout, _, _ = hostile
    for page in layout.out.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "<script>alert(1)" not in text, page
        assert "<img src=x" not in text, page
        assert "$49" not in text, page
        assert "alert(1)> 49" not in text, page
        assert "built-in" not in text, page
        assert "\x1b" not in text, page


def test_word_holds_text_and_no_code(hostile):
    _, layout, _, _ = hostile
    found = 0
    for path in layout.out.rglob("*.docx"):
        document = Document(path)
        text = "\n".join([p.text for p in document.paragraphs]
                         + [c.text for t in document.tables for r in t.rows for c in r.cells])  # fmt: skip
        assert "__globals__" not in text or "{{ cycler.__init__.__globals__ }}" in text, path
        assert "<function" not in text, path
        found += "{{ 7*7 }}" in text
    assert found  # the name is there, as it was given


def test_sheets_hold_text_and_no_formula(hostile):
    _, layout, _, _ = hostile
    book = openpyxl.load_workbook(layout.report / "phu-luc.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("=") for cell in cells)  # the name is there, as text
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []


def test_mail_headers_stay_one_line_and_to_whom_they_should(hostile):
    folder, layout, _, _ = hostile
    CliRunner().invoke(mail, [str(folder)], standalone_mode=False)
    messages = [message_from_bytes(p.read_bytes(), policy=default) for p in layout.outbox.glob("*.eml")]
    assert messages
    for message in messages:
        assert message["Bcc"] is None
        assert message["Cc"] is None
        assert len(message["To"].addresses) <= 1
        assert "\n" not in str(message["Subject"])


def test_exports_hold_the_same_bytes_in_names(hostile):
    _, layout, _, _ = hostile
    with duckdb.connect() as con:
        names = con.execute(f"SELECT name FROM read_parquet('{layout.export}/agency.parquet')").fetchall()
    assert any(name.startswith("=HYPERLINK") for (name,) in names)
