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
    return result


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
