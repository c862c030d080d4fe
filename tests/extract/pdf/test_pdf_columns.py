"""Letterheads and endings of many hands: left column top-down, then the right, nothing else in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pdf_sentences import sentence
from pdf_writer import Writer, font_path, width

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
pytestmark = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")

STATE = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Gia Lai, ngày 05 tháng 4 năm 2026",
)


@dataclass(frozen=True)
class Head:
    """Lines of both columns; drop: points by which the right column stands lower; after: gap to the title.

    lines_of: how many printed lines make each text of the left column (a wrapped subject is one text).
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    drop: float = 0.0
    after: float = 30.0
    left_middle: float = 160.0
    right_middle: float = 410.0
    size: float = 13.0
    title: str = "BÁO CÁO"
    stream: str = "rows"
    lines_of: tuple[int, ...] = ()
    bold_rows: tuple[int, ...] = (1,)

    def left_texts(self) -> list[str]:
        """Texts to be read in the left column."""
        lines = iter(self.left)
        counts = self.lines_of or (1,) * len(self.left)
        return [" ".join(next(lines) for _ in range(count)) for count in counts]


HEADS = {
    "plain": Head(("UBND TỈNH GIA LAI", "SỞ XÂY DỰNG MẪU", "Số: 12/BC-SXDM"), STATE),
    "half_a_line_lower": Head(("UBND TỈNH GIA LAI", "SỞ XÂY DỰNG MẪU", "Số: 12/BC-SXDM"), STATE, drop=8.0),
    "letter_with_subject": Head(
        (
            "UBND TỈNH GIA LAI",
            "SỞ NỘI VỤ MẪU",
            "Số: 57/SNV-CCHC",
            "V/v báo cáo kết quả thực hiện",
            "Kế hoạch số 12/KH-UBND",
            "của Ủy ban nhân dân tỉnh",
        ),
        STATE,
        title="Kính gửi: Ủy ban nhân dân tỉnh.",
        lines_of=(1, 1, 1, 3),
    ),
    "long_agency": Head(
        (
            "ỦY BAN NHÂN DÂN TỈNH GIA LAI",
            "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI",
            "VÀ HỘI ĐỒNG NHÂN DÂN",
            "Số: 9/BC-VP",
        ),
        STATE,
        left_middle=165.0,
        right_middle=425.0,
        size=12.0,
    ),
    "narrow_column": Head(
        (
            "UBND TỈNH GIA LAI",
            "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN",
            "LÂM NGHIỆP MẪU",
            "Số: 9/BC-SNNLN",
        ),
        STATE,
        left_middle=190.0,
        right_middle=430.0,
        size=13.0,
        lines_of=(1, 2, 1),
        bold_rows=(1, 2),
    ),
    "party": Head(
        ("ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY XÃ IA MẪU", "*", "Số 45-BC/ĐU"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Ia Mẫu, ngày 12 tháng 3 năm 2026"),
    ),
    "one_agency_line": Head(("ỦY BAN NHÂN DÂN", "XÃ IA MẪU", "Số: 3/BC-UBND"), STATE, after=20.0),
    "title_close_below": Head(("UBND XÃ IA MẪU", "VĂN PHÒNG", "Số: 7/BC-VP"), STATE, after=10.0),
    "cells_one_after_the_other": Head(
        ("UBND TỈNH GIA LAI", "SỞ Y TẾ MẪU", "Số: 12/BC-SYT"), STATE, stream="columns"
    ),
    "right_first": Head(("UBND TỈNH GIA LAI", "SỞ Y TẾ MẪU", "Số: 12/BC-SYT"), STATE, stream="right"),
    "left_taller": Head(
        ("BỘ NỘI VỤ", "CỤC VĂN THƯ MẪU", "CHI CỤC VĂN THƯ MẪU", "Số: 12/BC-CCVT"),
        (STATE[0], STATE[1], STATE[2]),
        drop=0.0,
    ),
}


def print_head(writer: Writer, head: Head) -> float:
    """Print a letterhead and its title; returns the next free baseline."""
    cells = [(0, row, text) for row, text in enumerate(head.left)]
    cells += [(1, row, text) for row, text in enumerate(head.right)]
    orders = {
        "rows": lambda cell: (cell[1], cell[0]),
        "columns": lambda cell: cell[:2],
        "right": lambda cell: (-cell[0], cell[1]),
    }
    for side, row, text in sorted(cells, key=orders[head.stream]):
        middle = head.right_middle if side else head.left_middle
        bold = row in head.bold_rows or (side == 1 and row == 0)
        y = 75.0 + 17.0 * row + (head.drop if side else 0.0)
        writer.text(middle - width(text, head.size, bold) / 2, y, text, head.size, bold=bold)
    y = 75.0 + 17.0 * max(len(head.left), len(head.right)) + head.drop + head.after
    middle = 319.0
    writer.text(middle - width(head.title, 14, True) / 2, y, head.title, 14, bold=True)
    return y + 34.0


def print_body(writer: Writer, y: float, lines: int = 14) -> None:
    """Print justified lines, the first indented."""
    for row in range(lines):
        words = sentence(row).split()
        x = 121.0 if row == 0 else 85.0
        line: list[str] = []
        while words and width(" ".join([*line, words[0]]), 14) < 552 - x:
            line.append(words.pop(0))
        space = (552 - x - sum(width(word, 14) for word in line)) / max(len(line) - 1, 1)
        for word in line:
            x = writer.text(x, y + 18 * row, word, 14) + space


@pytest.mark.parametrize("name", list(HEADS))
def test_letterheads(name: str, read: Read) -> None:
    head = HEADS[name]
    writer = Writer()
    writer.new_page()
    print_body(writer, print_head(writer, head))
    document = read(writer.save())
    columns = [[block.text for block in document.blocks if block.column == side] for side in (0, 1)]
    assert columns == [head.left_texts(), list(head.right)]
    plain = [block.text for block in document.blocks if block.column is None]
    assert plain[0] == head.title
    assert len(plain) == 2


ENDINGS = {
    "usual": (
        ("Nơi nhận:", "- Như trên;", "- UBND tỉnh (b/c);", "- Lưu: VT."),
        ("GIÁM ĐỐC", "", "", "Trần Văn Mẫu"),
        0.0,
    ),
    "signature_higher": (
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Trần Văn Mẫu"),
        -14.0,
    ),
    "signature_lower": (
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Trần Văn Mẫu"),
        14.0,
    ),
    "many_recipients": (
        ("Nơi nhận:", *(f"- Sở ngành thứ {n};" for n in range(12)), "- Lưu: VT."),
        ("CHỦ TỊCH", "", "", "", "Trần Văn Mẫu"),
        0.0,
    ),
}


@pytest.mark.parametrize("name", list(ENDINGS))
def test_endings(name: str, read: Read) -> None:
    left, right, drop = ENDINGS[name]
    writer = Writer()
    writer.new_page()
    print_body(writer, 80.0, 16)
    for row, text in enumerate(left):
        writer.text(85, 400 + 13.2 * row, text, 12 if row == 0 else 11, bold=row == 0, italic=row == 0)
    for row, text in enumerate(right):
        if text:
            writer.text(430 - width(text, 14, True) / 2, 400 + drop + 17 * row, text, 14, bold=True)
    document = read(writer.save())
    columns = [[block.text for block in document.blocks if block.column == side] for side in (0, 1)]
    assert columns == [list(left), [text for text in right if text]]
    assert document.blocks[0].column is None


def test_wide_gaps_of_justified_lines_are_no_columns(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    print_body(writer, 80.0, 6)
    x = 85.0
    for word in ("https://gialai.mau.gov.vn/van-ban", "Quyết", "định", "số", "12/QĐ-UBND"):
        x = writer.text(x, 80.0 + 18 * 6, word, 14) + 36.0
    writer.text(85.0, 80.0 + 18 * 7, "ngày 12/3/2026 của Chủ tịch.", 14)
    document = read(writer.save())
    assert {block.column for block in document.blocks} == {None}
    assert "van-ban Quyết định số 12/QĐ-UBND ngày 12/3/2026" in document.blocks[-1].text


@pytest.mark.parametrize("two_columns", [True, False])
def test_the_name_of_a_form_stands_before_its_letterhead(read: Read, *, two_columns: bool) -> None:
    writer = Writer()
    writer.new_page()
    print_body(writer, 80.0, 6)
    y, size, name = 80.0 + 18 * 8, 13.0, "Mẫu số 03"
    writer.text(552 - width(name, size, True), y, name, size, bold=True)
    state, motto, left = *STATE[:2], "TÊN CƠ QUAN BÁO CÁO"
    middle = 410.0 if two_columns else 319.0
    if two_columns:
        writer.text(160 - width(left, size, True) / 2, y + 24, left, size, bold=True)
    writer.text(middle - width(state, size, True) / 2, y + 24, state, size, bold=True)
    writer.text(middle - width(motto, size, True) / 2, y + 41, motto, size, bold=True)
    print_body(writer, y + 80.0, 6)
    texts = [block.text for block in read(writer.save()).blocks[1:-1]]
    assert texts == [name, *([left] if two_columns else []), state, motto]


def test_items_with_their_values_at_a_tab_stop_are_read_across(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    rows = (
        ("- Số thôn đạt chuẩn văn hóa:", "12 thôn;"),
        ("- Số thôn chưa có nhà văn hóa:", "Không."),
        ("b) Số tổ hòa giải đã kiện toàn:", "09 tổ"),
    )
    writer.text(121, 100, "a) Xã có 15 thôn, trong đó:", 14)
    for place, (label, value) in enumerate(rows, 1):
        writer.text(121, 100 + 21 * place, label, 14)
        writer.text(400, 100 + 21 * place, value, 14)
    writer.text(121, 184, "Các thôn đều có quy ước được công nhận.", 14)
    document = read(writer.save())
    assert [(block.column, block.text) for block in document.blocks] == [
        (None, "a) Xã có 15 thôn, trong đó:"),
        *((None, f"{label} {value}") for label, value in rows),
        (None, "Các thôn đều có quy ước được công nhận."),
    ]
