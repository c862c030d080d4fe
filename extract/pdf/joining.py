"""Does a line go on with the paragraph above it? Evidence weighed: fill, indent, spacing, style, wording.

Each sign alone fails on real documents (a continuation may start with a capital; a heading may lack
its full stop); together they decide. Positive weights speak for joining.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.pdf.labels import (
    FORMULA,
    MARKER,
    POINTS,
    begins_sentence,
    cuts_range,
    opens_item,
    opens_point,
    opens_section,
)
from extract.pdf.lines import Line, join_spans, pitch
from extract.pdf.margins import Margins, in_middle, is_centred, spans_width
from extract.pdf.weights import text_weight, word_width

_SENTENCE_END: Final = re.compile(r"[.!?;:…][”\"')\]]*$|\./\.?$")
_TAIL: Final = 6
_TITLE_LINES: Final = 2
_TOLERANCE: Final = 2.5
_REACH: Final = 3.0
"""Points short of the right edge up to which a justified line is full."""
_ESTIMATE: Final = 1.1
"""Times its estimated width that a word may need."""
_DRAWN: Final = 1.25
"""Times the usual width of a line's letters from which it may be drawn apart (a cheap first look)."""
_CLEAR: Final = 1.15
_WORDY: Final = 12
_RIGHT: Final = 0.2
"""Share of the text's width by which a line must begin left of one that stands at the right edge."""
_WIDER: Final = 0.22
"""Ems beyond normal leading that part paragraphs where the document's own gap is not known."""

_FULL, _ALMOST, _NEARLY, _LOOSE, _SHORT = 2.0, 0.4, -1.0, -2.2, -3.0
_CONTINUES, _AT_EDGE, _SAME_INDENT, _STARTS = 2.0, 2.4, -1.5, -3.0
_CLOSE, _APART, _FAR = 1.0, -2.5, -4.0
_BOLDER, _LIGHTER, _UPRIGHT, _RESIZED = -2.0, -1.5, -2.5, -2.0
_ENDED, _OPEN, _LOWER, _MARKED, _NEW_ITEM = -1.0, 0.5, 1.5, -1.5, -4.6


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph's lines so far, the next line, the line after it, and the text area of the next."""

    lines: Sequence[Line]
    line: Line
    after: Line | None
    margins: Margins
    margins_before: Margins


def are_centred(pair: Pair) -> bool:
    """Whether two lines are centred; one of them may start where first lines do, by chance."""
    before, line = pair.lines[-1], pair.line
    first = pair.lines[0]
    if spans_width(before, pair.margins_before) and first is not before and first.page == before.page:
        before = first  # a line of the title that happens to fill the whole width
    elif spans_width(before, pair.margins_before) and is_centred(line, pair.margins):
        alike = (
            before.bold == line.bold
            and before.size == line.size
            and before.text.isupper() == line.text.isupper()
        )
        return alike and (line.bold or line.text.isupper()) and not opens_item(line.text, before.text)
    if not (in_middle(before, pair.margins_before) and in_middle(line, pair.margins)):
        return False
    return is_centred(before, pair.margins_before) or is_centred(line, pair.margins)


def joins(pair: Pair) -> bool:
    """Whether `pair.line` belongs to the paragraph of `pair.lines`."""
    if are_centred(pair) and not _justified_by_chance(pair):
        return _joins_centred(pair)
    if _stands_right(pair):
        return False
    if cuts_range(pair.lines[-1].text, pair.line.text):
        return _spacing(pair) > _FAR
    if _titled_at_edge(pair):
        return False
    spacing = _spacing(pair)
    if spacing <= _APART and opens_point(pair.line.text, pair.lines[-1].text):
        return False  # however full the line above is by chance
    return _fill(pair) + _indent(pair) + spacing + _style(pair) + _wording(pair) > 0


def _titled_at_edge(pair: Pair) -> bool:
    """Whether a labelled line without a full stop ends by chance where the page does, and a sentence begins.

    Asked only where paragraphs show neither by an indent nor by space: nothing else is there to go by.
    """
    margins, before = pair.margins, pair.lines[-1]
    if margins.indent is not None or margins.gap is not None or len(pair.lines) > _TITLE_LINES:
        return False
    text = _without_calls(before)
    ends = text[-1:].isalnum() or text[-1:] in ")”:"
    labelled = opens_item(pair.lines[0].text, "") and not opens_item(pair.line.text, text)
    return labelled and ends and not POINTS.search(text.lower()) and begins_sentence(pair.line.text)


def _stands_right(pair: Pair) -> bool:
    """Whether the line above is set at the right edge by itself, as "Mẫu số 01" is, and this one is not."""
    before, line = pair.lines[-1], pair.line
    if len(pair.lines) > 1 or before.x0 < pair.margins_before.middle + _TOLERANCE:
        return False
    return line.x0 < before.x0 - _RIGHT * pair.margins.width and not line.text[:1].islower()


def _justified_by_chance(pair: Pair) -> bool:
    """Tell a centred-looking first line that is really an indented line ending short by the same amount."""
    before = pair.lines[-1]
    return (
        len(pair.lines) > 1
        and not in_middle(pair.lines[0], pair.margins_before)
        and before.page == pair.line.page
    )


def _joins_centred(pair: Pair) -> bool:
    before, line = pair.lines[-1], pair.line
    if before.page != line.page or abs(before.size - line.size) > 0.6:
        return False
    if (before.bold, before.italic) != (line.bold, line.italic):
        return False
    if pitch(before, line) / max(line.size, 1.0) > pair.margins.leading + 0.35:
        return False
    text_before, text = before.text, line.text
    labelled = opens_item(text, text_before)
    if _fits_not(pair) and (not labelled or POINTS.search(text_before.lower())):
        return True  # else: a title, or a line of the text that stands in the middle by chance, then a label
    if not line.bold and not is_centred(line, pair.margins):
        return False  # a short title, then a first line that ends as far from the edge as it starts
    return not (text_before.isupper() or text.isupper() or labelled)


def _fits_not(pair: Pair) -> bool:
    """Whether the first word of the line would not have fitted on the centred line above it."""
    before, line = pair.lines[-1], pair.line
    return before.x1 - before.x0 + word_width(line) + 0.25 * line.size > 0.96 * pair.margins.width


def _fill(pair: Pair) -> float:
    """Weigh how full the line above is: inside a paragraph it ends where the next word no longer fits."""
    before, line = pair.lines[-1], pair.line
    gap = pair.margins_before.right - before.x1
    if gap <= _REACH:
        if not _is_stretched(pair):
            return _FULL
        return _SHORT if opens_item(line.text, before.text) or before.bold != line.bold else _NEARLY
    needed = word_width(line) + 0.2 * line.size
    if gap < needed:
        if pair.margins_before.flush:
            return _LOOSE
        return _ALMOST if pair.margins_before.justified else _FULL
    if gap < _ESTIMATE * needed and not pair.margins_before.justified:
        return _ALMOST
    return _NEARLY if gap < 1.3 * needed else _SHORT


def _is_stretched(pair: Pair) -> bool:
    """Whether a full line was drawn to the edge although the next word would have fitted: broken by hand."""
    before, unit = pair.lines[-1], pair.margins_before.letter
    width = before.x1 - before.x0 - (before.gone.width if before.gone else 0.0)
    if not unit or width < _DRAWN * before.size * before.letters * unit:
        return False
    natural = text_weight(before.text) * unit * before.size
    return width > _CLEAR * natural + word_width(pair.line)


def _indent(pair: Pair) -> float:  # noqa: PLR0911 - a list of signs
    """Continuations stand at the left edge, or under the lines of their own paragraph."""
    lines, line, left = pair.lines, pair.line, pair.margins.left
    place = line.x0 - left
    continues = _CONTINUES
    if place <= _TOLERANCE:  # the edge tells nothing where paragraphs have no first-line indent
        continues = 0.0 if pair.margins.indent is None else _AT_EDGE
    if len(lines) > 1:
        if all(in_middle(x, pair.margins_before) for x in lines[1:]) and lines[-1].bold and not line.bold:
            return 0.0  # a centred title whose last line starts where first lines do, by chance
        expected = lines[-1].x0 - pair.margins_before.left
        return continues if abs(place - expected) <= _TOLERANCE else _STARTS
    first = lines[0].x0 - pair.margins_before.left
    if is_centred(lines[0], pair.margins_before) and not in_middle(line, pair.margins):
        return 0.0  # a centred title and a line at the edge
    after = pair.after
    opens = after is not None and after.page == line.page and after.x0 < line.x0 - _TOLERANCE
    if place < first - _TOLERANCE:
        if opens and pair.margins.indent is not None and abs(place - pair.margins.indent) <= _TOLERANCE:
            return _STARTS  # where first lines stand, and the next line goes back to the edge
        return max(continues, _CONTINUES) if place < 0.3 * pair.margins.width else 0.0
    if place > first + _TOLERANCE:
        return _hanging(pair)
    if first <= _TOLERANCE:
        return continues
    return _STARTS if opens else _SAME_INDENT


def _hanging(pair: Pair) -> float:
    """Weigh a line further right than the first: under the words of an item, or a new indented paragraph."""
    first, line = pair.lines[0], pair.line
    marker = MARKER.match(first.text)
    if marker is None or MARKER.match(line.text):
        return _STARTS
    span = first.spans[0]
    if len(first.spans) > 1 and len(span.text) <= marker.end():
        words = first.spans[1].x0
    else:
        words = span.x0 + (span.x1 - span.x0) * marker.end() / max(len(span.text), 1)
    if abs(line.x0 - words) < 1.2 * line.size:
        indent = pair.margins.indent
        starts = indent is not None and abs(line.x0 - pair.margins.left - indent) < _TOLERANCE
        return 0.0 if starts else _CONTINUES  # first lines of paragraphs may stand under the words, too
    return _STARTS


def _spacing(pair: Pair) -> float:
    before, line = pair.lines[-1], pair.line
    if before.page != line.page:
        return 0.0
    ems = pitch(before, line) / max(line.size, 1.0)
    extra = ems - pair.margins.leading
    if len(pair.lines) > 1 and pair.lines[-2].page == before.page:
        own = pitch(pair.lines[-2], before) / max(before.size, 1.0)
        extra = min(extra, ems - own) if abs(own - pair.margins.leading) > 0.05 else extra
    gap = pair.margins.gap
    if extra > 0.8 or ems < 0:
        return _FAR
    if gap is None:
        return _APART if extra > _WIDER else 0.0
    if extra > min(0.6 * gap, 2 * _WIDER):
        return _APART
    return _CLOSE if extra < 0.25 * gap else 0.0


def _is_underlined(line: Line) -> bool:
    return all(span.underline for span in line.spans)


def _style(pair: Pair) -> float:
    before, line = pair.lines[-1], pair.line
    weight = 0.0
    if line.bold and not before.bold:
        weight += _BOLDER if not before.spans[-1].bold else 0.0
    elif _is_underlined(line) and not any(span.underline for span in before.spans):
        weight += _BOLDER
    elif before.bold and not line.bold and not line.spans[0].bold:
        weight += _UPRIGHT if in_middle(before, pair.margins_before) else _LIGHTER
    if before.italic and not line.italic and before.spans[-1].italic and not line.spans[0].italic:
        weight += _UPRIGHT
    if _is_underlined(before) and not any(span.underline for span in line.spans):
        weight += _UPRIGHT
    if before.letters > _WORDY and before.text.isupper() and any(map(str.islower, line.text)):
        weight += _UPRIGHT  # a title in capitals goes on in capitals
    if abs(before.size - line.size) > 0.8:
        weight += _RESIZED
    return weight


def _without_calls(line: Line) -> str:
    if not line.calls:
        return line.text
    return join_spans([span for index, span in enumerate(line.spans) if index not in line.calls])


def _wording(pair: Pair) -> float:
    text_before, text = _without_calls(pair.lines[-1]), pair.line.text
    ended = _SENTENCE_END.search(text_before[-_TAIL:]) is not None
    if opens_item(text, text_before):
        section = opens_section(text, text_before) or (
            pair.margins.indent is None and opens_point(text, text_before)
        )
        return _NEW_ITEM if ended or section else _OPEN + _MARKED
    if ended and FORMULA.match(text):
        return _NEW_ITEM
    weight = _ENDED if ended else _OPEN
    return weight + (_LOWER if text[:1].islower() else 0.0)
