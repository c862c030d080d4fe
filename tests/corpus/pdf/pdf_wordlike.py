"""Reports as Word prints them: many text objects a line, two-column blocks row by row, superscript calls."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdf_sentences import heading, paragraph, sentence
from pdf_writer import Writer, width

Piece = tuple[str, bool, float, float]
"""Text, bold, size, rise."""


@dataclass(frozen=True)
class Style:
    """Measures in points. gap: space between paragraphs; cut: a new text object every so many letters."""

    size: float = 14.0
    left: float = 85.0
    right: float = 42.5
    top: float = 57.0
    bottom: float = 57.0
    indent: float = 36.0
    gap: float = 3.0
    leading: float = 1.25
    justify: bool = True
    cut: int = 7
    note_size: float = 10.0
    number_at: str = "top"
    note_rule: bool = True
    raise_calls: bool = True
    column_order: str = "rows"


@dataclass
class Gold:
    """What must be read: block texts, notes by number with the page of the call, letterhead columns."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    bottom_left: list[str] = field(default_factory=list)
    bottom_right: list[str] = field(default_factory=list)


class Report:
    """Composes pages line by line with a `Writer`, keeping the gold."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.writer = Writer()
        self.gold = Gold()
        self.number = 0
        self.y = 0.0
        self.notes: list[list[tuple[str, bool]]] = []
        self.pending: list[tuple[str, bool]] = []
        self._fragments = 0
        self._new_page()

    @property
    def _width(self) -> float:
        return 595.3 - self.style.left - self.style.right

    def _new_page(self) -> None:
        if self.number:
            self._print_notes()
        self.number += 1
        self.writer.new_page()
        if self.number > 1:
            y = 40.0 if self.style.number_at == "top" else 815.0
            text = str(self.number)
            middle = self.style.left + self._width / 2
            self.writer.text(middle - width(text, 13) / 2, y, text, 13)
        self.y = self.style.top + self.style.size
        self.reserved = 0.0
        self.notes = []
        if self.pending:
            lines, self.pending = self.pending, []
            self.notes.append(lines)
            self.reserved = 14.0 + len(lines) * self.style.note_size * 1.15

    def _floor(self) -> float:
        return 841.9 - self.style.bottom - self.reserved

    def _print_notes(self) -> None:
        lines = [line for note in self.notes for line in note]
        if not lines:
            return
        size = self.style.note_size
        y = 841.9 - self.style.bottom - len(lines) * size * 1.15
        if self.style.note_rule:
            self.writer.rule(self.style.left, y - size, self.style.left + 144, y - size)
        for text, starts in lines:
            x = self.style.left
            if starts:
                x = self.writer.text(x, y - 0.35 * size, text.split(" ", 1)[0], size * 0.65) + 2.5
            self.writer.text(x, y, text.split(" ", 1)[1] if starts else text, size)
            y += size * 1.15

    def _wrap(self, words: list[list[Piece]], first_indent: float) -> list[list[list[Piece]]]:
        """Words (each of one or more pieces) into lines."""
        lines: list[list[list[Piece]]] = []
        line: list[list[Piece]] = []
        used, room = 0.0, self._width - first_indent
        for word in words:
            advance = sum(width(text, size, bold) for text, bold, size, _ in word)
            space = width(" ", self.style.size) if line else 0.0
            if line and used + space + advance > room:
                lines.append(line)
                line, used, room, space = [], 0.0, self._width, 0.0
            line.append(word)
            used += space + advance
        lines.append(line)
        return lines

    def _print_line(self, line: list[list[Piece]], x: float, last: bool) -> None:
        advance = sum(width(text, size, bold) for word in line for text, bold, size, _ in word)
        room = 595.3 - self.style.right - x
        space = width(" ", self.style.size)
        if self.style.justify and not last and len(line) > 1:
            space = (room - advance) / (len(line) - 1)
        for index, word in enumerate(line):
            for text, bold, size, rise in word:
                x = self._print_piece(x, self.y - rise, text, size, bold)
            if index + 1 < len(line):
                x += space

    def _print_piece(self, x: float, y: float, text: str, size: float, bold: bool) -> float:
        """Print a word, now and then as two text objects, as Word does where it changes fonts."""
        self._fragments += len(text)
        if self._fragments % self.style.cut == 0 and len(text) > 2:
            middle = len(text) // 2
            x = self.writer.text(x, y, text[:middle], size, bold=bold)
            text = text[middle:]
        return self.writer.text(x, y, text, size, bold=bold)

    def paragraph(self, text: str, *, bold: bool = False, run_in: int = 0, note: str | None = None) -> None:
        """Print a paragraph (with a call after its first comma when `note` is given)."""
        at = text.index(",") if note is not None else -1
        words: list[list[Piece]] = []
        offset = 0
        number = len(self.gold.notes) + 1
        size = self.style.size
        for word in text.split(" "):
            strong = bold or offset < run_in
            call = at - offset
            if 0 <= call < len(word):
                rise = 0.38 * size if self.style.raise_calls else 0.0
                words.append(
                    [
                        (word[:call], strong, size, 0.0),
                        (str(number), strong, size * 0.62, rise),
                        (word[call:], strong, size, 0.0),
                    ]
                )
            else:
                words.append([(word, strong, size, 0.0)])
            offset += len(word) + 1
        self.gold.paragraphs.append(text)
        if note is not None:
            self.gold.notes.append((number, note, text[:at][-20:]))
        self.y += self.style.gap
        lines = self._wrap(words, self.style.indent)
        for index, line in enumerate(lines):
            called = any(rise or small < size for word in line for _, _, small, rise in word)
            room = self._note_room(number, note) if called and note is not None else 0.0
            if self.y > self._floor() - room:
                self._new_page()
            if called and note is not None:
                self._add_note(number, note)
            x = self.style.left + (self.style.indent if index == 0 else 0.0)
            self._print_line(line, x, index == len(lines) - 1)
            self.y += size * self.style.leading

    def _note_lines(self, number: int, note: str) -> list[tuple[str, bool]]:
        lines, line = [], str(number)
        for word in note.split(" "):
            if width(f"{line} {word}", self.style.note_size) > self._width - 4:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}"
        lines.append(line)
        return [(text, index == 0) for index, text in enumerate(lines)]

    def _note_room(self, number: int, note: str) -> float:
        lines = self._note_lines(number, note)
        shown = lines if len(lines) <= 4 else lines[:2]
        return len(shown) * self.style.note_size * 1.15 + (0.0 if self.notes else 14.0)

    def _add_note(self, number: int, note: str) -> None:
        """Put a note at the foot; of a long one only two lines, the rest overleaf."""
        room = self._note_room(number, note)
        lines = self._note_lines(number, note)
        shown = lines if len(lines) <= 4 else lines[:2]
        self.pending += lines[len(shown) :]
        self.notes.append(shown)
        self.reserved += room

    def centred(self, text: str, *, size: float = 14.0, bold: bool = True) -> None:
        """Print one centred line of its own."""
        middle = self.style.left + self._width / 2
        self.writer.text(middle - width(text, size, bold) / 2, self.y, text, size, bold=bold)
        self.y += size * 1.3
        self.gold.paragraphs.append(text)

    def letterhead(self, left: list[str], right: list[str]) -> None:
        """Print the two columns of a letterhead in the style's order."""
        self.gold.left, self.gold.right = left, right
        centres = (self.style.left + 0.2 * self._width, self.style.left + 0.69 * self._width)
        cells = [(text, 0, row) for row, text in enumerate(left)] + [
            (text, 1, row) for row, text in enumerate(right)
        ]
        if self.style.column_order == "rows":
            cells.sort(key=lambda cell: (cell[2], cell[1]))
        for text, side, row in cells:
            bold = row == 1 or (side == 1 and row == 0)
            size = 12.5 if side == 1 and row == 0 else 13.0
            x = centres[side] - width(text, size, bold) / 2
            self.writer.text(
                x,
                self.y + row * 17.0 + (1.5 if side else 0.0),
                text,
                size,
                bold=bold,
                italic=side == 1 and row == 2,
            )
        self.y += max(len(left), len(right)) * 17.0 + 14.0

    def ending(self, recipients: list[str], signature: list[str]) -> None:
        """Print "Nơi nhận" beside the signature block; a wrapped recipient is two printed lines."""
        self.gold.bottom_right = signature
        lines: list[tuple[str, bool, bool]] = [("Nơi nhận:", True, True)]
        self.gold.bottom_left = ["Nơi nhận:"]
        for recipient in recipients:
            self.gold.bottom_left.append(recipient)
            line = ""
            for word in recipient.split(" "):
                if line and width(f"{line} {word}", 11) > 175:
                    lines.append((line, False, False))
                    line = word
                else:
                    line = f"{line} {word}".strip()
            lines.append((line, False, False))
        if self.y + 150 > self._floor():
            self._new_page()
        self.y += 12
        centre = self.style.left + 0.73 * self._width
        for index in range(max(len(lines), len(signature))):
            if index < len(lines):
                text, bold, italic = lines[index]
                self.writer.text(
                    self.style.left, self.y + index * 13.2, text, 12 if bold else 11, bold=bold, italic=italic
                )
            if index < len(signature):
                text = signature[index]
                drop = index * 17.0 if index < len(signature) - 1 else index * 17.0 + 55
                self.writer.text(centre - width(text, 14, True) / 2, self.y + drop, text, 14, bold=True)

    def save(self) -> bytes:
        """Return the file."""
        self._print_notes()
        return self.writer.save()


STYLES: dict[str, Style] = {
    "word_decree": Style(),
    "word_fragments": Style(cut=2, gap=6.0, size=13.0),
    "word_ragged": Style(justify=False, indent=28.0),
    "word_tight": Style(gap=0.0, leading=1.15, indent=28.3),
    "word_no_indent": Style(indent=0.0, gap=8.0),
    "word_bottom_number": Style(number_at="bottom", note_size=9.0, left=71.0, right=57.0),
    "word_no_note_rule": Style(note_rule=False, column_order="columns"),
    "word_flat_calls": Style(raise_calls=False),
}


def report(style: Style, seed: int = 0, count: int = 26) -> tuple[bytes, Gold]:
    """Return a whole report: letterhead, title, sections with notes, run-in headings, ending."""
    made = Report(style)
    made.letterhead(
        ["UBND TỈNH GIA LAI", "SỞ CÔNG NGHIỆP MẪU", f"Số: {120 + seed}/BC-SCNM"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Gia Lai, ngày 15 tháng 4 năm 2026",
        ],
    )
    made.centred("BÁO CÁO")
    made.centred("Kết quả thực hiện nhiệm vụ cải cách hành chính")
    made.y += 14
    for number in range(count):
        if number % 4 == 1:
            made.paragraph(f"{number // 4 + 1}. {heading(number + seed)}", bold=True)
        if number % 6 == 2:
            title = f"{'abcdeg'[number // 6 % 6]}) {heading(number + 3 + seed).split(' theo ')[0]}:"
            made.paragraph(f"{title} {paragraph(number + seed, 2)}", run_in=len(title))
        note = None
        if number % 3 == 0:
            note = paragraph(number + 200 + seed, 5) if number % 9 == 3 else sentence(number + 300 + seed)
        made.paragraph(paragraph(number * 3 + seed, 1 + number % 5), note=note)
    made.ending(
        [
            "- Như trên;",
            "- Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh (để phối hợp);",
            "- Lưu: VT, TH.",
        ],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Mẫu"],
    )
    return made.save(), made.gold
