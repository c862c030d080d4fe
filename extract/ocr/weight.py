"""Which words are bold, told from the thickness of their strokes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from extract.ocr.picture import Mask
from extract.ocr.tesseract import OcrLine, OcrWord

_BOLDER: Final = 1.22
"""A word this much thicker than the page's common stroke, at its size, is bold."""
_EDGE: Final = 1.15
"""Times the common stroke from which a word that follows bold ones is bold too."""
_SHORT: Final = 4
_TITLE: Final = 1.15
"""Times the common stroke, and 1.12 times that of what follows, of a title before its full stop or colon."""
_CONTRAST: Final = 1.12
_TITLE_LETTERS: Final = 6
_AFTER: Final = 5
"""Words after a title that tell plain print from bold."""
_MIN_LETTERS: Final = 3


def stroke(ink: Mask, word: OcrWord) -> float:
    """Mean stroke width in pixels: twice the inked area over the length of its outline."""
    x0, y0, x1, y1 = word.box
    part = ink[y0:y1, x0:x1]
    area = int(part.sum())
    if area == 0:
        return 0.0
    padded = np.pad(part, 1)
    edges = (padded[1:, :] != padded[:-1, :]).sum() + (padded[:, 1:] != padded[:, :-1]).sum()
    return 2.0 * area / float(edges)


def bold_words(ink: Mask, lines: Sequence[OcrLine]) -> list[list[bool]]:
    """For every word of every line, whether it is bold; short words follow their line."""
    relative = [[stroke(ink, word) / max(line.size, 1.0) for word in line.words] for line in lines]
    long = [
        value
        for line, values in zip(lines, relative, strict=True)
        for word, value in zip(line.words, values, strict=True)
        if len(word.text) >= _MIN_LETTERS and value > 0
    ]
    if not long:
        return [[False] * len(line.words) for line in lines]
    # body text is most of a page; on a page of headings alone nothing can be told apart
    common = float(np.percentile(long, 40))
    return [_of_line(line, values, common) for line, values in zip(lines, relative, strict=True)]


def _of_line(line: OcrLine, values: Sequence[float], common: float) -> list[bool]:
    """Judge words in a window of their neighbours: one thick letter makes no bold word."""
    limit = common * _BOLDER
    weights = [len(word.text) for word in line.words]
    result = []
    for index in range(len(values)):
        window = range(max(0, index - 1), min(len(values), index + 2))
        total = sum(weights[i] for i in window)
        result.append(sum(values[i] * weights[i] for i in window) / max(total, 1) > limit)
    _find_ends(line, values, common * _EDGE, result)
    stop = _title_end(line, values, common)
    return [True] * stop + result[stop:]


def _find_ends(line: OcrLine, values: Sequence[float], limit: float, bold: list[bool]) -> None:
    """Carry a bold beginning on, in place, to where it ends: the window dims the word before plain ones."""
    words = line.words
    at = next((i for i, is_bold in enumerate(bold) if not is_bold), len(bold))
    if not at:
        return
    while at < len(words) and (values[at] >= limit or not any(map(str.isalpha, words[at].text))):
        bold[at] = True
        at += 1
        while at < len(words) and bold[at]:
            at += 1
    # a short last word of a run-in heading, which ends with a full stop or a colon
    ends = at + 1 < len(words) and words[at].text.endswith((".", ":")) and words[at + 1].text[:1].isupper()
    if ends and not words[at - 1].text.endswith((".", ":")) and len(words[at].text) <= _SHORT:
        bold[at] = True


def _title_end(line: OcrLine, values: Sequence[float], common: float) -> int:
    """Count the words of the bold title that a line begins with and a full stop or colon ends; 0: none.

    Thin letters ("số và xã hội") and what a seal took away leave words that alone are too thin to be bold;
    the title as a whole is held against what follows it on the line.
    """
    words = line.words
    letters = [sum(map(str.isalpha, word.text)) for word in words]
    for stop in range(1, len(words)):
        if not words[stop - 1].text.endswith((".", ":")) or not words[stop].text[:1].isupper():
            continue
        title = _mean(values[:stop], letters[:stop])
        after = _mean(values[stop : stop + _AFTER], letters[stop : stop + _AFTER])
        if (
            sum(letters[:stop]) >= _TITLE_LETTERS
            and title > _TITLE * common
            and title > _CONTRAST * after > 0
        ):
            return stop
    return 0


def _mean(values: Sequence[float], weights: Sequence[int]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / max(1, sum(weights))
