"""Titles as offices type them: without a type word, with the type on one line, parts below the subject."""

from __future__ import annotations

import pytest
from structure_documents import LEFT_RIGHT, b, bold, doc

from extract.blocks import Block
from extract.structure import Structure, build

TEXT = "Chi cục đã kiểm tra 14 cơ sở và nhắc nhở 03 cơ sở còn thiếu hồ sơ theo dõi."


def middle(text: str, **kw: object) -> Block:
    return bold(text, align="center", **kw)


def outline(read: Structure) -> list[tuple[str, int, str]]:
    return [(s.marker, s.level, s.title) for s in read.sections]


def test_a_title_without_its_type_is_no_section() -> None:
    read = build(
        doc(
            *LEFT_RIGHT,
            middle("KẾT QUẢ VẬN ĐỘNG HIẾN ĐẤT MỞ ĐƯỜNG"), middle("Từ năm 2019 đến 2025"), b(TEXT),
            bold("I. ĐÃ LÀM"), b(TEXT), bold("II. CHƯA LÀM"), b(TEXT),
        )
    )  # fmt: skip
    assert read.meta.subject == "KẾT QUẢ VẬN ĐỘNG HIẾN ĐẤT MỞ ĐƯỜNG Từ năm 2019 đến 2025"
    assert read.meta.doc_type is None
    assert read.preamble == TEXT
    assert outline(read) == [("I.", 1, "ĐÃ LÀM"), ("II.", 1, "CHƯA LÀM")]


def test_two_lines_in_the_middle_head_two_parts() -> None:
    read = build(
        doc(*LEFT_RIGHT, middle("NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), b(TEXT), middle("NHỮNG VIỆC CÒN LẠI"), b(TEXT))
    )
    assert read.meta.subject is None
    assert outline(read) == [("", 1, "NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), ("", 1, "NHỮNG VIỆC CÒN LẠI")]


def test_without_a_letterhead_a_line_in_the_middle_is_a_heading() -> None:
    read = build(doc(middle("NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), b(TEXT)))
    assert outline(read) == [("", 1, "NHỮNG VIỆC ĐÃ LÀM ĐƯỢC")]


@pytest.mark.parametrize("align", ["center", "left"])
def test_type_and_subject_on_one_line(align: str) -> None:
    line = bold("TỜ TRÌNH Về việc sửa chữa nhà văn hóa làng Pơ Nang", align=align)
    read = build(doc(*LEFT_RIGHT, line, b(TEXT), bold("1. Sự cần thiết"), b(TEXT)))
    assert (read.meta.doc_type, read.meta.subject) == (
        "TỜ TRÌNH",
        "Về việc sửa chữa nhà văn hóa làng Pơ Nang",
    )
    assert outline(read) == [("1.", 1, "Sự cần thiết")]


@pytest.mark.parametrize(
    "part", ["PHẦN I. VIỆC ĐÃ LÀM", "Phần thứ nhất", "VIỆC ĐÃ LÀM TRONG KỲ"], ids=["word", "alone", "bare"]
)
def test_the_first_part_is_not_swallowed_by_the_subject(part: str) -> None:
    read = build(
        doc(*LEFT_RIGHT, middle("BÁO CÁO"), middle("Kết quả trồng rừng năm 2025"), middle(part), b(TEXT))
    )
    assert read.meta.subject == "Kết quả trồng rừng năm 2025"
    assert read.sections[0].level == 1


def test_letters_that_begin_again_under_roman_numerals_stay_under_them() -> None:
    heads = ("I. KẾT QUẢ", "A. Về thu", "B. Về chi", "II. TỒN TẠI", "A. Về thu", "B. Về chi")
    read = build(doc(*(x for head in heads for x in (bold(head), b(TEXT)))))
    assert [(s.marker, s.level) for s in read.sections] == [
        ("I.", 1), ("A.", 2), ("B.", 2), ("II.", 1), ("A.", 2), ("B.", 2),
    ]  # fmt: skip


def plain(*texts: str) -> Structure:
    return build(
        doc(bold("I. KẾT QUẢ"), b(TEXT), bold("II. NHẬN XÉT"), *map(b, texts), bold("III. ĐỀ NGHỊ"), b(TEXT))
    )


def test_names_before_colons_are_titles_where_a_series_has_them() -> None:
    read = plain(
        "1. Mặt được: Người dân hưởng ứng. Số hộ tham gia tăng.", "2. Mặt chưa được: Thiếu kinh phí."
    )
    assert [(s.title, s.text) for s in read.sections[2:4]] == [
        ("Mặt được:", "Người dân hưởng ứng. Số hộ tham gia tăng."), ("Mặt chưa được:", "Thiếu kinh phí."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Mặt được: Người dân hưởng ứng.", "2. Đã mở 04 lớp dạy nghề cho lao động nông thôn."),
        ("1. Tổ trưởng: Ông Nguyễn Văn Tâm;", "2. Tổ phó: Bà Lê Thị Hòa;"),
        ("1. Làm đường liên thôn: 5.200 ngày công;", "2. Sửa nhà cho hộ nghèo: 410 ngày công."),
        ("1. Kế hoạch số 12/KH-UBND: Về trồng cây phân tán.", "2. Kế hoạch số 15/KH-UBND: Về nước sạch."),
        (
            "1. Giao các xã: Ia Ly, Ia Phí, Chư Đang Ya rà soát.",
            "2. Đề nghị 02 sở: Tài chính, Xây dựng bố trí vốn.",
        ),
        ("1. Đã giải thể 02 hội, gồm: Hội Làm vườn.", "2. Các đơn vị chậm báo cáo là: Trạm Y tế."),
    ],
    ids=["one", "persons", "counts", "documents", "of many", "lead-ins"],
)
def test_colons_inside_items_make_no_titles(texts: tuple[str, str]) -> None:
    assert [s.title for s in plain(*texts).sections[2:4]] == ["", ""]


def test_points_of_an_article_have_no_names() -> None:
    points = ("1. Hộ nghèo: Được hỗ trợ toàn bộ chi phí.", "2. Hộ cận nghèo: Được hỗ trợ một nửa chi phí.")
    read = build(doc(bold("Điều 3. Mức hỗ trợ"), *map(b, points), bold("Điều 4. Thời hạn"), b(TEXT)))
    assert [s.title for s in read.sections] == ["Mức hỗ trợ", "", "", "Thời hạn"]


def test_a_soft_break_ends_a_plain_title_before_a_sentence() -> None:
    read = build(
        doc(b("I. KẾT QUẢ\nTổ đã hoàn thành việc.\n1. Họp dân\nHọp 04 lần.\n2. Làm đường\nLàm 300 m."))
    )
    assert [(s.marker, s.title, s.text) for s in read.sections] == [
        ("I.", "KẾT QUẢ", "Tổ đã hoàn thành việc."),
        ("1.", "Họp dân", "Họp 04 lần."),
        ("2.", "Làm đường", "Làm 300 m."),
    ]


def test_an_item_over_a_soft_break_stays_whole() -> None:
    texts = [
        f"{k}. Đã vận động {k}5 hộ tham gia tổ hợp tác trồng dâu.\nCác hộ đều có thu nhập khá."
        for k in (1, 2)
    ]
    read = build(doc(bold("I. VIỆC ĐÃ LÀM"), *map(b, texts)))
    assert [s.text for s in read.sections[1:]] == [text[3:] for text in texts]


SIGNED = [b("Nơi nhận:"), b("- Như trên;"), b("- Lưu: VT.")]


def test_annexes_without_a_number_have_their_titles() -> None:
    read = build(
        doc(
            bold("I. KẾT QUẢ"), b(TEXT), *SIGNED,
            middle("PHỤ LỤC DANH MỤC CÔNG TRÌNH"), b("(Kèm theo báo cáo)", align="center"),
            bold("I. Đường giao thông"),
            b("1. Đường làng Kon Măh dài 1,2 km."), bold("II. Thủy lợi"), b("1. Đập dâng Đak Trôi."),
            middle("PHỤ LỤC DANH SÁCH HỘ HIẾN ĐẤT"), Block(kind="table", cells=[["Họ tên"], ["A"]]),
            middle("BIỂU TỔNG HỢP NGÀY CÔNG"), Block(kind="table", cells=[["Ngày công"], ["20"]]),
        )
    )  # fmt: skip
    assert [(s.marker, s.level, s.title) for s in read.annexes if s.title] == [
        ("PHỤ LỤC", 1, "DANH MỤC CÔNG TRÌNH"), ("I.", 2, "Đường giao thông"), ("II.", 2, "Thủy lợi"),
        ("PHỤ LỤC", 1, "DANH SÁCH HỘ HIẾN ĐẤT"), ("", 1, "BIỂU TỔNG HỢP NGÀY CÔNG"),
    ]  # fmt: skip
    titled = [
        k
        for k, s in enumerate(read.annexes)
        if s.title in ("DANH SÁCH HỘ HIẾN ĐẤT", "BIỂU TỔNG HỢP NGÀY CÔNG")
    ]
    assert read.table_annexes == titled


def test_capitals_over_two_paragraphs_are_one_title() -> None:
    first = "II. KẾT QUẢ VẬN ĐỘNG CÁC HỘ TRONG VÙNG DỰ ÁN"
    read = build(doc(bold("I. MỞ ĐẦU"), b(TEXT), bold(first), bold("BÀN GIAO MẶT BẰNG"), b(TEXT)))
    assert outline(read)[1] == ("II.", 1, f"{first[4:]} BÀN GIAO MẶT BẰNG")


def test_unnumbered_titles_in_capitals_are_not_joined_to_the_part_above() -> None:
    first = "II. KẾT QUẢ VẬN ĐỘNG CÁC HỘ TRONG VÙNG DỰ ÁN"
    blocks = [bold(first), bold("BÀN GIAO MẶT BẰNG"), b(TEXT), bold("TÁI ĐỊNH CƯ"), b(TEXT)]
    read = build(doc(bold("I. MỞ ĐẦU"), b(TEXT), *blocks))
    assert [title for _, _, title in outline(read)] == [
        "MỞ ĐẦU",
        first[4:],
        "BÀN GIAO MẶT BẰNG",
        "TÁI ĐỊNH CƯ",
    ]


def italic(text: str) -> Block:
    return bold(text, italic=1.0)


def test_a_title_at_the_edge_is_not_swallowed_by_a_subject_in_the_middle() -> None:
    head = [*LEFT_RIGHT, middle("BÁO CÁO"), middle("Phục vụ bạn đọc tại thư viện xã")]
    for title in ("VIỆC ĐÃ LÀM", "Việc đã làm"):
        read = build(
            doc(*head, bold(title, align="left"), b(TEXT), bold("Việc còn lại", align="left"), b(TEXT))
        )
        assert read.meta.subject == "Phục vụ bạn đọc tại thư viện xã"
        assert outline(read)[0] == ("", 1, title)


def test_a_title_in_another_dress_does_not_go_on_with_the_one_above() -> None:
    read = build(
        doc(bold("A. KẾT QUẢ ĐẠT ĐƯỢC"), italic("Về trồng rừng"), b(TEXT), italic("Về giữ rừng"), b(TEXT))
    )
    assert outline(read) == [("A.", 1, "KẾT QUẢ ĐẠT ĐƯỢC"), ("", 2, "Về trồng rừng"), ("", 2, "Về giữ rừng")]


def test_bold_words_before_a_comma_make_no_title() -> None:
    lines = ("1. Một là, Chi cục phải chủ động.", "2. Hai là, Chi cục phải phối hợp với các xã.")
    blocks = [Block(text=t, bold=0.2, bold_prefix=t.index(",") + 1) for t in lines]
    read = build(doc(bold("I. BÀI HỌC"), *blocks, bold("II. ĐỀ XUẤT"), b(TEXT)))
    assert [s.title for s in read.sections] == ["BÀI HỌC", "", "", "ĐỀ XUẤT"]


def test_numbers_without_a_sign_count_beside_each_other() -> None:
    read = build(doc(bold("I. KẾT QUẢ"), bold("1 Trồng rừng"), b(TEXT), bold("2 Giữ rừng"), b(TEXT)))
    assert outline(read)[1:] == [("1", 2, "Trồng rừng"), ("2", 2, "Giữ rừng")]


@pytest.mark.parametrize("text", ["12 Trạm kiểm lâm cùng vào cuộc", "2 Hạt kiểm lâm"])
def test_a_quantity_alone_is_no_number_of_a_section(text: str) -> None:
    read = build(doc(bold("I. KẾT QUẢ"), b(TEXT), bold(text), b(TEXT), bold("II. ĐỀ XUẤT"), b(TEXT)))
    assert [s.marker for s in read.sections if s.marker] == ["I.", "II."]


def test_unnumbered_parts_before_and_after_the_numbered_ones_stand_beside_them() -> None:
    parts = (middle("MỞ ĐẦU"), bold("I. KẾT QUẢ"), bold("II. TỒN TẠI"), middle("KẾT LUẬN"))
    read = build(doc(*(x for part in parts for x in (part, b(TEXT)))))
    assert [(s.marker, s.level) for s in read.sections] == [("", 1), ("I.", 1), ("II.", 1), ("", 1)]


@pytest.mark.parametrize("told", [True, False])
def test_unnumbered_parts_hold_series_that_begin_again(told: bool) -> None:
    blocks = []
    for part in ("VIỆC ĐÃ LÀM", "VIỆC CÒN LẠI"):
        blocks += [middle(part), *([b(TEXT)] if told else [])]
        blocks += [bold("I. TRỒNG RỪNG"), b(TEXT), bold("II. GIỮ RỪNG"), b(TEXT)]
    read = build(doc(*blocks))
    assert [(s.marker, s.level) for s in read.sections] == [("", 1), ("I.", 2), ("II.", 2)] * 2


def test_the_name_of_a_form_stands_under_its_number() -> None:
    forms = [
        x
        for k in (1, 2)
        for x in (bold(f"Mẫu số 0{k}", align="right"), b("…"), middle("GIẤY ĐĂNG KÝ"), b(TEXT))
    ]
    read = build(doc(bold("I. KẾT QUẢ"), b(TEXT), *SIGNED, *forms))
    assert [(s.marker, s.level) for s in read.annexes] == [
        ("Mẫu số 01", 1),
        ("", 2),
        ("Mẫu số 02", 1),
        ("", 2),
    ]
