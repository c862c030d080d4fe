"""Parts of the reader on made-up lines: nothing lost, offsets right, signs weighed as they should."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.pdf import read_pdf
from extract.pdf.columns import order_lines
from extract.pdf.compose import compose
from extract.pdf.furniture import remove_furniture
from extract.pdf.graphics import Graphics
from extract.pdf.joining import Pair, joins
from extract.pdf.labels import MARKER
from extract.pdf.lines import Line, Span, build_rows, make_line
from extract.pdf.margins import Margins
from extract.pdf.notes import Note, raw_notes
from extract.pdf.page import Page

WORD = st.sampled_from(
    ["Kế", "hoạch", "số", "45/KH-UBND", "ngày", "1", "việc-", "và/", "Ủy", "ban", "(b/c);"]
)
NUMBER = st.floats(min_value=0, max_value=600, allow_nan=False)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    x0 = draw(NUMBER)
    size = draw(st.sampled_from([8.0, 11.0, 14.0]))
    return Span(
        draw(WORD),
        x0,
        x0 + draw(st.floats(1, 80)),
        draw(NUMBER),
        size,
        draw(st.booleans()),
        space=draw(st.booleans()),
    )


def text_of(lines: list[Line]) -> Counter[str]:
    return Counter(span.text for line in lines for span in line.spans)


@given(st.lists(st.lists(spans(), min_size=1, max_size=3), max_size=25))
def test_rows_and_columns_lose_nothing(groups: list[list[Span]]) -> None:
    pieces = [make_line(sorted(group, key=lambda span: span.x0)) for group in groups]
    wanted = text_of(pieces)
    rows = build_rows(pieces)
    assert text_of([line for row in rows for line in row]) == wanted
    ordered, _ = order_lines(rows, 595.0, 0)
    assert text_of(ordered) == wanted
    areas = [line.area for line in ordered if line.area is not None]
    assert areas == sorted(areas)


@given(st.lists(st.lists(spans(), min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_composed_text_and_its_offsets(groups: list[list[Span]], data: st.DataObject) -> None:
    lines = []
    for number, group in enumerate(groups):
        line = make_line(group)
        line.page = 1 + number // 2
        line.calls = {i: f"{number}.{i}" for i in data.draw(st.sets(st.integers(0, len(group) - 1)))}
        lines.append(line)
    block = compose(lines)
    assert "  " not in block.text
    called = [key for line in lines for key in line.calls.values()]
    assert sorted(call.key for call in block.calls) == sorted(called)
    offsets = [call.offset for call in block.calls]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(block.text) for offset in offsets)
    assert [page for _, page in block.page_breaks] == list(range(2, lines[-1].page + 1))
    assert 0 <= block.bold_prefix <= len(block.text)
    printed = sum(len(s.text) for line in lines for i, s in enumerate(line.spans) if i not in line.calls)
    assert len(block.text.replace(" ", "")) == printed


def test_letters_composed_over_two_spans() -> None:
    first, second = Span("quan", 0, 10, 0, 14), Span("\u0309 ly\u0301", 10, 20, 0, 14, space=False)
    line = make_line(
        [first, second, Span("1", 20, 22, 0, 8, space=False), Span(", so", 22, 30, 0, 14, space=False)]
    )
    line.calls = {2: "k"}
    block = compose([line])
    assert block.text == "quaṇ̉ lý, so".replace("ṇ̉", "n̉")
    assert block.text[: block.calls[0].offset].endswith("lý")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_document_or_a_named_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "tep.pdf"
    path.write_bytes(b"%PDF-1.5\n" + data)
    try:
        assert read_pdf(path).format in ("pdf", "scan")
    except ReadError as error:
        assert error.code in ("corrupt_file", "encrypted_file", "needs_tesseract")


AREA = Margins(85.0, 553.0, justified=True, leading=1.25, indent=36.0, gap=0.3)
OPEN_AREA = Margins(85.0, 553.0, justified=True, leading=1.25)


def line(
    text: str, x0: float, x1: float, base: float, *, page: int = 1, bold: bool = False, size: float = 14.0
) -> Line:
    made = make_line([Span(text, x0, x1, base, size, bold)])
    made.page = page
    return made


@pytest.mark.parametrize(
    ("before", "after", "area", "expected"),
    [
        pytest.param(
            line("đã giao Văn", 85, 552.5, 780),
            line("phòng chủ trì.", 85, 300, 75, page=2),
            AREA,
            True,
            id="cut",
        ),
        pytest.param(
            line("do Chánh Văn", 85, 552.5, 780),
            line("Văn phòng thực hiện.", 85, 300, 75, page=2),
            AREA,
            True,
            id="a continuation may start with a capital",
        ),
        pytest.param(
            line("nhiều cách làm hay", 121, 300, 780),
            line("3. Khen thưởng, nhân rộng", 121, 330, 75, page=2, bold=True),
            AREA,
            False,
            id="no full stop before a heading",
        ),
        pytest.param(
            line("kết thúc ở cuối dòng.", 85, 553, 780),
            line("Đoạn mới thụt đầu dòng", 121, 552, 75, page=2),
            AREA,
            False,
            id="indented line after a full one",
        ),
        pytest.param(
            line("Nội dung gồm:", 121, 220, 300),
            line("- mục thứ nhất;", 121, 250, 317.5),
            AREA,
            False,
            id="list",
        ),
        pytest.param(
            line("1. Tên mục dài hết cả dòng như tiêu đề này", 121, 552, 300, bold=True),
            line("gồm hai dòng", 85, 190, 317.5, bold=True),
            AREA,
            True,
            id="wrapped heading",
        ),
        pytest.param(
            line("Biểu số 02/BC", 470, 552.5, 300, bold=True),
            line("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU GIAO TRONG NĂM", 121, 516, 317.5, bold=True),
            AREA,
            False,
            id="a name at the right edge",
        ),
        pytest.param(
            line("Mục 1. Tiêu đề đầy hết dòng trong năm 2025", 85, 552, 300),
            line("1. Phối hợp tuyên truyền", 85, 290, 324),
            AREA,
            False,
            id="a label below a title that fills its line by chance",
        ),
        pytest.param(
            line("được quy định đầy đủ tại khoản", 85, 552, 300),
            line("1. Điều này còn được áp dụng", 85, 290, 324),
            AREA,
            True,
            id="a label that the line above points to, whatever the spacing",
        ),
        pytest.param(
            line("không thụt đầu dòng, hết dòng.", 85, 553, 300),
            line("Cách đoạn bằng khoảng trống", 85, 553, 327),
            OPEN_AREA,
            False,
            id="gap",
        ),
        pytest.param(
            line("không thụt đầu dòng, hết dòng.", 85, 553, 300),
            line("Vẫn là một đoạn", 85, 553, 317.5),
            OPEN_AREA,
            True,
            id="no gap",
        ),
    ],
)
def test_does_a_line_go_on(before: Line, after: Line, area: Margins, *, expected: bool) -> None:
    assert joins(Pair([before], after, None, area, area)) is expected


@pytest.mark.parametrize(("third", "expected"), [(85.0, False), (121.0, True)])
def test_a_label_set_further_in_than_first_lines(third: float, *, expected: bool) -> None:
    """Left of the label, yet where first lines stand: the line after tells whether a paragraph opens."""
    label = line("b) Tên điểm dài vừa đúng một dòng, thụt sâu hơn", 125, 552.5, 300)
    below = line("- Nội dung của điểm bắt đầu từ đây và còn đi", 121, 552.5, 323.5)
    after = line("tiếp ở dòng sau.", third, 300, 341)
    assert joins(Pair([label], below, after, AREA, AREA)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "+ b",
        "I. Mục",
        "II - Mục",
        "II – Mục",
        "1 – Mục",
        "a - Mục",
        "đ – Mục",
        "1. Mục",
        "1.Mục",
        "1.2. Mục",
        "1/ Mục",
        "a) mục",
        "đ) mục",
        "Điều 5. A",
    ],
)
def test_markers(text: str) -> None:
    assert MARKER.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.250 ha rừng",
        "12/02/2024, góp",
        "45/KH-UBND",
        "vụ. Ban",
        "CV-VP ngày",
        "2025 đạt",
        "2021 – 2025",
        "à - nói",
    ],
)
def test_no_markers(text: str) -> None:
    assert not MARKER.match(text)


def sheet(number: int, *rows: tuple[str, float, float]) -> Page:
    """Make a page of lines given as text, x0 and baseline."""
    made = [[line(text, x, x + 6 * len(text), y, page=number)] for text, x, y in rows]
    return Page(number, 595.0, 842.0, made, Graphics(), [], 0)


@pytest.mark.parametrize("pattern", ["{}", "- {} -", "Trang {}", "{}/9", "– {} –"])
@pytest.mark.parametrize("y", [40.0, 815.0])
def test_page_numbers(pattern: str, y: float) -> None:
    body = ("Nội dung của trang này", 85.0, 100.0)
    pages = []
    for number in range(1, 4):
        rows = sorted([body, (pattern.format(number), 300.0, y)], key=lambda row: row[2])
        pages.append(sheet(number, *rows))
    assert remove_furniture(pages) == [pattern.format(number) for number in range(1, 4)]
    assert [len(page.rows) for page in pages] == [1, 1, 1]


def test_a_number_that_belongs_to_the_text_stays() -> None:
    pages = [
        sheet(1, ("năm học bắt đầu vào tháng 9 năm", 85.0, 780.0)),
        sheet(2, ("2015.", 85.0, 75.0), ("Đoạn sau", 121.0, 95.0)),
    ]
    assert remove_furniture(pages) == []


def test_a_date_at_the_end_of_a_paragraph_is_no_page_number_though_it_has_the_page_s_number() -> None:
    full = (
        "Xã đã mở ba lớp tập huấn cho cán bộ thôn, mỗi lớp hai ngày, kinh phí do huyện cấp",
        "Các trường tiểu học trên địa bàn phối hợp với công an xã tuyên truyền hằng tuần",
        "Ngày hội chuyển đổi số của tỉnh tổ chức hằng năm vào ngày kỷ niệm toàn quốc",
    )
    pages = [
        sheet(number, (str(number), 300.0, 40.0), (text, 85.0, 70.0)) for number, text in enumerate(full, 8)
    ]
    pages[-1].rows.append([line("10/10.", 85.0, 120.0, 88.0, page=10)])
    assert remove_furniture(pages) == ["8", "9", "10"]
    assert [row[0].text for row in pages[-1].rows] == [full[-1], "10/10."]


@pytest.mark.parametrize("y", [66.0, 530.0])
def test_page_numbers_of_pages_laid_across(y: float) -> None:
    pages = []
    for number in range(20, 23):
        rows = sorted([("Biểu mẫu thống kê", 370.0, 90.0), (str(number), 399.0, y)], key=lambda row: row[2])
        page = sheet(number, *rows)
        page.width, page.height = 842.0, 595.0
        pages.append(page)
    assert remove_furniture(pages) == ["20", "21", "22"]


def test_brackets_typed_around_the_mark_of_a_note_are_no_text() -> None:
    notes = [Note("a", "1", 2), Note("b", "2", 2)]
    texts = {"a": "() Gồm 03 thôn (cũ).", "b": "(Số liệu đến tháng 6)."}
    assert [note.text for note in raw_notes(notes, texts)] == ["Gồm 03 thôn (cũ).", "(Số liệu đến tháng 6)."]
