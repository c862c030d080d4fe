"""Can the text layer of a page be trusted? Scans, watermarks over scans, damaged fonts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from extract.encoding.damage import looks_damaged
from extract.encoding.fonts import decode, detect
from extract.pdf.page import Page

Verdict = Literal["text", "blank", "scan", "damaged"]

_FEW_LETTERS: Final = 120
"""Letters on a page below which an image over most of it is the page itself."""
_COVERS: Final = 0.5
_SOME_IMAGE: Final = 0.08


def page_text(page: Page) -> str:
    """Text of a page's rows, one line each."""
    return "\n".join(line.text for row in page.rows for line in row)


def judge_pages(pages: Sequence[Page]) -> dict[int, Verdict]:
    """Verdict by page number. Once one page lost letters, less is needed to doubt the others."""
    verdicts = {page.number: _judge(page, suspect=False) for page in pages}
    if "damaged" in verdicts.values():
        for page in pages:
            if verdicts[page.number] == "text":
                verdicts[page.number] = _judge(page, suspect=True)
    return verdicts


def _judge(page: Page, *, suspect: bool) -> Verdict:
    letters = sum(line.letters for row in page.rows for line in row)
    if letters < _FEW_LETTERS:
        if page.graphics.image_share >= _COVERS:
            return "scan"
        if letters == 0:
            return "scan" if page.graphics.image_share > _SOME_IMAGE else "blank"
    damage = looks_damaged(page_text(page), suspect)
    if damage == "garbage" and _decode_legacy(page):
        damage = looks_damaged(page_text(page), suspect)
    return "damaged" if damage else "text"


def _decode_legacy(page: Page) -> bool:
    """Decode a page set in TCVN3 or VNI whose fonts do not say so; False when it is neither."""
    kind = detect(page_text(page))
    if kind is None:
        return False
    for row in page.rows:
        for line in row:
            for span in line.spans:
                span.text = decode(span.text, kind)
    return True
