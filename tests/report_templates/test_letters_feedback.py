"""The letter to one agency: what it says, in which order, to whom, and what it must never do."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

import pytest
from letters_docx import table, text, write
from letters_factory import AGENCIES, AS_OF, CAMPAIGN

from report_templates import feedback
from report_templates.shared.campaign import Agency
from report_templates.shared.courtesy import ask

HEADER = "Mục của đề cương"


def test_every_sender_gets_its_own_folder_and_the_silent_none(full, tmp_path):
    files = feedback.write_all(full.con, CAMPAIGN, tmp_path, AS_OF)
    assert sorted({f.parent.name for f in files}) == ["hong-ha", "hong-tep", "mat", "mttq", "scan", "stp"]
    assert {f.name for f in files} == {"phan-hoi.docx", "phan-hoi.html", "findings.json"}
    assert all(f.stat().st_size for f in files)


def test_letter_names_the_agency_cites_the_request_and_leaves_blanks(full, tmp_path):
    docx, _, _ = write(full, "hong-ha", tmp_path)
    words = text(docx)
    assert "Kính gửi: UBND xã Hồng Hà." in words
    assert "Công văn số 15/SNV-CCHC&VTLT ngày 03/02/2026 của Sở Nội vụ" in words
    assert "Báo cáo số 11/BC-HONG-HA ngày 20/4/2026" in words
    assert "theo sổ văn bản đến: 09 giờ 05 phút, ngày 21/4/2026" in words
    assert re.search(r"Số: +/SNV-CCHC&VTLT", words)
    assert "[Họ và tên]" in words
    assert "Lưu: VT, CCHC&VTLT." in words
    assert words.count("./.") == 1


def test_positive_sentence_counts_what_is_there(full, tmp_path):
    docx, html, _ = write(full, "hong-ha", tmp_path)
    for shown in (text(docx), html):
        assert (
            "đã có nội dung ở 02/05 mục bắt buộc của đề cương; có 01 số liệu và 01 lượt viện dẫn văn bản"
            in shown
        )


def test_table_is_merged_and_ordered_by_what_to_do_first(full, tmp_path):
    docx, _, _ = write(full, "hong-ha", tmp_path)
    rows = table(docx, HEADER)
    assert [row[1] for row in rows] == [
        "A.I.2. Ban hành văn bản",
        "A.II. Kết quả giải quyết thủ tục",
        "B. HẠN CHẾ, NGUYÊN NHÂN",
        "Văn bản được viện dẫn",
    ]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert "khái quát" in rows[2][2]
    assert "nguyên nhân" in rows[2][2]
    assert rows[2][4].count("“Còn một số hạn chế nhất định trong quá trình thực hiện.” (trang 5)") == 1
    assert rows[3][2].startswith("03 chỗ: ")
    assert "“Chỉ thị 09” (trang 3)" in rows[3][4]


def test_exactly_one_missing_section_is_named_everywhere(full, tmp_path):
    docx, html, data = write(full, "hong-ha", tmp_path)
    missing = [f for f in data["findings"] if f["rule"] == "missing_section"]
    (only,) = missing
    assert (only["outline_path"], only["outline_title"]) == ("A.II", "Kết quả giải quyết thủ tục")
    assert text(docx).count("Chưa thấy nội dung của mục") == 1
    assert html.count("Chưa thấy nội dung của mục") == 1


def test_the_officers_own_findings_stay_out_of_the_letter(full, tmp_path):
    docx, html, data = write(full, "hong-ha", tmp_path)
    assert "VIỆC CỦA CÁN BỘ" not in text(docx)
    assert "VIỆC CỦA CÁN BỘ" not in html
    assert {f["owner"] for f in data["findings"]} == {"agency", "officer"}


def test_remarks_are_noted_not_asked(full, tmp_path):
    docx, _, data = write(full, "hong-ha", tmp_path)
    assert "- Có mục “Khen thưởng” ngoài đề cương." in text(docx)
    assert not any("Khen thưởng" in row[2] for row in table(docx, HEADER))
    assert data["state"] == "supplement"


def test_nothing_wrong_is_a_thank_you(full, tmp_path):
    docx, html, data = write(full, "stp", tmp_path)
    assert data["state"] == "complete"
    assert data["findings"] == []
    assert [item["outline_path"] for item in data["complete"]] == ["A.I.1", "A.I.2", "A.II", "B", "C"]
    for shown in (text(docx), html):
        assert "đủ 05/05 mục" in shown
        assert "Các mục theo đề cương đều đã có" in shown
        assert "trân trọng cảm ơn" in shown
    assert table(docx, HEADER) == []


def test_only_remarks_is_still_a_thank_you(full, tmp_path):
    full.find("stp", "late", severity="info", message="Báo cáo nhận sau hạn.", advice="Đề nghị lưu ý.")
    docx, _, data = write(full, "stp", tmp_path)
    assert data["state"] == "complete"
    assert "- Báo cáo nhận sau hạn. Đề nghị lưu ý." in text(docx)


@pytest.mark.parametrize(
    ("code", "state", "said"),
    [
        ("hong-tep", "unread", "chưa mở đọc được báo cáo"),
        ("mat", "secret", "không đọc nội dung"),
    ],
)
def test_a_file_that_was_not_read_is_never_praised(full, tmp_path, code, state, said):
    docx, html, data = write(full, code, tmp_path)
    assert data["state"] == state
    assert data["submission"] is None
    assert data["complete"] == []
    assert data["files"][0]["status"] == state
    for shown in (text(docx), html):
        assert said in shown
        assert "đã có nội dung" not in shown
        assert "đều đã có" not in shown


def test_only_an_annex_or_another_subject(empty, tmp_path):
    empty.submit("stp", status="annex")
    empty.submit("hong-ha", status="wrong_campaign")
    assert write(empty, "stp", tmp_path / "a")[2]["state"] == "not_a_report"
    assert write(empty, "hong-ha", tmp_path / "b")[2]["state"] == "wrong_campaign"


def test_what_came_besides_the_report_is_acknowledged(empty, tmp_path):
    empty.submit("stp")
    empty.submit(
        "stp",
        version=2,
        status="annex",
        reason_code="supplement",
        file_name="stp/bo-sung.docx",
        is_current=False,
    )
    empty.submit(
        "stp",
        version=3,
        status="annex",
        reason_code="correction",
        file_name="stp/dinh-chinh.docx",
        is_current=False,
    )
    words = text(write(empty, "stp", tmp_path)[0])
    assert "; cùng văn bản bổ sung" in words
    assert "và văn bản đính chính" in words


def test_a_scan_with_unjudged_items_is_not_called_complete(empty, tmp_path):
    empty.submit("scan", is_scan=True)
    empty.cover("scan")
    empty.con.execute("UPDATE coverage SET status = NULL WHERE outline_path = 'B'")
    empty.find("scan", "ocr_unverified", owner="officer", outline_path="B", message="Bản quét.")
    docx, _, data = write(empty, "scan", tmp_path)
    words = text(docx)
    assert data["counts"] == {"required": 5, "present": 4, "unverified": 1, "citations": 0, "figures": 0}
    assert "còn 01 mục đang được đối chiếu với bản gốc" in words
    assert "đều đã có" not in words
    assert "chưa thấy" not in words.casefold()


@pytest.mark.parametrize(
    ("name", "kind", "verb"),
    [
        ("Sở Tư pháp", "so", "đề nghị"),
        ("UBND xã Hồng Hà", "xa", "đề nghị"),
        ("Ban Quản lý Khu kinh tế", "ban", "đề nghị"),
        ("Hội Nông dân tỉnh", "other", "đề nghị phối hợp"),
        ("Văn phòng Tỉnh ủy", "other", "đề nghị phối hợp"),
        ("Văn phòng Tỉnh uỷ", "other", "đề nghị phối hợp"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "ban", "đề nghị phối hợp"),
        ("Toà án nhân dân tỉnh", "other", "đề nghị phối hợp"),
        ("Công an tỉnh", "nganh", "đề nghị phối hợp"),
        ("Thuế tỉnh", "other", "đề nghị phối hợp"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "doan_the", "đề nghị phối hợp"),
        ("Sở Công an giả", "so", "đề nghị"),
        ("UBND phường Hội Phú", "phuong", "đề nghị"),
    ],
)
def test_whom_to_ask_how(name, kind, verb):
    assert ask(Agency("x", name, kind, "", "", None)) == verb


def test_the_front_is_asked_to_cooperate(full, tmp_path):
    docx, html, _ = write(full, "mttq", tmp_path)
    for shown in (text(docx), html):
        assert "đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp" in shown
    assert "V/v đề nghị phối hợp bổ sung" in text(docx)


@pytest.mark.parametrize(
    "word", ["vi phạm", "sai phạm", "yếu kém", "error", "warning", "blocker", "missing_", "None"]
)
def test_no_blame_and_no_english(full, tmp_path, word):
    for code in ("hong-ha", "mttq", "scan", "hong-tep", "mat", "stp"):
        docx, html, _ = write(full, code, tmp_path / code)
        body = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
        assert word not in text(docx)
        assert word not in body


def resubmit(made):
    made.con.execute(
        "UPDATE submission SET is_current = false, status = 'superseded' WHERE agency_code = 'hong-ha'"
    )
    made.con.execute("DELETE FROM finding WHERE agency_code = 'hong-ha'")
    made.con.execute("DELETE FROM coverage WHERE agency_code = 'hong-ha'")
    made.submit("hong-ha", version=2)
    made.cover("hong-ha", B="thin")
    made.find("hong-ha", "thin_section", outline_path="B", message="Nội dung của mục B còn khái quát.")
    made.find("hong-ha", "no_figures", outline_path="C", message="Mục C chưa có số liệu.")


def test_resubmission_says_what_was_put_right_and_what_remains(full, tmp_path):
    write(full, "hong-ha", tmp_path)
    resubmit(full)
    docx, html, data = write(full, "hong-ha", tmp_path)
    assert {(f["rule"], f["outline_path"]) for f in data["resolved"]} == {
        ("missing_section", "A.II"),
        ("empty_section", "A.I.2"),
        ("no_causes", "B"),
        ("citation_incomplete", None),
    }
    assert [f["rule"] for f in data["remaining"]] == ["thin_section"]
    words = text(docx)
    assert "So với lần phản hồi trước (đối với bản gửi lần 1), đã bổ sung, hoàn thiện 06 nội dung" in words
    assert "còn 01 nội dung đề nghị tiếp tục hoàn thiện" in words
    assert "bản gửi lần 2" in words
    assert [r[1] for r in table(docx, HEADER)] == [
        "B. HẠN CHẾ, NGUYÊN NHÂN (đã đề nghị lần trước)",
        "C. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert "Đã đề nghị lần trước" in html


def test_running_again_after_a_resubmission_says_the_same(full, tmp_path):
    write(full, "hong-ha", tmp_path)
    resubmit(full)
    first = [f.read_bytes() for f in feedback.write(full.con, CAMPAIGN, "hong-ha", tmp_path, AS_OF)]
    again = [f.read_bytes() for f in feedback.write(full.con, CAMPAIGN, "hong-ha", tmp_path, AS_OF)]
    assert first == again


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"submission": 3, "findings": {}}', '{"findings": []}'])
def test_a_damaged_earlier_letter_is_as_none(full, tmp_path, broken):
    (tmp_path / "findings.json").write_text(broken)
    assert write(full, "hong-ha", tmp_path)[2]["previous"] is None


def test_an_edited_letter_is_kept_and_the_new_one_lies_beside_it(full, tmp_path):
    docx, _, _ = write(full, "hong-ha", tmp_path)
    docx.write_bytes(b"edited by the officer")
    full.find("hong-ha", "no_models", outline_path="C", message="Mục C chưa nêu mô hình.")
    files = feedback.write(full.con, CAMPAIGN, "hong-ha", tmp_path, AS_OF)
    assert docx.read_bytes() == b"edited by the officer"
    assert files[0].name == "phan-hoi (bản mới 20260428-0830).docx"
    assert "chưa nêu mô hình" in text(files[0])


def test_an_untouched_letter_is_replaced(full, tmp_path):
    write(full, "hong-ha", tmp_path)
    full.find("hong-ha", "no_models", outline_path="C", message="Mục C chưa nêu mô hình.")
    later = AS_OF + timedelta(hours=3)
    files = feedback.write(full.con, CAMPAIGN, "hong-ha", tmp_path, later)
    assert [f.name for f in files] == ["phan-hoi.docx", "phan-hoi.html", "findings.json"]
    assert "chưa nêu mô hình" in text(files[0])


def test_same_rows_same_bytes(full, tmp_path):
    hashes = []
    for run in ("a", "b"):
        files = feedback.write_all(full.con, CAMPAIGN, tmp_path / run, AS_OF)
        hashes.append([hashlib.sha256(f.read_bytes()).hexdigest() for f in files])
    assert hashes[0] == hashes[1]


def test_the_factory_itself():
    assert len({code for code, _, _ in AGENCIES}) == len(AGENCIES)


def test_a_file_is_spoken_of_once_and_without_advice_to_the_officer(empty, tmp_path):
    empty.submit(
        "stp", status="unread", file_name="stp/bc.pdf", reason="Cần tesseract.", advice="Cài tesseract."
    )
    empty.find(
        "stp", "unread_file", severity="blocker", message="Chưa đọc được tệp «bc.pdf»: tệp là bản quét."
    )
    docx, html, _ = write(empty, "stp", tmp_path)
    assert text(docx).count("bc.pdf") == 1
    for shown in (text(docx), html):
        assert "tesseract" not in shown
    assert "stp/" not in html


def test_the_front_is_asked_to_cooperate_when_its_file_cannot_be_read(empty, tmp_path):
    empty.submit("mttq", status="unread", file_name="a.pdf")
    empty.find("mttq", "unread_file", severity="blocker", message="Chưa đọc được tệp «a.pdf»: tệp rỗng.")
    docx, _, _ = write(empty, "mttq", tmp_path)
    assert "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp gửi về Sở Nội vụ trước" in text(docx)
