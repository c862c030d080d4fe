"""The same page as different programs write it reads the same: words, paragraphs, weight, notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_producers import LEFT, PRODUCERS, RIGHT, report
from pdf_sentences import paragraph, sentence
from pdf_writer import Writer, font_path, width

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
pytestmark = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")


@pytest.mark.parametrize("name", list(PRODUCERS))
def test_words_paragraphs_and_weight(name: str, read: Read) -> None:
    data, printed = report(PRODUCERS[name])
    found = [(block.text, block.bold > 0.5) for block in read(data).blocks]
    assert found == printed.paragraphs


def test_a_page_printed_twice_throughout_is_not_bold(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    for row in range(12):
        for shift in (0.0, 0.3):
            writer.text(LEFT + shift, 90 + 18 * row, sentence(row)[:70], 14)
    assert all(block.bold == 0 for block in read(writer.save()).blocks)


def test_a_struck_title_before_plain_text(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    title, rest = "1. Công tác tuyên truyền:", "đã mở 12 lớp cho cán bộ thôn."
    for shift in (0.0, 0.3):
        end = writer.text(LEFT + shift, 90, title, 14)
    writer.text(end + 4, 90, rest, 14)
    for row in range(8):
        writer.text(LEFT, 130 + 18 * row, sentence(row)[:70], 14)
    block = read(writer.save()).blocks[0]
    assert (block.text, block.bold_prefix) == (f"{title} {rest}", len(title))


@pytest.mark.parametrize("lean", [0.21, 0.25, 0.333])
def test_letters_that_are_sheared_are_italic(lean: float, read: Read) -> None:
    """Chromium and Microsoft's printer make up the italics that a family has no face for."""
    writer = Writer()
    writer.new_page()
    title = "a) Công tác tuyên truyền."
    writer.text(LEFT, 90, "Gia Lai, ngày 05 tháng 11 năm 2025", 14, lean=lean)
    end = writer.text(LEFT, 130, title, 14, lean=lean)
    writer.text(end + 4, 130, "Đã mở 12 lớp.", 14)
    for row in range(6):
        writer.text(LEFT, 170 + 18 * row, sentence(row)[:70], 14)
    first, second, third = read(writer.save()).blocks[:3]
    assert (first.italic, third.italic) == (1.0, 0.0)
    assert (second.text, second.lead_prefix) == (f"{title} Đã mở 12 lớp.", len(title))


class Sheet:
    """Prints justified paragraphs without indents, and lines broken by hand as LibreOffice draws them."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.writer.new_page()
        self.y = 75.0

    def words(self, words: list[str], *, drawn: bool, bold: bool = False) -> float:
        advance = sum(width(word, 14, bold) for word in words)
        space = (RIGHT - LEFT - advance) / max(len(words) - 1, 1) if drawn else 3.5
        x = LEFT
        for word in words:
            x = self.writer.text(x, self.y, word, 14, bold=bold) + space
        self.y += 18.5
        return x - space

    def paragraph(self, text: str) -> float:
        words, end = text.split(), LEFT
        while words:
            line = [words.pop(0)]
            while words and width(" ".join([*line, words[0]]), 14) <= RIGHT - LEFT:
                line.append(words.pop(0))
            end = self.words(line, drawn=bool(words))
        self.y += 10
        return end


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (
            ["I. TÌNH HÌNH CHUNG", "1. Thuận lợi, khó khăn"],
            ["I. TÌNH HÌNH CHUNG", "1. Thuận lợi, khó khăn"],
        ),
        (["I. Kết quả", "1. Đạt được", "a) Về tổ chức"], ["I. Kết quả", "1. Đạt được", "a) Về tổ chức"]),
        (
            ["A. TÌNH HÌNH TRIỂN KHAI", "NHIỆM VỤ NĂM 2025"],
            ["A. TÌNH HÌNH TRIỂN KHAI NHIỆM VỤ NĂM 2025"],
        ),
        (["II. Công tác chỉ đạo của", "lãnh đạo đơn vị"], ["II. Công tác chỉ đạo của lãnh đạo đơn vị"]),
    ],
)
def test_headings_broken_by_hand(lines: list[str], texts: list[str], read: Read) -> None:
    sheet = Sheet()
    sheet.paragraph(paragraph(1, 3))
    for index, line in enumerate(lines):
        sheet.words(line.split(), drawn=index + 1 < len(lines), bold=True)
    sheet.y += 10
    for number in range(2, 6):
        sheet.paragraph(paragraph(number, 3))
    found = [block.text for block in read(sheet.writer.save()).blocks]
    assert found[1 : 1 + len(texts)] == texts
    assert found[1 + len(texts)] == paragraph(2, 3)


@pytest.mark.parametrize("mark_size", [14.0, 10.0, 6.5])
@pytest.mark.parametrize("rule", [False, True])
def test_notes_below_no_rule_and_marks_of_any_size(mark_size: float, rule: bool, read: Read) -> None:
    """LibreOffice draws no rule where the file declares none, and may print the mark larger than the note."""
    sheet = Sheet()
    sheet.paragraph(paragraph(1, 3))
    end = sheet.paragraph(paragraph(2, 2))
    sheet.writer.text(end, sheet.y - 28.5 - 5.5, "1", 8.1)
    for number in range(3, 6):
        sheet.paragraph(paragraph(number, 2))
    if rule:
        sheet.writer.rule(LEFT, 735, LEFT + 140, 735)
    x = sheet.writer.text(LEFT, 750 - (3.0 if mark_size < 10 else 0.0), "1", mark_size)
    sheet.writer.text(x + 2.5, 750, "Số liệu đến ngày 30/11/2025.", 10)
    document = read(sheet.writer.save())
    assert [(note.n, note.text) for note in document.notes] == [(1, "Số liệu đến ngày 30/11/2025.")]
    called = [block for block in document.blocks if block.calls]
    assert [(block.text, block.calls[0].offset) for block in called] == [
        (paragraph(2, 2), len(paragraph(2, 2)))
    ]


def test_small_lines_with_a_number_no_one_called_stay_in_the_text(read: Read) -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.paragraph(paragraph(number, 2))
    sheet.writer.text(LEFT, 750, "1 trong 5 xã chưa báo cáo.", 10)
    document = read(sheet.writer.save())
    assert document.notes == []
    assert document.blocks[-1].text == "1 trong 5 xã chưa báo cáo."


@pytest.mark.parametrize(("marks", "count"), [(("1", "2"), 2), (("1.", "2."), 0), (("1", "3"), 0)])
def test_notes_in_the_size_of_the_body(marks: tuple[str, str], count: int, read: Read) -> None:
    """Without a rule only a complete series of the called numbers, below a gap at the foot, is notes."""
    sheet = Sheet()
    for number in range(2):
        end = sheet.paragraph(paragraph(number, 2))
        sheet.writer.text(end, sheet.y - 28.5 - 5.5, str(number + 1), 8.1)
    for number in range(2, 8):
        sheet.paragraph(paragraph(number, 1))
    sheet.writer.text(LEFT, 740, f"{marks[0]} Số liệu đến ngày 30/11/2025.", 14)
    sheet.writer.text(LEFT, 758.5, f"{marks[1]} Gồm 12 hội nghị và 05 lớp tập huấn.", 14)
    document = read(sheet.writer.save())
    assert len(document.notes) == count
    assert sum(len(block.calls) for block in document.blocks) == count
    if count:
        assert document.notes[0].text == "Số liệu đến ngày 30/11/2025."
    else:
        assert "Số liệu đến ngày 30/11/2025." in " ".join(block.text for block in document.blocks)
