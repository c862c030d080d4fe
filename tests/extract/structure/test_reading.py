"""The one decision over the whole document: sequences, levels, what is a heading and what an item."""

from __future__ import annotations

import pytest

from extract.blocks import Block, RawDocument
from extract.structure import build

SENTENCE = "Đơn vị đã hoàn thành nhiệm vụ được giao trong năm; kết quả được cấp trên ghi nhận."


def h(text: str, **kw: object) -> Block:
    """Make a bold line."""
    return Block(text=text, bold=1.0, bold_prefix=len(text), **kw)  # type: ignore[arg-type]


def b(text: str = SENTENCE, **kw: object) -> Block:
    return Block(text=text, **kw)  # type: ignore[arg-type]


def outline(*blocks: Block) -> list[tuple[str, int, str]]:
    s = build(RawDocument("docx", "test/1", list(blocks)))
    return [(x.marker, x.level, x.title) for x in s.sections]


def test_a_roman_part_before_the_lettered_ones_stands_beside_them() -> None:
    assert outline(
        h("I. KHÁI QUÁT"), b(), h("A. KẾT QUẢ"), h("I. Chỉ đạo"), h("1. Quán triệt"), b(), h("2. Triển khai"), b(),  # noqa: E501
        h("II. Tổ chức"), b(), h("B. NHIỆM VỤ"), h("I. Định hướng"), b(),
    ) == [
        ("I.", 1, "KHÁI QUÁT"), ("A.", 1, "KẾT QUẢ"), ("I.", 2, "Chỉ đạo"), ("1.", 3, "Quán triệt"),
        ("2.", 3, "Triển khai"), ("II.", 2, "Tổ chức"), ("B.", 1, "NHIỆM VỤ"), ("I.", 2, "Định hướng"),
    ]  # fmt: skip


def test_letters_under_roman_parts_stay_under_them() -> None:
    assert [x[:2] for x in outline(
        h("I. MỘT"), h("A. Đầu"), b(), h("B. Sau"), b(), h("II. HAI"), h("A. Đầu"), b(), h("III. BA"), b(),
        h("IV. BỐN"), h("A. Đầu"), b(), h("B. Sau"), b(),
    )] == [("I.", 1), ("A.", 2), ("B.", 2), ("II.", 1), ("A.", 2), ("III.", 1), ("IV.", 1), ("A.", 2), ("B.", 2)]  # fmt: skip  # noqa: E501


def test_articles_run_on_through_chapters_and_sections() -> None:
    blocks: list[Block] = []
    article = 0
    for chapter, sections in (("I", 0), ("II", 2), ("III", 0), ("IV", 0)):
        blocks += [h(f"Chương {chapter}", align="center"), h(f"TÊN CHƯƠNG {chapter}", align="center")]
        for section in range(max(sections, 1)):
            if sections:
                blocks += [h(f"Mục {section + 1}", align="center"), h("TÊN MỤC", align="center")]
            for _ in range(4):
                article += 1
                blocks += [
                    h(f"Điều {article}. Quy định"),
                    b(f"1. {SENTENCE}"),
                    b(f"2. {SENTENCE}"),
                    b("a) Điểm một;"),
                ]
    found = outline(*blocks)
    assert [x[0] for x in found if x[1] == 1] == ["Chương I", "Chương II", "Chương III", "Chương IV"]
    assert [x[0] for x in found if x[0].startswith("Điều")] == [f"Điều {n}." for n in range(1, 21)]
    assert {x[1] for x in found if x[0].startswith("Điều")} == {2, 3}


@pytest.mark.parametrize(
    "line",
    [
        "2025 là năm đầu tiên thực hiện kế hoạch.",
        "1. 5. 2025 là ngày bắt đầu.",
        "Điều 5 của Luật quy định rõ trách nhiệm.",
        "12,5 tỷ đồng đã được giải ngân.",
        "V.I. Lênin viết về công tác này.",
    ],
)
def test_lines_that_only_look_like_markers_are_text(line: str) -> None:
    s = build(RawDocument("docx", "test/1", [h("I. KẾT QUẢ"), b(), b(line), b(), h("II. NHIỆM VỤ"), b()]))
    assert [x.marker for x in s.sections] == ["I.", "II."]
    assert line in s.sections[0].text.split("\n")


def test_a_number_out_of_sequence_is_text() -> None:
    s = build(
        RawDocument("docx", "test/1", [h("I. KẾT QUẢ"), b("7. tháng có mưa lớn."), h("II. NHIỆM VỤ"), b()])
    )
    assert [x.marker for x in s.sections] == ["I.", "II."]


@pytest.mark.parametrize(("typed", "canonical"), [("Il.", "II"), ("lI.", "II")])
def test_a_mistyped_numeral_keeps_its_print_and_gets_the_right_path(typed: str, canonical: str) -> None:
    s = build(RawDocument("docx", "test/1", [h("I. MỘT"), b(), h(f"{typed} HAI"), b(), h("III. BA"), b()]))
    assert [x.marker for x in s.sections] == ["I.", typed, "III."]
    assert s.sections[1].path == [canonical]


def test_on_a_scan_a_misread_numeral_is_put_right() -> None:
    blocks = [
        h("L. Một", scan=True),
        b(scan=True),
        h("IL. Hai", scan=True),
        b(scan=True),
        h("IH. Ba", scan=True),
        b(scan=True),
    ]
    s = build(RawDocument("pdf", "test/1", blocks))
    assert [(x.marker, x.path) for x in s.sections] == [("I.", ["I"]), ("II.", ["II"]), ("III.", ["III"])]


def test_the_same_number_twice_and_a_gap_keep_the_level() -> None:
    found = outline(h("I. A"), b(), h("II. B"), b(), h("III. C"), b(), h("III. D"), b(), h("V. E"), b())
    assert [x[:2] for x in found] == [("I.", 1), ("II.", 1), ("III.", 1), ("III.", 1), ("V.", 1)]


def test_sentences_are_items_and_short_lines_are_headings() -> None:
    long = SENTENCE + " " + SENTENCE
    found = outline(
        h("I. NHIỆM VỤ"), b(f"1. {long}"), b(f"2. {long}"), b("3. Rà soát, hoàn thiện quy chế làm việc của cơ quan."),  # noqa: E501
        h("II. KẾT QUẢ"), b("1. Thuận lợi"), b(), b("2. Khó khăn"), b(),
    )  # fmt: skip
    assert [x[2] for x in found] == ["NHIỆM VỤ", "", "", "", "KẾT QUẢ", "Thuận lợi", "Khó khăn"]


def test_run_in_headings_are_cut_at_the_end_of_the_bold() -> None:
    line = "1. Công tác tuyên truyền: " + SENTENCE
    s = build(
        RawDocument(
            "docx", "test/1",
            [h("I. KẾT QUẢ"), Block(text=line, bold=0.2, bold_prefix=25), Block(text="2. Đào tạo. " + SENTENCE, bold=0.1, bold_prefix=11)],  # noqa: E501
        )
    )  # fmt: skip
    assert [(x.title, x.text) for x in s.sections[1:]] == [
        ("Công tác tuyên truyền:", SENTENCE),
        ("Đào tạo.", SENTENCE),
    ]


def test_a_bold_number_alone_makes_no_title() -> None:
    s = build(
        RawDocument(
            "docx", "test/1", [h("I. NHIỆM VỤ"), Block(text=f"1. {SENTENCE}", bold=0.02, bold_prefix=2)]
        )
    )
    assert (s.sections[1].title, s.sections[1].text) == ("", SENTENCE)


def test_a_wrapped_heading_is_one_heading() -> None:
    first = "II. Công tác phối hợp giữa các cơ quan trong"
    assert outline(h("I. MỘT"), b(), h(first), h("hệ thống chính trị"), b()) == [
        ("I.", 1, "MỘT"), ("II.", 1, "Công tác phối hợp giữa các cơ quan trong hệ thống chính trị"),
    ]  # fmt: skip


def test_headings_on_soft_breaks_are_parted() -> None:
    assert outline(h("I. KẾT QUẢ\n1. Thuận lợi\na) Về con người"), b()) == [
        ("I.", 1, "KẾT QUẢ"), ("1.", 2, "Thuận lợi"), ("a)", 3, "Về con người"),
    ]  # fmt: skip


def test_a_label_on_its_own_line_takes_the_next_as_title() -> None:
    assert outline(h("Phần I", align="center"), h("TÌNH HÌNH CHUNG", align="center"), h("I. Một"), b()) == [
        ("Phần I", 1, "TÌNH HÌNH CHUNG"), ("I.", 2, "Một"),
    ]  # fmt: skip


def test_automatic_numbers_and_bullets() -> None:
    s = build(
        RawDocument(
            "docx", "test/1",
            [h("KẾT QUẢ", number="I."), h("Thuận lợi", number="1."), b(), b("Gạch đầu dòng", number="-"), b("Chấm", number="\uf0b7")],  # noqa: E501
        )
    )  # fmt: skip
    assert [(x.marker, x.title) for x in s.sections] == [("I.", "KẾT QUẢ"), ("1.", "Thuận lợi")]
    assert s.sections[1].text.split("\n")[1:] == ["- Gạch đầu dòng", "- Chấm"]


def test_unnumbered_bold_headings_need_strong_evidence() -> None:
    found = outline(h("I. KẾT QUẢ"), h("Về tổ chức"), b(), h("Về con người"), b(), b("Lưu ý chung"), b())
    assert [x[0:2] for x in found] == [("I.", 1), ("", 2), ("", 2)]
    assert outline(h("Bảng 1. Kết quả năm"), b()) == []


def test_quoted_articles_of_another_act_are_text() -> None:
    s = build(
        RawDocument(
            "docx", "test/1",
            [h("Điều 1. Sửa đổi"), b("Sửa đổi như sau:"), b("“Điều 7. Thời hạn"), b("1. Thời hạn là mười ngày."),  # noqa: E501
             b("2. Trường hợp khác là năm ngày.”"), h("Điều 2. Hiệu lực"), b()],
        )
    )  # fmt: skip
    assert [x.marker for x in s.sections if x.level == 1] == ["Điều 1.", "Điều 2."]


def test_pages_follow_the_text() -> None:
    text = "Câu thứ nhất ở trang một. Câu thứ hai ở trang hai."
    block = Block(text=text, page=1, page_end=2, page_breaks=[(26, 2)])
    s = build(
        RawDocument(
            "pdf", "test/1", [h("I. KẾT QUẢ", page=1, page_end=1), block, h("II. HAI", page=2), b(page=2)]
        )
    )
    assert (s.sections[0].page, s.sections[0].page_end) == (1, 2)
    assert s.sections[0].page_starts == [(0, 1), (26, 2)]
    assert s.sections[1].page == 2


def test_linear_time() -> None:
    """Twice the lines cost about twice the work: the number of partial readings is bounded."""
    import time

    def seconds(n: int) -> float:
        blocks = [h("I. KẾT QUẢ")] + [b(f"{k % 9 + 1}. {SENTENCE}") for k in range(n)]
        start = time.perf_counter()
        build(RawDocument("docx", "test/1", blocks))
        return time.perf_counter() - start

    seconds(50)
    small, large = min(seconds(300) for _ in range(3)), min(seconds(1200) for _ in range(3))
    assert large < small * 10


@pytest.mark.parametrize(
    ("before", "read_as_items"),
    [
        ("Giao ban vào các đợt ra quân cuối tuần. “-", True),  # specks that look like a quotation mark
        ("Giao ban vào các đợt “ra quân cuối tuần.", True),  # its end was not recognised
    ],
)
def test_on_a_scan_a_quotation_mark_without_its_end_hides_no_points(before: str, read_as_items: bool) -> None:
    points = ("a) hướng dẫn 350 hộ dùng mã QR;", "b) mở 04 lớp kỹ năng số;", "c) duy trì 09 điểm phát sóng.")
    found = outline(h("I. KẾT QUẢ"), *(b(text, scan=True) for text in (before, *points)))
    assert ([marker for marker, _, _ in found] == ["I.", "a)", "b)", "c)"]) is read_as_items


def test_on_a_scan_a_closed_quotation_still_hides_its_points() -> None:
    lines = ("Điều 2 được sửa đổi: “Điều 2. Nội dung", "a) hướng dẫn hộ dân;", "b) mở lớp kỹ năng số.”")
    assert [marker for marker, _, _ in outline(h("I. KẾT QUẢ"), *(b(text, scan=True) for text in lines))] == [
        "I."
    ]


@pytest.mark.parametrize(
    "markers",
    [
        ("1.", "3.", "2.", "4."),
        ("2.", "3.", "4.", "1."),
        ("1.", "9.", "3.", "4."),
        ("1.", "2.", "2.", "3."),
        ("3.", "2.", "1."),
    ],
)
@pytest.mark.parametrize("outer", [True, False])
def test_titles_in_bold_count_in_whatever_order_they_stand(markers: tuple[str, ...], outer: bool) -> None:
    titles = ("Công tác chỉ đạo", "Kết quả thực hiện", "Kiểm tra, giám sát", "Khen thưởng")
    before = [h("I. TÌNH HÌNH CHUNG"), h("1. Thuận lợi"), b(), h("2. Khó khăn"), b(), h("II. KẾT QUẢ")]
    blocks = before if outer else []
    for marker, title in zip(markers, titles, strict=False):
        blocks += [h(f"{marker} {title}"), b()]
    blocks += [h("III. PHƯƠNG HƯỚNG"), b()] if outer else []
    found = outline(*blocks)
    assert [level for _, level, _ in found] == (
        [1, 2, 2, 1] + [2] * len(markers) + [1] if outer else [1] * len(markers)
    )
    inner = [(marker, title) for marker, _, title in found][4:-1] if outer else [(m, t) for m, _, t in found]
    assert inner == list(zip(markers, titles, strict=False))


def test_numbers_in_bold_that_are_sentences_need_their_order() -> None:
    lines = [h("1. Kết quả"), b(), h("7. Đã hỗ trợ hộ nghèo vay vốn trong năm."), b(), h("2. Hạn chế"), b()]
    assert [marker for marker, _, _ in outline(*lines)] == ["1.", "2."]


def test_a_line_of_a_centred_title_may_reach_from_edge_to_edge() -> None:
    long = "VÀ BẢO ĐẢM ĐIỀU KIỆN LÀM VIỆC CỦA CÁC CƠ QUAN TRONG TỈNH"
    found = outline(
        h("Chương I", align="center"), h("TỔ CHỨC BỘ MÁY,", align="center"), h(long, align="left"),
        h("NĂM 2026", align="center"), h("Điều 1. Phạm vi"), b(),
    )  # fmt: skip
    assert found == [
        ("Chương I", 1, f"TỔ CHỨC BỘ MÁY, {long} NĂM 2026"),
        ("Điều 1.", 2, "Phạm vi"),
    ]


def test_an_annex_in_a_file_of_its_own_keeps_its_number() -> None:
    assert outline(
        h("Phụ lục III", align="center"), h("BIỂU TỔNG HỢP KẾT QUẢ", align="center"), h("I. NHÂN SỰ"), b(),
        h("II. KINH PHÍ"), b(),
    ) == [
        ("Phụ lục III", 1, "BIỂU TỔNG HỢP KẾT QUẢ"), ("I.", 2, "NHÂN SỰ"), ("II.", 2, "KINH PHÍ"),
    ]  # fmt: skip


def test_the_letterhead_of_a_form_is_no_heading() -> None:
    found = build(
        RawDocument("docx", "test/1", [
            h("I. KẾT QUẢ"), b(), h("II. KIẾN NGHỊ"), b(), b("Nơi nhận:"), b("- Như trên;"), b("- Lưu: VT."),
            h("Phụ lục", align="center"), h("PHIẾU KHẢO SÁT", align="center"), b(),
            h("Mẫu số 01", align="right"), h("TÊN ĐƠN VỊ", align="center", column=0),
            h("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", align="center", column=1),
            h("Độc lập - Tự do - Hạnh phúc", align="center", column=1), b(), h("Ghi chú:"), b(),
            h("Mẫu số 02", align="right"), h("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", align="center"), b(),
        ])
    )  # fmt: skip
    assert [(x.marker, x.title) for x in found.sections] == [("I.", "KẾT QUẢ"), ("II.", "KIẾN NGHỊ")]
    assert [(x.marker, x.title) for x in found.annexes] == [
        ("Phụ lục", "PHIẾU KHẢO SÁT"), ("Mẫu số 01", ""), ("Mẫu số 02", ""),
    ]  # fmt: skip


def test_a_place_and_date_at_the_end_make_no_letterhead_of_the_first_heading() -> None:
    found = build(
        RawDocument("docx", "test/1", [
            h("A. KẾT QUẢ THỰC HIỆN"), b(), h("B. KIẾN NGHỊ"), b(),
            b("Gia Lai, ngày 20 tháng 4 năm 2026", align="right"), h("GIÁM ĐỐC", align="right"),
        ])
    )  # fmt: skip
    assert [x.title for x in found.sections] == ["KẾT QUẢ THỰC HIỆN", "KIẾN NGHỊ"]
    assert found.letterhead.left == []


@pytest.mark.parametrize(
    ("printed", "right", "numbers"),
    [("PHẢN", "PHẦN", ("I", "II", "IH")), ("Chuơng", "Chương", ("I", "II", "III")), ("Điêu", "Điều", ("1", "2", "3"))],  # noqa: E501
)  # fmt: skip
def test_words_of_markers_misread_on_a_scan(printed: str, right: str, numbers: tuple[str, ...]) -> None:
    titles = [f"{printed} {number}. Tổ chức thực hiện" for number in numbers]
    scanned = [x for t in titles for x in (h(t, scan=True, confidence=0.9), b(scan=True, confidence=0.9))]
    sections = build(RawDocument("scan", "test/1", scanned)).sections
    labels = [f"{right} {number.replace('H', 'II')}" for number in numbers]
    assert [(x.marker, x.path, x.title) for x in sections] == [
        (f"{label}.", [label], "Tổ chức thực hiện") for label in labels
    ]
    typed = [x for t in titles for x in (h(t), b())]
    assert all(not x.marker for x in build(RawDocument("docx", "test/1", typed)).sections)


def test_a_syllable_like_a_roman_numeral_begins_a_title() -> None:
    blocks = [h("Chương I", align="center"), h("HÀNH VI VI PHẠM", align="center")]
    expected = [("Chương I", 1, "HÀNH VI VI PHẠM")]
    for number, field in enumerate(("TRẬT TỰ", "PHÒNG CHÁY", "GIAO THÔNG"), start=1):
        title = f"VI PHẠM QUY ĐỊNH VỀ {field}"
        blocks += [
            h(f"Mục {number}", align="center"),
            h(title, align="center"),
            h(f"Điều {number}. Mức phạt"),
            b(),
        ]
        expected += [(f"Mục {number}", 2, title), (f"Điều {number}.", 3, "Mức phạt")]
    assert outline(*blocks) == expected
