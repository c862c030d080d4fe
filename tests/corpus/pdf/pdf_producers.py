"""How different programs write the same page: objects per word or letter, spaces apart, bold struck twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pdf_sentences import heading, paragraph
from pdf_writer import Writer, width

LEFT, RIGHT, TOP, FLOOR = 85.0, 552.0, 75.0, 770.0


@dataclass(frozen=True)
class Producer:
    """objects: what one text object holds. strike: points by which a bold text is drawn again, thin face.

    indent, gap (points between paragraphs) and leading (times the size) are the document's own.
    """

    objects: str = "line"
    strike: float | None = None
    justify: bool = True
    size: float = 14.0
    leading: float = 1.25
    indent: float = 36.0
    gap: float = 6.0


@dataclass
class Printed:
    """Texts of the paragraphs in order with whether they are bold."""

    paragraphs: list[tuple[str, bool]] = field(default_factory=list)


PRODUCERS: dict[str, Producer] = {
    "word_words_and_spaces": Producer("words_and_spaces"),
    "word_block_paragraphs": Producer("words_and_spaces", indent=0.0, gap=8.0),
    "skia_letters": Producer("letters", justify=False),
    "letters_justified": Producer("letters"),
    "line_objects": Producer("line", justify=False),
    "line_objects_13_wide": Producer("line", justify=False, size=13.0, leading=1.725, gap=6.0),
    "wide_lines": Producer("words_and_spaces", size=13.0, leading=1.725, gap=6.0),
    "wide_lines_no_indent": Producer("words", size=13.0, leading=1.725, gap=9.0, indent=0.0),
    "wide_lines_ragged_no_indent": Producer(
        "words", size=13.0, leading=1.725, gap=9.0, indent=0.0, justify=False
    ),
    "block_ragged": Producer("words", indent=0.0, gap=8.0, justify=False),
    "struck_twice": Producer("words", strike=0.35),
    "struck_twice_in_place": Producer("words", strike=0.0),
    "struck_twice_lines": Producer("line", strike=0.4, justify=False),
    "struck_twice_letters": Producer("letters", strike=0.3),
}


def _objects(
    producer: Producer, words: list[str], x: float, space: float, bold: bool
) -> list[tuple[float, str]]:
    """Text objects of a line with their places."""
    if producer.objects == "line":
        return [(x, " ".join(words))]
    found: list[tuple[float, str]] = []
    for index, word in enumerate(words):
        start = x
        for letter in word:
            if producer.objects == "letters":
                found.append((x, letter))
            x += width(letter, producer.size, bold)
        if producer.objects != "letters":
            found.append((start, word))
        if producer.objects == "words_and_spaces" and index + 1 < len(words):
            found.append((x, " "))
        x += space
    return found


class Document:
    """Prints paragraphs one after the other as a producer would."""

    def __init__(self, producer: Producer) -> None:
        self.producer = producer
        self.writer = Writer()
        self.printed = Printed()
        self.writer.new_page()
        self.y = TOP

    def paragraph(self, text: str, *, bold: bool = False) -> None:
        """Print a paragraph; the heavy face of `bold` is faked where the producer strikes twice."""
        producer = self.producer
        self.printed.paragraphs.append((text, bold))
        face = bold and producer.strike is None
        words, x = text.split(), LEFT + producer.indent
        while words:
            line: list[str] = []
            while words and width(" ".join([*line, words[0]]), producer.size, face) <= RIGHT - x:
                line.append(words.pop(0))
            space = width(" ", producer.size, face)
            if producer.justify and words and len(line) > 1:
                advance = sum(width(word, producer.size, face) for word in line)
                space = (RIGHT - x - advance) / (len(line) - 1)
            if self.y > FLOOR:
                self.writer.new_page()
                self.y = TOP
            for place, piece in _objects(producer, line, x, space, face):
                self.writer.text(place, self.y, piece, producer.size, bold=face)
                if bold and producer.strike is not None and piece != " ":
                    self.writer.text(place + producer.strike, self.y, piece, producer.size)
            self.y += producer.size * producer.leading
            x = LEFT
        self.y += producer.gap


def report(producer: Producer, count: int = 18) -> tuple[bytes, Printed]:
    """Return a document of headings and paragraphs with what it prints."""
    made = Document(producer)
    for number in range(count):
        if number % 3 == 0:
            made.paragraph(f"{number // 3 + 1}. {heading(number)}", bold=True)
        made.paragraph(paragraph(number, 1 + number % 4))
    return made.writer.save(), made.printed


def made_of(producer: Producer, write: Callable[[Document], None]) -> bytes:
    """Return a document that `write` prints."""
    made = Document(producer)
    write(made)
    return made.writer.save()
