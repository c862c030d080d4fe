"""Letterheads made by hand: what is printed, what must be known, what must stay unknown."""

from __future__ import annotations

import pytest
from structure_documents import BODY, LEFT_RIGHT, QH, TITLE, TN, b, bold, doc

from extract.errors import SecretDocument
from extract.structure import build


def test_two_columns() -> None:
    s = build(doc(*LEFT_RIGHT, *TITLE, *BODY))
    m = s.meta
    assert (m.agency_parent, m.agency, m.number) == ("UBND TỈNH GIA LAI", "SỞ TƯ PHÁP", "45/BC-STP")
    assert (m.place, m.date, m.doc_type, m.subject) == (
        "Gia Lai", "2026-04-02", "BÁO CÁO", "Kết quả công tác năm 2025",
    )  # fmt: skip
    assert s.letterhead.left == ["UBND TỈNH GIA LAI", "SỞ TƯ PHÁP", "Số: 45/BC-STP"]
    assert s.letterhead.right == [QH, TN, "Gia Lai, ngày 02 tháng 4 năm 2026"]
    assert s.preamble == "Đơn vị báo cáo kết quả như sau:"


@pytest.mark.parametrize(
    ("line", "left", "right"),
    [
        (f"UBND TỈNH GIA LAI {QH}", ["UBND TỈNH GIA LAI"], [QH]),
        (f"UBND XÃ CỘNG HÒA {QH}", ["UBND XÃ CỘNG HÒA"], [QH]),
        (f"SỞ TƯ PHÁP {TN}", ["SỞ TƯ PHÁP"], [TN]),
        (
            "Số: 45/BC-STP Gia Lai, ngày 02 tháng 4 năm 2026",
            ["Số: 45/BC-STP"],
            ["Gia Lai, ngày 02 tháng 4 năm 2026"],
        ),
        ("ĐẢNG ỦY XÃ IA TUL ĐẢNG CỘNG SẢN VIỆT NAM", ["ĐẢNG ỦY XÃ IA TUL"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        (
            "ĐẢNG ỦY XÃ IA TUL Ia Tul, ngày 05 tháng 12 năm 2025",
            ["ĐẢNG ỦY XÃ IA TUL"],
            ["Ia Tul, ngày 05 tháng 12 năm 2025"],
        ),
    ],
)
def test_a_row_in_which_both_columns_were_merged_is_cut(line: str, left: list[str], right: list[str]) -> None:
    s = build(doc(b(line), *TITLE, *BODY))
    assert s.letterhead.left == left
    assert s.letterhead.right == right


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("Số: 123/BC-VPUBND", "123/BC-VPUBND"),
        ("Số: 123 /BC-VPUBND", "123/BC-VPUBND"),
        ("Số:      /BC-VPUBND", None),
        ("Số: ……/BC-VPUBND", None),
        ("Số: ...../BC-VPUBND", None),
        ("Số 12-BC/ĐU", "12-BC/ĐU"),
        ("* Số 12-BC/ĐU", "12-BC/ĐU"),
        ("Số: 2057/SNV-CQTN&VTLT", "2057/SNV-CQTN&VTLT"),
        ("Số: 30c/KH-UBND", "30c/KH-UBND"),
    ],
)
def test_number(number: str, expected: str | None) -> None:
    s = build(doc(b("UBND XÃ IA O", column=0), b(number, column=0), b(QH, column=1), *TITLE, *BODY))
    assert s.meta.number == expected


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Gia Lai, ngày 20 tháng 4 năm 2026", "Gia Lai", "2026-04-20"),
        ("Ia Ko, ngày     tháng 4 năm 2026", "Ia Ko", None),
        ("Gia Lai, ngày … tháng … năm 2026", "Gia Lai", None),
        ("Sơn Lang, ngày 5 tháng 12 năm 2025", "Sơn Lang", "2025-12-05"),
        ("Gia Lai, ngày 45 tháng 4 năm 2026", "Gia Lai", None),
    ],
)
def test_place_and_date(line: str, place: str, date: str | None) -> None:
    m = build(doc(b("UBND XÃ IA O", column=0), b(QH, column=1), b(line, column=1), *TITLE, *BODY)).meta
    assert (m.place, m.date) == (place, date)


@pytest.mark.parametrize(
    ("lines", "parent", "agency"),
    [
        ([("UBND TỈNH GIA LAI", 0), ("VĂN PHÒNG", 1)], "UBND TỈNH GIA LAI", "VĂN PHÒNG"),
        ([("ỦY BAN NHÂN DÂN", 1), ("XÃ IA GRAI", 1)], None, "ỦY BAN NHÂN DÂN XÃ IA GRAI"),
        (
            [("UBND TỈNH GIA LAI", 0), ("SỞ VĂN HÓA, THỂ THAO", 0), ("VÀ DU LỊCH", 0)],
            "UBND TỈNH GIA LAI",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        ),
        ([("VĂN PHÒNG", 1), ("ĐOÀN ĐẠI BIỂU QUỐC HỘI", 1)], None, "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI"),
        ([("SỞ NỘI VỤ", 1)], None, "SỞ NỘI VỤ"),
        ([("VĂN BẢN QUY PHẠM PHÁP LUẬT", 1), ("CHÍNH PHỦ", 1)], None, "CHÍNH PHỦ"),
    ],
)
def test_parent_and_issuer(lines: list[tuple[str, int]], parent: str | None, agency: str) -> None:
    blocks = [bold(t, column=0) if strong else b(t, column=0) for t, strong in lines]
    m = build(doc(*blocks, b("Số: 1/BC-X", column=0), b(QH, column=1), *TITLE, *BODY)).meta
    assert (m.agency_parent, m.agency) == (parent, agency)


def test_lines_broken_by_a_narrow_column_are_joined() -> None:
    s = build(
        doc(
            bold("UBND XÃ IA O", column=0), bold("CỘNG HÒA XÃ HỘI CHỦ", column=1),
            bold("NGHĨA VIỆT NAM", column=1), bold(TN, column=1), b("Gia Lai, ngày 05 tháng 12 năm", column=1),  # noqa: E501
            b("2025", column=1), *TITLE, *BODY,
        )
    )  # fmt: skip
    assert s.letterhead.right == [QH, TN, "Gia Lai, ngày 05 tháng 12 năm 2025"]
    assert s.meta.date == "2025-12-05"


def test_nothing_seen_is_nothing_said() -> None:
    s = build(doc(*BODY))
    m = s.meta
    assert [m.agency, m.agency_parent, m.number, m.place, m.date, m.doc_type, m.subject, m.signer] == [
        None
    ] * 8
    assert (s.letterhead.left, s.letterhead.right) == ([], [])


def test_official_letter() -> None:
    s = build(
        doc(
            b("UBND TỈNH GIA LAI", column=0), bold("SỞ NỘI VỤ", column=0), b("Số: 9/SNV-CQTN", column=0),
            b("V/v đôn đốc báo cáo", column=0), b("tổng kết năm 2025", column=0), b(QH, column=1),
            b("Kính gửi:", align="center"), b("- Các sở, ban, ngành;"), b("- UBND các xã, phường."), *BODY,
        )
    )  # fmt: skip
    assert s.meta.doc_type == "CÔNG VĂN"
    assert s.meta.sources["doc_type"] == "letterhead_vv"
    assert s.meta.subject == "đôn đốc báo cáo tổng kết năm 2025"
    assert s.meta.addressees == ["Các sở, ban, ngành", "UBND các xã, phường"]


def test_values_only_in_a_stamp_say_so() -> None:
    m = build(doc(*TITLE, *BODY, stamps=["Số: 77/BC-UBND\nNgày 05/12/2025"])).meta
    assert (m.number, m.date) == ("77/BC-UBND", "2025-12-05")
    assert m.sources == {"number": "stamp", "date": "stamp"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CỦA SỞ MẪU SỐ 12/BC-SM NGÀY 05 THÁNG 4 NĂM 2026", ("SỞ MẪU", "12/BC-SM", "2026-04-05")),
        ("của UBND xã Mẫu số 7/BC-UBND, ngày 9/4/2026", ("UBND xã Mẫu", "7/BC-UBND", "2026-04-09")),
        ("(Số: 45/BC-UBND ngày 10/4/2026)", (None, "45/BC-UBND", "2026-04-10")),
        ("của Đoàn kiểm tra số 1 ngày 05/4/2026", (None, None, None)),
        ("Số 15 mô hình dân vận khéo", (None, None, None)),
        ("Kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 05/4/2026", (None, None, None)),
    ],
)  # fmt: skip
def test_a_number_and_a_date_that_stand_in_the_title(title: str, expected: tuple[str | None, ...]) -> None:
    blocks = [bold("BÁO CÁO", align="center"), bold(title, align="center"), bold("I. KẾT QUẢ"), b("Đã làm.")]
    meta = build(doc(*blocks)).meta
    assert (meta.agency, meta.number, meta.date) == expected
    assert meta.subject == title
    assert set(meta.sources.values()) <= {"title"}
    for block in blocks:
        block.scan = True
    assert build(doc(*blocks)).meta.number is None


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật", "(MẬT)"])
def test_a_secrecy_mark_stops_the_reading(mark: str) -> None:
    with pytest.raises(SecretDocument):
        build(doc(*LEFT_RIGHT, b(mark), *TITLE, *BODY))
    with pytest.raises(SecretDocument):
        build(doc(b(mark, column=0), *LEFT_RIGHT, *TITLE, *BODY))


def test_a_secrecy_mark_in_a_stamp_stops_the_reading() -> None:
    with pytest.raises(SecretDocument):
        build(doc(*LEFT_RIGHT, *TITLE, *BODY, stamps=["MẬT"]))


@pytest.mark.parametrize(
    "text", ["Công tác bảo vệ bí mật nhà nước được thực hiện nghiêm.", "BẢO MẬT THÔNG TIN"]
)
def test_the_word_alone_is_no_mark(text: str) -> None:
    assert build(doc(*LEFT_RIGHT, *TITLE, b(text), *BODY)).sections


def test_urgency() -> None:
    assert build(doc(b("HỎA TỐC", column=0), *LEFT_RIGHT, *TITLE, *BODY)).meta.urgency == "HỎA TỐC"


def test_a_number_may_end_with_the_drafting_unit_in_brackets() -> None:
    head = [b("CÔNG AN TỈNH", column=0), b("Số: 118 /TTr-CAT(PC08)", column=0), bold(QH, column=1)]
    assert build(doc(*head, *TITLE, *BODY)).meta.number == "118/TTr-CAT(PC08)"
    row = b("Số: 118/TTr-CAT(PC08) Gia Lai, ngày 02 tháng 4 năm 2026")
    s = build(doc(b(f"CÔNG AN TỈNH {QH}"), row, *TITLE, *BODY))
    assert (s.meta.number, s.meta.date) == ("118/TTr-CAT(PC08)", "2026-04-02")


def test_a_subject_set_across_the_page_goes_on_to_the_addressee() -> None:
    vv = [b("V/v phối hợp thực hiện", align="center"), b("Kế hoạch số 77/KH-BCA", align="center")]
    s = build(doc(*LEFT_RIGHT, *vv, b("của Bộ Công an", align="center"), b("Kính gửi: Công an tỉnh"), *BODY))
    assert s.meta.subject == "phối hợp thực hiện Kế hoạch số 77/KH-BCA của Bộ Công an"
    assert s.meta.addressees == ["Công an tỉnh"]
    assert s.preamble == "Đơn vị báo cáo kết quả như sau:"


def test_addressees_in_the_columns_of_the_letterhead() -> None:
    vv = b("V/v phối hợp thu thập số liệu", column=0)
    sent = [
        b("Kính gửi:", column=0),
        b("- Các sở, ban, ngành;", column=1),
        b("- Ủy ban nhân dân các xã.", column=1),
    ]
    s = build(doc(*LEFT_RIGHT, vv, *sent, *BODY))
    assert s.meta.subject == "phối hợp thu thập số liệu"
    assert s.meta.addressees == ["Các sở, ban, ngành", "Ủy ban nhân dân các xã"]
    assert s.preamble == "Đơn vị báo cáo kết quả như sau:"


@pytest.mark.parametrize("line", ["DỰ THẢO", "Dự thảo 2", "(Dự thảo lần 3)"])
def test_a_draft_mark_between_the_columns_and_the_type_is_head(line: str) -> None:
    s = build(doc(*LEFT_RIGHT, b(line, align="center"), *TITLE, *BODY))
    assert (s.meta.doc_type, s.meta.subject) == ("BÁO CÁO", "Kết quả công tác năm 2025")
    assert s.preamble == "Đơn vị báo cáo kết quả như sau:"


@pytest.mark.parametrize(
    ("label", "name"),
    [("Phần thứ nhất", "TÌNH HÌNH CHUNG"), ("PHẦN I", "Tình hình chung"), ("I.", "TÌNH HÌNH CHUNG")],
)
def test_the_first_part_right_under_the_subject_is_no_subject(label: str, name: str) -> None:
    text = [f"{label} {name}"] if label == "I." else [label, name]
    parts = [bold(line, align="center") for line in text]
    s = build(doc(*LEFT_RIGHT, *TITLE, *parts, b("Xã có 12 thôn, 3.450 hộ.")))
    assert s.meta.subject == "Kết quả công tác năm 2025"
    assert [(x.marker, x.title) for x in s.sections] == [(label, name)]


def test_who_decides_and_the_word_of_deciding_are_no_subject_and_no_heading() -> None:
    title = [
        bold("QUYẾT ĐỊNH", align="center"),
        bold("Về việc kiện toàn Tổ công tác liên ngành", align="center"),
        bold("CHỦ TỊCH ỦY BAN NHÂN DÂN", align="center"),
        bold("TỈNH GIA LAI", align="center"),
    ]
    body = [
        b("Căn cứ Luật Tổ chức chính quyền địa phương;"),
        bold("QUYẾT ĐỊNH:", align="center"),
        bold("Điều 1. Kiện toàn Tổ công tác"),
        b("Tổ công tác gồm 07 thành viên do đồng chí Phó Giám đốc Sở làm Tổ trưởng."),
    ]
    s = build(doc(*LEFT_RIGHT, *title, *body))
    assert s.meta.subject == "Về việc kiện toàn Tổ công tác liên ngành"
    assert s.preamble.split("\n") == [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "QUYẾT ĐỊNH:",
    ]  # fmt: skip
    assert [x.marker for x in s.sections] == ["Điều 1."]


def test_a_body_named_in_a_wrapped_subject_stays_in_it() -> None:
    title = [
        bold("BÁO CÁO", align="center"),
        bold("Kết quả hoạt động năm 2025 của", align="center"),
        bold("BAN QUẢN LÝ RỪNG PHÒNG HỘ", align="center"),
    ]
    assert build(doc(*LEFT_RIGHT, *title, *BODY)).meta.subject == (
        "Kết quả hoạt động năm 2025 của BAN QUẢN LÝ RỪNG PHÒNG HỘ"
    )


@pytest.mark.parametrize(
    "line", ["(Kèm theo Quyết định số 31/QĐ-UBND)", "(Ban hành kèm theo Công văn số 8/SNV)"]
)
def test_what_a_document_is_attached_to_is_no_subject(line: str) -> None:
    title = [bold("QUY CHẾ", align="center"), bold("Phối hợp quản lý hội quần chúng", align="center")]
    s = build(doc(*LEFT_RIGHT, *title, b(line, align="center"), *BODY))
    assert s.meta.subject == "Phối hợp quản lý hội quần chúng"
    assert s.preamble.startswith(line)


def test_a_subject_under_the_number_may_begin_with_ve_alone() -> None:
    under = [b("Về kết quả Đại hội Hội", column=0), b("Người cao tuổi phường", column=0)]
    s = build(doc(*LEFT_RIGHT[:3], *under, *LEFT_RIGHT[3:], b("Kính gửi: Hội Người cao tuổi"), *BODY))
    assert s.meta.subject == "Về kết quả Đại hội Hội Người cao tuổi phường"
    assert (s.meta.doc_type, s.meta.agency) == ("CÔNG VĂN", "SỞ TƯ PHÁP")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["Số: 45/BC-STP"], ["Gia Lai, ngày tháng 4 năm 2026", "02"]),
        (["Số: 45/BC-STP"], ["02", "Gia Lai, ngày tháng 4 năm 2026"]),
        (["45", "Số: /BC-STP"], ["Gia Lai, ngày 02 tháng năm 2026", "4"]),
        (["Số: /BC-STP", "45"], ["Gia Lai, ngày 02 4 tháng năm 2026"]),
        (["Số: /BC-STP 45"], ["Gia Lai, ngày 02 tháng 04 năm 2026"]),
    ],
)
def test_number_and_date_printed_beside_their_blanks(left: list[str], right: list[str]) -> None:
    """Signing programs print both over the finished page, not quite on its lines."""
    head = [b("UBND TỈNH GIA LAI", column=0), bold("SỞ TƯ PHÁP", column=0), *(b(t, column=0) for t in left)]
    head += [bold(QH, column=1), bold(TN, column=1), *(b(t, column=1) for t in right)]
    m = build(doc(*head, *TITLE, *BODY)).meta
    assert (m.agency, m.number, m.date) == ("SỞ TƯ PHÁP", "45/BC-STP", "2026-04-02")


@pytest.mark.parametrize(
    ("left", "right", "number", "date"),
    [
        (["Số: 45/BC-STP", "7"], ["Gia Lai, ngày 02 tháng 4 năm 2026", "9"], "45/BC-STP", "2026-04-02"),
        (["Số: ……/BC-STP", "45"], ["Gia Lai, ngày tháng năm 2026", "02"], None, None),
        (["Số: /BC-STP"], ["Gia Lai, ngày tháng 4 năm 2026", "45"], None, None),
        (["Số: /BC-STP"], ["Gia Lai, ngày 2 4 tháng năm 2026"], None, None),
    ],
)
def test_digits_that_fill_no_single_blank_are_no_number_and_no_date(
    left: list[str], right: list[str], number: str | None, date: str | None
) -> None:
    head = [bold("SỞ TƯ PHÁP", column=0), *(b(t, column=0) for t in left)]
    head += [bold(QH, column=1), *(b(t, column=1) for t in right)]
    m = build(doc(*head, *TITLE, *BODY)).meta
    assert (m.number, m.date) == (number, date)


def test_a_subject_of_two_lines_pushed_to_the_middle_by_hand() -> None:
    title = [
        bold("TỜ TRÌNH", align="center"),
        bold("Về việc đề nghị cho phép thành lập", align="left", indent_first=70.0),
        bold("Hội Sinh vật cảnh tỉnh Gia Lai", align="left", indent_first=125.0),
    ]
    s = build(doc(*LEFT_RIGHT, *title, *BODY))
    assert s.meta.subject == "Về việc đề nghị cho phép thành lập Hội Sinh vật cảnh tỉnh Gia Lai"


def test_a_line_a_gateway_prints_above_the_letterhead_hides_nothing() -> None:
    s = build(doc(b("Đơn vị gửi: Văn phòng Sở Tư pháp", size=8.0), *LEFT_RIGHT, *TITLE, *BODY))
    assert (s.meta.agency, s.meta.number, s.meta.doc_type) == ("SỞ TƯ PHÁP", "45/BC-STP", "BÁO CÁO")
    assert s.letterhead.left[0] == "Đơn vị gửi: Văn phòng Sở Tư pháp"
    assert s.preamble == "Đơn vị báo cáo kết quả như sau:"
