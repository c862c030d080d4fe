"""The numbers and signs that footnotes bear, at their start and in the text."""

from __future__ import annotations

import re
from typing import Final

from extract.pdf.lines import SUPERSCRIPTS, Line, is_raised
from extract.pdf.page import Page

_LEADING_MARK: Final = re.compile(r"[\[(]?(\d{1,3}|[¹²³⁰⁴-⁹]{1,3})[\])]?(?:[.:]?\s+|(?=[^\W\d]))")
_GARBLED: Final = re.compile(r"[^\w\s]{1,2}|[lIìÌíÍ]")
_NUMBER: Final = re.compile(r"\d{1,3}|[*†‡§¶‖]{1,4}")
_SIGN: Final = re.compile(r"[\[(]?([*†‡§¶‖]{1,4})[\])]?\s*(?=[^\s*])")
"""A sign at the start of a footnote whose author does not count notes."""


def is_garbled_mark(line: Line) -> bool:
    """Whether a recognised line starts with a sign or two that are no word: a mark OCR could not read."""
    first = line.spans[0]
    return first.confidence is not None and _GARBLED.fullmatch(first.text) is not None


def mark_of(line: Line) -> str | None:
    """Return the number or sign with which a footnote's body starts, raised or followed by a space."""
    first = line.spans[0]
    apart = len(line.spans) > 1 and first.text.isdecimal() and abs(first.size - line.size) > 0.15 * line.size
    if apart or is_raised(first, line) or (len(line.spans) > 1 and first.size < 0.85 * line.size):
        found = _NUMBER.search(first.text.translate(SUPERSCRIPTS))
        return _plain(found[0]) if found else None
    leading = leading_mark(line.text)
    return _plain(leading[1].translate(SUPERSCRIPTS)) if leading else None


def leading_mark(text: str) -> re.Match[str] | None:
    """Match a number or sign, group 1, at the start of a line."""
    return _LEADING_MARK.match(text) or _SIGN.match(text)


def _plain(mark: str) -> str:
    """Return a mark as compared: numbers without leading zeros."""
    return str(int(mark)) if mark.isdecimal() else mark


def take_mark(line: Line, expected: set[str], called: set[str]) -> str | None:
    """Cut the mark off a line that starts a note; None when the line goes on with one.

    A number that is not raised starts a note only when it is `expected`: the next in order, 1 on a new
    page, or, for the first line of all, one that the page's text calls.
    """
    number = mark_of(line)
    first = line.spans[0]
    if number is not None and (is_raised(first, line) or first.size < 0.85 * line.size):
        line.spans = line.spans[1:]
        return number
    if number is None and is_garbled_mark(line):  # the call in the text tells the number
        number = min(expected & called, default=None)
        line.spans = line.spans[1:] if number is not None else line.spans
        return number
    if number is None or (number.isdecimal() and number not in expected):
        return None
    leading = leading_mark(first.text)
    if leading is None:  # the number is a span of its own
        line.spans = line.spans[1:]
    else:
        first.text = first.text[leading.end() :].lstrip()
        if not first.text:
            line.spans = line.spans[1:]
    return number


def raised_numbers(page: Page) -> set[str]:
    """Numbers and signs raised in the text of a page."""
    lines = [line for row in page.rows for line in row]
    texts = [span.text.strip("()") for line in lines for span in line.spans[1:] if is_raised(span, line)]
    return {_plain(text) for text in texts if _NUMBER.fullmatch(text)}
