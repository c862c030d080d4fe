"""An overrides file as the officers' guide describes it: it changes what it names, survives, and is shown."""

from __future__ import annotations

import shutil

import duckdb
import openpyxl
import pytest
from direct_run import AS_OF, consolidated
from docx import Document
from rich.console import Console

from flows.demo.province import make_province
from flows.layout import Layout
from flows.steps.withdrawn import withdraw_messages
from flows.summary import print_summary
from report_templates.shared.output import place, withdraw

GIVEN = """\
agency:
  - {file: sxd.pdf, agency: phuong-an-hai, reason: "Văn thư xác nhận"}
outline:
  - {file: xa-my-hai.docx, section: "III.1", outline_path: III.2, reason: "Đặt tên khác"}
not_citation:
  - {file: xa-my-hai.docx, surface: "%s", reason: "Không phải viện dẫn"}
not_missing:
  - {agency: xa-my-hai, outline_path: II.5, reason: "Không có chức năng"}
"""
FACTS = {
    "sent": "SELECT file_name, agency_code, status FROM submission",
    "sections": (
        "SELECT file_name, x.path, x.outline_path FROM section AS x JOIN submission USING (submission_id)"
    ),
    "citations": "SELECT file_name, surface FROM citation JOIN submission USING (submission_id)",
    "missing": "SELECT agency_code, outline_path FROM finding WHERE rule = 'missing_section'",
}


class Campaign:
    def __init__(self, folder):
        self.folder, self.layout = folder, Layout(folder / "out")

    def run(self):
        self.summary = consolidated(self.folder)
        with duckdb.connect(str(self.layout.warehouse), read_only=True) as con:
            return {name: sorted(con.execute(sql).fetchall()) for name, sql in FACTS.items()}

    def give(self, text):
        (self.folder / "overrides.yaml").write_text(text, encoding="utf-8")

    def said(self, capsys):
        print_summary(Console(width=200), self.layout, self.summary)
        return capsys.readouterr().out


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Run four agencies, the last of which answers neither II.5 nor III.2."""
    campaign = Campaign(tmp_path_factory.mktemp("chinh") / "dot")
    make_province(campaign.folder, 4)
    return campaign, campaign.run()


@pytest.fixture
def campaign(base, tmp_path):
    shutil.copytree(base[0].folder, tmp_path / "dot")
    return Campaign(tmp_path / "dot")


def _moved(before, after, name):
    return {tuple(row) for row in before[name]} ^ {tuple(row) for row in after[name]}


def test_each_correction_changes_exactly_what_it_names(base, campaign, capsys):
    before = base[1]
    surface = next(
        text for file, text in before["citations"] if file == "xa-my-hai.docx" and "Nghị quyết" in text
    )
    assert [text for file, text in before["citations"] if file == "xa-my-hai.docx"].count(surface) == 1
    campaign.give(GIVEN % surface)
    after = campaign.run()
    assert _moved(before, after, "sent") == {
        ("sxd.pdf", "sxd", "read"), ("sxd.pdf", "phuong-an-hai", "read"),
        ("phuong-an-hai.docx", "phuong-an-hai", "read"),
        ("phuong-an-hai.docx", "phuong-an-hai", "superseded"),
    }  # fmt: skip
    assert _moved(before, after, "sections") == {
        ("xa-my-hai.docx", "III.1", "III.1"), ("xa-my-hai.docx", "III.1", "III.2")
    }  # fmt: skip
    assert _moved(before, after, "citations") == {("xa-my-hai.docx", surface)}
    assert _moved(before, after, "missing") == {("xa-my-hai", "II.5"), ("xa-my-hai", "III.2")}
    assert "Điều chỉnh chưa có tác dụng" not in campaign.said(capsys)
    book = openpyxl.load_workbook(campaign.layout.report / "phu-luc.xlsx")
    shown = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Văn thư xác nhận", "Đặt tên khác", "Không phải viện dẫn", "Không có chức năng"} <= shown
    assert campaign.run() == after  # and so at every run from now on


def test_a_correction_that_meets_nothing_is_told(campaign, capsys):
    campaign.give("outline:\n  - {file: xa-my-hai.docx, section: IX.9, outline_path: III.2}\n")
    campaign.run()
    said = campaign.said(capsys)
    assert "Điều chỉnh chưa có tác dụng: mục của đề cương: xa-my-hai.docx#IX.9 → III.2" in said


def test_letters_follow_a_correction_and_an_edited_one_is_never_deleted(campaign):
    feedback, reminder = campaign.layout.feedback, campaign.layout.reminders / "don-doc.docx"
    campaign.give("agency:\n  - {file: sxd.pdf, agency: phuong-an-hai}\n")
    campaign.run()
    assert not (feedback / "sxd").exists()  # nothing came from it: it has no answer
    assert reminder.exists()
    campaign.give("{}\n")
    campaign.run()
    assert (feedback / "sxd" / "phan-hoi.docx").exists()
    assert not reminder.exists()  # nobody is reminded any more
    letter = Document(feedback / "sxd" / "phan-hoi.docx")
    letter.add_paragraph("Ý kiến của cán bộ.")
    letter.save(feedback / "sxd" / "phan-hoi.docx")
    campaign.give("agency:\n  - {file: sxd.pdf, agency: phuong-an-hai}\n")
    campaign.run()
    assert [path.name for path in (feedback / "sxd").iterdir()] == ["phan-hoi (đã rút).docx"]


def test_withdrawing(tmp_path):
    path = tmp_path / "a.docx"
    assert withdraw(path) is None
    place(path, b"1", AS_OF)
    place(path, b"2", AS_OF)
    assert withdraw(path) is None
    assert not path.exists()
    for edited in (b"officer", b"officer again"):
        place(path, b"3", AS_OF)
        path.write_bytes(edited)
        kept = withdraw(path)
        assert kept.read_bytes() == edited
    assert len(list(tmp_path.glob("a (đã rút*"))) == 2


def test_only_messages_of_ours_that_are_not_due_are_removed(tmp_path):
    layout = Layout(tmp_path)
    layout.outbox.mkdir()
    names = ["a-phan-hoi.eml", "b-phan-hoi.eml", "c-nhac-before.eml", "thu-rieng.eml", "da-gui.jsonl"]
    for name in names:
        (layout.outbox / name).write_text("x")
    withdraw_messages(layout, [layout.outbox / "a-phan-hoi.eml"])
    assert sorted(path.name for path in layout.outbox.iterdir()) == [
        "a-phan-hoi.eml",
        "da-gui.jsonl",
        "thu-rieng.eml",
    ]
