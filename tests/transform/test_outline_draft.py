"""A letter and its đề cương give a campaign that runs; what they do not say is left to the officer."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given
from hypothesis import strategies as st

from extract.document import read
from extract.model import Document, FileInfo, Meta, Section
from transform.campaign import VIETNAM, Campaign, load_campaign
from transform.drafting.items import draft_items
from transform.drafting.source import doubts
from transform.outline_draft import draft_campaign

HEADS = [
    (1, "I.", "TÌNH HÌNH CHUNG", ""),
    (1, "II.", "KẾT QUẢ THỰC HIỆN", ""),
    (2, "1.", "Công tác chỉ đạo, ban hành văn bản", "Nêu rõ số, ký hiệu, ngày ban hành."),
    (2, "2.", "Tuyên truyền, phổ biến pháp luật", "Số hội nghị, số lượt người tham dự."),
    (2, "3.", "Mô hình tiêu biểu", ""),
    (1, "III.", "HẠN CHẾ VÀ NGUYÊN NHÂN", ""),
    (1, "IV.", "ĐỀ XUẤT, KIẾN NGHỊ (nếu có)", ""),
]


def letterhead(docx: Docx) -> None:
    left, right = docx.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run("UBND TỈNH GIA LAI")
    left.add_paragraph().add_run("SỞ TƯ PHÁP").bold = True
    left.add_paragraph("Số: 1234/STP-PBGDPL")
    left.add_paragraph("V/v báo cáo sơ kết 05 năm công tác hòa giải ở cơ sở")
    right.paragraphs[0].add_run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").bold = True
    right.add_paragraph().add_run("Độc lập - Tự do - Hạnh phúc").bold = True
    right.add_paragraph().add_run("Gia Lai, ngày 12 tháng 5 năm 2026").italic = True


def letter(docx: Docx) -> None:
    letterhead(docx)
    docx.add_paragraph("Kính gửi: Ủy ban nhân dân các xã, phường.")
    docx.add_paragraph("Thực hiện Kế hoạch số 88/KH-UBND ngày 20/4/2026, Sở Tư pháp đề nghị báo cáo như sau:")
    docx.add_paragraph(
        "1. Nội dung: theo Đề cương kèm theo; số liệu tính từ ngày 01/01/2021 đến ngày 31/5/2026."
    )
    docx.add_paragraph("2. Thời hạn: gửi về Sở Tư pháp trước 16 giờ 30 ngày 20/6/2026 để tổng hợp./.")
    left, right = docx.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run("Nơi nhận:").bold = True
    left.add_paragraph("- Như trên;")
    left.add_paragraph("- Lưu: VT.")
    right.paragraphs[0].add_run("GIÁM ĐỐC").bold = True
    right.add_paragraph().add_run("Trần Văn Mẫu").bold = True


def outline(docx: Docx, style: str) -> None:
    for text in (
        "ĐỀ CƯƠNG",
        "Báo cáo sơ kết 05 năm công tác hòa giải ở cơ sở",
        "(Kèm theo Công văn số 1234)",
    ):
        paragraph = docx.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    for level, marker, title, note in HEADS:
        if style == "heading":
            docx.add_heading(f"{marker} {title}", level)
        else:
            docx.add_paragraph().add_run(f"{marker} {title}").bold = style == "bold" or level == 1
        if note:
            docx.add_paragraph(f"- {note}")


def loaded(folder: Path, text: str) -> Campaign:
    (folder / "campaign.yaml").write_text(text, encoding="utf-8")
    (folder / "agencies.csv").write_text("code,name,kind\nx,UBND xã X,xa\n", encoding="utf-8")
    return load_campaign(folder)


@pytest.mark.parametrize("style", ["heading", "bold", "plain"])
@pytest.mark.parametrize("apart", [True, False])
def test_letter_and_outline_in_three_styles(tmp_path: Path, style: str, apart: bool) -> None:
    one, two = Docx(), Docx()
    letter(one)
    if not apart:
        one.add_page_break()
    outline(two if apart else one, style)
    one.save(str(tmp_path / "cong-van.docx"))
    files = [tmp_path / "cong-van.docx"]
    if apart:
        two.save(str(tmp_path / "de-cuong.docx"))
        files.insert(0, tmp_path / "de-cuong.docx")
    campaign = loaded(tmp_path, draft_campaign(*map(read, files)))
    assert campaign.title == "Sơ kết 05 năm công tác hòa giải ở cơ sở"
    assert campaign.id == "cv1234-2026"
    assert campaign.request.full_number == "1234/STP-PBGDPL"
    assert (campaign.request.date, campaign.request.issuer) == (date(2026, 5, 12), "Sở Tư pháp")
    assert campaign.deadline == datetime(2026, 6, 20, 16, 30, tzinfo=VIETNAM)
    assert (campaign.period.start, campaign.period.end) == (date(2021, 1, 1), date(2026, 5, 31))
    assert campaign.province == campaign.consolidator.place == "Gia Lai"
    assert [item.path for item in campaign.outline] == ["I", "II", "II.1", "II.2", "II.3", "III", "IV"]
    assert [item.title for item in campaign.outline] == [title for _, _, title, _ in HEADS]
    assert {item.path: item.expects for item in campaign.outline if item.expects} == {
        "II.1": ("citations",),
        "II.2": ("figures",),
        "II.3": ("models",),
        "III": ("causes",),
        "IV": ("addressee",),
    }
    assert [item.path for item in campaign.outline if not item.required] == ["IV"]


def document(*sections: Section, **meta: str) -> Document:
    return Document(
        file=FileInfo(name="x", sha256="", bytes=1, format="docx"), meta=Meta(**meta), sections=list(sections)
    )


def test_what_was_not_seen_is_a_comment() -> None:
    text = draft_campaign(document(Section(marker="I.", level=1, path=["I"], title="Kết quả", text="")))
    assert "# deadline:" in text
    assert "# title:" in text
    assert "\ndeadline:" not in text
    assert "đề nghị điền" in text


DEADLINES = [
    ("Báo cáo gửi về Sở trước ngày 25/4/2026.", datetime(2026, 4, 25, 17)),
    ("Đề nghị gửi báo cáo chậm nhất là ngày 25 tháng 4 năm 2026.", datetime(2026, 4, 25, 17)),
    ("Thời hạn gửi báo cáo: trước 10h30 ngày 5/5.", datetime(2026, 5, 5, 10, 30)),
    ("Số liệu báo cáo tính đến hết ngày 31/3/2026. Gửi trước ngày 25/4/2026.", datetime(2026, 4, 25, 17)),
    ("Cuộc họp diễn ra trước ngày 25/4/2026.", None),
    ("Gửi trước ngày 31/4/2026.", None),
]


@pytest.mark.parametrize(("sentence", "moment"), DEADLINES)
def test_deadline(tmp_path: Path, sentence: str, moment: datetime | None) -> None:
    one = document(
        Section(marker="I.", level=1, path=["I"], title="Kết quả", text=sentence),
        number="1/SNV-VP", date="2026-04-02", subject="V/v báo cáo thử",
    )  # fmt: skip
    text = draft_campaign(one)
    assert ("\ndeadline:" in text) is (moment is not None)
    if moment:
        assert loaded(tmp_path, text).deadline == moment.replace(tzinfo=VIETNAM)


def test_double_and_missing_numbers_still_give_a_campaign_that_loads(tmp_path: Path) -> None:
    titles = [("I.", "Một"), ("I.", "Hai"), ("", "Không số"), ("2)", "Ba: #x")]
    sections = [Section(marker=m, level=1, path=[m], title=t, text="") for m, t in titles]
    text = draft_campaign(document(*sections, subject="V/v báo cáo thử")) + "deadline: 2026-05-01\n"
    assert [item.path for item in loaded(tmp_path, text).outline] == ["I", "I-2", "m3", "2"]
    assert "đề nghị sửa" in text


SECTION = st.builds(
    lambda marker, level, title, text: Section(
        marker=marker, level=level, path=[marker], title=title, text=text
    ),
    st.text(max_size=6),
    st.integers(1, 4),
    st.text(max_size=40),
    st.text(max_size=60),
)


@given(st.lists(SECTION, max_size=8), st.text(max_size=40))
def test_any_words_of_a_file_give_yaml_that_loads(sections: list[Section], subject: str) -> None:
    import yaml

    text = draft_campaign(document(*sections, subject=subject))
    data = yaml.safe_load(text)
    assert data["defaults"] == {"required": True, "min_words": 40}


def _made(tmp_path: Path, *parts: object) -> Document:
    docx = Docx()
    for part in parts:
        part(docx)  # type: ignore[operator]
    docx.save(str(tmp_path / "tep.docx"))
    return read(tmp_path / "tep.docx")


def _report(docx: Docx) -> None:
    letterhead(docx)
    for line in ("BÁO CÁO", "Kết quả công tác hòa giải ở cơ sở năm 2025"):
        paragraph = docx.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    for level, marker, title, _ in HEADS:
        docx.add_heading(f"{marker} {title}", level)
        docx.add_paragraph(
            "Trong năm, các tổ hòa giải đã nhận nhiều vụ việc, phần lớn là tranh chấp ranh đất và chuyện "
            "trong nhà; hòa giải viên đến tận nơi nghe từng bên, lập biên bản, mời già làng cùng dự "
            "và báo lại kết quả."
        )


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((letter,), None),
        ((letter, lambda d: outline(d, "bold")), None),
        ((lambda d: outline(d, "heading"),), None),
        ((_report,), "không phải công văn yêu cầu báo cáo"),
        ((lambda d: d.add_paragraph("Thông tin liên hệ của tổ công tác."),), "không thấy mục nào"),
    ],
    ids=["letter", "both", "outline", "report", "note"],
)
def test_a_file_that_asks_for_no_report_is_said(tmp_path: Path, parts: tuple, said: str | None) -> None:
    found = doubts([_made(tmp_path, *parts)])
    if said is None:
        assert found == []
    else:
        assert len(found) == 1
        assert said in found[0]
        assert found[0].startswith("tep.docx: ")


def test_the_outlines_own_title_is_no_item():
    def section(marker: str, level: int, title: str) -> Section:
        return Section(marker=marker, level=level, path=[marker], title=title, text="")

    items = draft_items(
        [
            section("", 1, "Báo cáo kết quả công tác hòa giải ở cơ sở"),
            section("I.", 2, "Tình hình chung"),
            section("II.", 2, "Kết quả"),
            section("1.", 3, "Tuyên truyền"),
        ]
    )
    assert [(item.marker, [below.marker for below in item.items]) for item in items] == [
        ("I", []),
        ("II", ["1"]),
    ]
