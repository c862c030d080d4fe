"""The letter to one agency: what it says, in which order, to whom, and what it must never do."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from letters_docx import table, text
from letters_factory import AGENCIES, AS_OF, CAMPAIGN, DEADLINE

from report_templates import feedback
from report_templates.feedback.compose import entries, table_rows
from report_templates.shared.campaign import Agency, UnknownCampaignError
from report_templates.shared.courtesy import ask
from report_templates.shared.findings import Finding, Place, from_judged, read_findings
from report_templates.shared.templates import TemplateFaultError

ROOT = Path(__file__).resolve().parents[2]
HEADER = "Mục của đề cương"


def write(made, code, folder, **options):
    docx, html, findings = feedback.write(made.con, CAMPAIGN, code, folder, AS_OF, **options)
    return docx, html.read_text("utf-8"), json.loads(findings.read_text("utf-8"))


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


def test_same_rows_same_bytes(full, tmp_path):
    hashes = []
    for run in ("a", "b"):
        files = feedback.write_all(full.con, CAMPAIGN, tmp_path / run, AS_OF)
        hashes.append([hashlib.sha256(f.read_bytes()).hexdigest() for f in files])
    assert hashes[0] == hashes[1]


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


def test_terminal_rows(full):
    found = read_findings(full.con, CAMPAIGN, "hong-ha")
    rows = table_rows(f for f in found if f.owner == "agency")
    assert rows[0][:2] == ("Cần bổ sung", "A.I.2. Ban hành văn bản")
    assert rows[-1][0] == "Để biết"
    assert all(len(row) == 5 for row in rows)


def test_judged_findings_are_the_same_as_stored_ones(full):
    stored = read_findings(full.con, CAMPAIGN, "hong-ha")

    class Judged:
        def __init__(self, row):
            self.__dict__.update(row)

    cursor = full.con.execute("SELECT * FROM finding WHERE agency_code = 'hong-ha'")
    names = [c[0] for c in cursor.description]
    judged = [Judged(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    assert from_judged(full.con, CAMPAIGN, "hong-ha", judged) == stored


def test_a_missing_section_is_placed_after_the_section_before_it(full):
    found = {f.rule: f for f in read_findings(full.con, CAMPAIGN, "hong-ha")}
    place = found["missing_section"].place
    assert (place.title, place.relation) == ("Ban hành văn bản", "after")
    assert found["thin_section"].place.relation == "own"


def test_repeats_are_said_once():
    same = [
        Finding("r", "warning", "Câu.", "Đề nghị.", "A", "T", evidence="q", finding_id=str(n))
        for n in range(3)
    ]
    (row,) = entries(same)
    assert (row.status, row.advice, row.quotes) == (["Câu."], ["Đề nghị."], ["“q”"])


def test_more_places_than_fit_are_counted():
    many = [
        Finding(
            "citation_incomplete", "warning", f"Chỗ {n}.", "", evidence=f"q{n}", page=n, finding_id=f"{n:02}"
        )
        for n in range(1, 21)
    ]
    (row,) = entries(many)
    assert len(row.quotes) == 20
    assert row.few_quotes[-1] == "(và 14 chỗ khác, xem tệp phan-hoi.html)"


def test_terminal_table_needs_no_word_library():
    code = "import sys, report_templates.feedback; print('docxtpl' in sys.modules, 'docx.api' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.split()[0] == "False"


def test_the_factory_itself():
    assert len({code for code, _, _ in AGENCIES}) == len(AGENCIES)


def test_a_missing_item_says_after_which_heading_it_would_stand():
    after = Place(4, "2.", "Ban hành văn bản", "", relation="after", page=3)
    finding = Finding("missing_section", "error", "Chưa thấy.", "", "A.3", "Tuyên truyền", place=after)
    (row,) = entries([finding])
    assert row.quotes == ["Vị trí: sau mục “2. Ban hành văn bản” (trang 3)"]


def test_what_an_item_lacks_comes_before_details_of_citations():
    found = [
        Finding("type_code_mismatch", "warning", "Ký hiệu.", "", "A.1", "Một", outline_seq=1, finding_id="1"),
        Finding("thin_section", "warning", "Sơ lược.", "", "B", "Hai", outline_seq=9, finding_id="2"),
        Finding("missing_section", "error", "Chưa thấy.", "", "C", "Ba", outline_seq=12, finding_id="3"),
    ]
    assert [row.status for row in entries(found)] == [["Chưa thấy."], ["Sơ lược."], ["Ký hiệu."]]


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
