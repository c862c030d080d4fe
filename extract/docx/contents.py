"""Automatic tables of contents: made from the headings, so no text of their own."""

from __future__ import annotations

import re
from typing import Final

from extract.blocks import Block
from extract.encoding import match_key

# Word's and LibreOffice's own styles for the entries
_STYLE: Final = re.compile(r"(toc|contents) \d|table of (contents|figures)", re.IGNORECASE)
_ENDS_IN_PAGE: Final = re.compile(r"\d\s*$")
_LONGEST: Final = 400
_HEADINGS: Final = frozenset({"mục lục", "nội dung", "danh mục bảng", "danh mục hình"})


def is_entry(text: str, style: str | None, in_field: bool) -> bool:
    """Whether a paragraph is a line of an automatic table of contents.

    in_field: a contents field made its text; as such a field may lack its end, the line must end in a page.
    """
    if style is not None and _STYLE.match(style):
        return True
    return in_field and len(text) <= _LONGEST and _ENDS_IN_PAGE.search(text) is not None


def drop_heading(blocks: list[Block]) -> None:
    """Take away the line "MỤC LỤC" that stands before the first entry."""
    if blocks and blocks[-1].kind == "paragraph" and match_key(blocks[-1].text) in _HEADINGS:
        blocks.pop()
