"""The letter to those who have sent nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from docx import Document
from letters_docx import table, text
from letters_factory import AGENCIES, AS_OF, CAMPAIGN, DEADLINE

from report_templates import reminders


def letter(made, folder, **options):
    (docx,) = reminders.write(made.con, CAMPAIGN, folder, AS_OF, **options)
    return docx


def test_lists_exactly_those_from_whom_nothing_came(full, tmp_path):
    docx = letter(full, tmp_path)
    assert [row[1] for row in table(docx, "Cơ quan, đơn vị")] == ["UBND xã Tân Phú", "Thuế tỉnh"]
    words = text(docx)
    assert "đã nhận được văn bản gửi đến của 6/8 cơ quan, đơn vị phải báo cáo" in words
    assert "còn 02 cơ quan, đơn vị tại danh sách kèm theo chưa gửi" in words


def test_a_file_that_could_not_be_read_counts_as_sent_and_another_subject_does_not(empty, tmp_path):
    empty.submit("stp", status="unread")
    empty.submit("hong-ha", status="secret")
    empty.submit("mttq", status="wrong_campaign")
    empty.submit("scan", status="annex")
    named = [row[1] for row in table(letter(empty, tmp_path), "Cơ quan, đơn vị")]
    assert named == [name for code, name, _ in AGENCIES if code not in ("stp", "hong-ha")]


def test_form(full, tmp_path):
    words = text(letter(full, tmp_path))
    assert "SỞ NỘI VỤ" in words
    assert "V/v đôn đốc gửi báo cáo theo Công văn số 15/SNV-CCHC&VTLT" in words
    assert "Kính gửi: Các cơ quan, đơn vị (theo danh sách kèm theo)." in words
    assert "17 giờ 00 phút, ngày 25/4/2026" in words
    assert "Đến 08 giờ 30 phút, ngày 28/4/2026" in words
    assert "trước ngày …… tháng …… năm ……" in words
    assert "UBND tỉnh (b/c)" in words
    assert "Giám đốc, các Phó Giám đốc Sở" in words
    assert words.count("./.") == 1


def test_bodies_outside_the_ubnd_are_asked_to_cooperate(full, tmp_path):
    words = text(letter(full, tmp_path))
    assert "Sở Nội vụ đề nghị các cơ quan, đơn vị khẩn trương" in words
    assert "ngành dọc có tên trong danh sách phối hợp thực hiện" in words


@pytest.mark.parametrize("code", ["chua-1", "chua-2"])
def test_a_single_one_is_addressed_by_name(full, tmp_path, code):
    full.con.execute("DELETE FROM agency WHERE agency_code = ?", [code])
    left = {"chua-1": "Thuế tỉnh", "chua-2": "UBND xã Tân Phú"}[code]
    words = text(letter(full, tmp_path))
    assert f"Kính gửi: {left}." in words
    assert ("phối hợp" in words) == (left == "Thuế tỉnh")


@pytest.mark.parametrize(
    ("after", "kind"),
    [(timedelta(days=-3), "before"), (timedelta(0), "before"), (timedelta(minutes=1), "after"),
     (timedelta(days=6, hours=23), "after"), (timedelta(days=7), "second"), (timedelta(days=40), "second")],
)  # fmt: skip
def test_kind_by_the_day(after, kind):
    assert reminders.kind_at(DEADLINE, DEADLINE + after) == kind


def test_no_deadline_is_never_late():
    assert reminders.kind_at(None, AS_OF) == "before"


def test_the_second_letter_goes_to_the_leaders_too(full, tmp_path):
    words = text(letter(full, tmp_path, kind="second"))
    assert "(lần 2)" in words
    assert "Lãnh đạo các cơ quan, đơn vị có tên trong danh sách" in words


def test_before_the_deadline_there_is_no_threat(full, tmp_path):
    words = text(letter(full, tmp_path, kind="before"))
    assert "nhắc thời hạn gửi báo cáo" in words
    assert "Quá thời hạn" not in words
    assert "đôn đốc" not in words


def test_nobody_left_no_letter(empty, tmp_path):
    for code, _, _ in AGENCIES:
        empty.submit(code)
    assert reminders.write(empty.con, CAMPAIGN, tmp_path, AS_OF) == []
    assert list(tmp_path.iterdir()) == []


def test_not_required_is_not_asked(full, tmp_path):
    full.con.execute("UPDATE agency SET required = false WHERE agency_code = 'chua-2'")
    words = text(letter(full, tmp_path))
    assert "Thuế tỉnh" not in words
    assert "6/7" in words


def test_files_without_a_known_sender_are_mentioned(full, tmp_path):
    full.add("submission", submission_id="x", campaign_id=CAMPAIGN, status="unmatched")
    assert "còn 01 tệp đang xác định nơi gửi" in text(letter(full, tmp_path))


def test_same_rows_same_bytes_and_edits_are_kept(full, tmp_path):
    first = letter(full, tmp_path / "a").read_bytes()
    assert letter(full, tmp_path / "b").read_bytes() == first
    edited = tmp_path / "a" / "don-doc.docx"
    edited.write_bytes(b"edited")
    (beside,) = reminders.write(full.con, CAMPAIGN, tmp_path / "a", AS_OF)
    assert edited.read_bytes() == b"edited"
    assert beside.name.startswith("don-doc (bản mới")


def test_names_are_text(full, tmp_path):
    full.con.execute("UPDATE agency SET name = '<w:p/> & {{ x }}' WHERE agency_code = 'chua-1'")
    docx = letter(full, tmp_path)
    assert table(docx, "Cơ quan, đơn vị")[0][1] == "<w:p/> & {{ x }}"
    assert Document(str(docx)).tables


def test_an_agency_that_may_have_sent_an_unplaced_file_is_listed_with_that_file(full, tmp_path):
    full.submit(
        "tam", status="unmatched", agency_code=None, file_name="bc.docx", agency_candidates="chua-1;snv"
    )
    notes = {row[1]: row[3] for row in table(letter(full, tmp_path), "Cơ quan, đơn vị")}
    assert notes == {"UBND xã Tân Phú": "Đối chiếu tệp chưa rõ nơi gửi: «bc.docx»", "Thuế tỉnh": ""}
