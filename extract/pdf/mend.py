"""A page that lost letters: the lines of its sound fonts stay as printed, the others come from OCR.

Most often one font of several has no ToUnicode (the bold one of the headings). Reading the whole page
anew would then put the mistakes of recognition in place of text that is known letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from extract.encoding import count_syllables, display, search_key
from extract.encoding.damage import has_hole, is_broken_line, looks_damaged
from extract.pdf.lines import Line, Span, build_rows, make_line
from extract.pdf.page import Page
from extract.pdf.textlayer import page_text

_FEWEST_WORDS: Final = 30
_SOUND: Final = 0.97
"""Share of syllables among the words of a font from which its text is believed."""
_SAME_LINE: Final = 0.6
_BESIDE: Final = 0.5
_LONGEST: Final = 300
"""Letters of a line beyond which its text layer and its picture are not laid side by side."""
_SURE: Final = 0.7
"""Mean confidence of a recognised line that the text layer knows nothing of."""


def sound_fonts(pages: Iterable[Page]) -> frozenset[str]:
    """Names of the fonts that lost no letter on any of the pages and whose words are Vietnamese."""
    valid: dict[str, int] = {}
    total: dict[str, int] = {}
    broken: set[str] = set()
    for line in (line for page in pages for row in page.rows for line in row):
        text = line.text
        fonts = {span.font for span in line.spans}
        if has_hole(text) or is_broken_line(text, suspect=True):
            broken |= fonts
        elif len(fonts) == 1:
            font = fonts.pop()
            known, words = count_syllables(display(text))
            valid[font] = valid.get(font, 0) + known
            total[font] = total.get(font, 0) + words
    return frozenset(
        font
        for font, words in total.items()
        if font not in broken and words >= _FEWEST_WORDS and valid[font] >= _SOUND * words
    )


def is_mendable(page: Page, sound: frozenset[str]) -> bool:
    """Whether letters were only lost, and some line of the page is set in a sound font."""
    if not sound or looks_damaged(page_text(page), suspect=True) != "letters_lost":
        return False
    return any(_is_sound(line, sound) for row in page.rows for line in row)


def mend_rows(
    rows: Sequence[Sequence[Line]], read: Sequence[Line], sound: frozenset[str]
) -> list[list[Line]]:
    """Rows of a damaged page: sound lines as they are, the others as recognised where they were.

    read: pieces of lines from OCR. A line that OCR did not see stays as the text layer has it.
    """
    left = list(read)
    lines: list[Line] = []
    for line in (line for row in rows for line in row):
        same = [piece for piece in left if _covers(piece, line)]
        taken = {id(piece) for piece in same}
        left = [piece for piece in left if id(piece) not in taken]
        if same and not _is_sound(line, sound) and not _reads_alike(line, same):
            lines.append(_recognised(line, same))
        else:
            lines.append(line)
    for piece in left:
        if not any(_crosses(piece, line) for line in lines) and _confidence(piece) >= _SURE:
            piece.scan = True
            lines.append(piece)
    return build_rows(lines)


def _is_sound(line: Line, sound: frozenset[str]) -> bool:
    return all(span.font in sound for span in line.spans)


def _covers(piece: Line, line: Line) -> bool:
    """Whether most of a recognised piece lies on the line."""
    if abs(piece.base - line.base) > _SAME_LINE * max(line.size, piece.size):
        return False
    overlap = min(piece.x1, line.x1) - max(piece.x0, line.x0)
    return overlap > _BESIDE * (piece.x1 - piece.x0)


def _crosses(piece: Line, line: Line) -> bool:
    near = abs(piece.base - line.base) < _SAME_LINE * max(line.size, piece.size)
    return near and min(piece.x1, line.x1) > max(piece.x0, line.x0)


def _reads_alike(line: Line, same: Sequence[Line]) -> bool:
    """Whether recognition saw the same letters: then the marks of the text layer hold."""
    printed, seen = search_key(line.text), search_key(" ".join(piece.text for piece in same))
    return printed.replace(" ", "") == seen.replace(" ", "")


def _recognised(line: Line, same: Sequence[Line]) -> Line:
    """Recognised words in the place and dress of the line, with the letters that its text layer still has."""
    words = [word for piece in sorted(same, key=lambda piece: piece.x0) for word in piece.spans]
    texts = fill(line.text, [word.text for word in words])
    if texts is not None:
        words = [word for word, text in zip(words, texts, strict=True) if text]
        texts = [text for text in texts if text]
    spans = [
        Span(
            text, word.x0, word.x1, line.base, line.size, bold=line.bold, italic=line.italic,
            font=line.spans[0].font, space=word.space, confidence=word.confidence,
        )
        for word, text in zip(words, texts or [word.text for word in words], strict=True)
    ]  # fmt: skip
    spans[0].x0, spans[-1].x1 = min(spans[0].x0, line.x0), max(spans[-1].x1, line.x1)
    mended = make_line(spans, spaced=line.spaced)
    mended.scan = True
    return mended


def fill(printed: str, seen: list[str]) -> list[str] | None:
    """Recognised words `seen` with the letters of `printed`, a line that lost some; None when they disagree.

    Every letter of the text layer must be among those seen, in order and but for its marks; it takes the
    place of the recognised one, and only letters between them are recognition's. A word of which the text
    layer has nothing is no print and comes back empty.
    """
    letters = [char for char in printed if not char.isspace()]
    shapes = [(char, word) for word, text in enumerate(seen) for char in text]
    at = _embed(letters, [char for char, _ in shapes])
    if at is None:
        return None
    known = dict(zip(at, letters, strict=True))
    backed = {shapes[place][1] for place in at}
    out = [""] * len(seen)
    for place, (char, word) in enumerate(shapes):
        out[word] += known.get(place, char) if word in backed else ""
    return out


def _embed(letters: Sequence[str], shapes: Sequence[str]) -> list[int] | None:
    """Places in `shapes` of all `letters` in order, as many of them as can be the very same; None if none."""
    if len(letters) > len(shapes) or len(shapes) > _LONGEST:
        return None
    keys, seen = [search_key(c) for c in letters], [search_key(c) for c in shapes]
    worst = -1
    best = [[worst] * (len(shapes) + 1) for _ in range(len(letters) + 1)]  # of letters[i:] in shapes[j:]
    best[len(letters)] = [0] * (len(shapes) + 1)
    for i in range(len(letters) - 1, -1, -1):
        for j in range(len(shapes) - 1, -1, -1):
            best[i][j] = best[i][j + 1]
            if keys[i] == seen[j] and best[i + 1][j + 1] > worst:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + (letters[i] == shapes[j]))
    if best[0][0] == worst:
        return None
    places, j = [], 0
    for i in range(len(letters)):
        while best[i][j] == best[i][j + 1]:
            j += 1
        places.append(j)
        j += 1
    return places


def _confidence(piece: Line) -> float:
    scores = [span.confidence for span in piece.spans if span.confidence is not None]
    return sum(scores) / len(scores) if scores else 0.0
