"""Text in another encoding than it says: TCVN3 or VNI in an undeclared font, UTF-8 read as cp1252."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from extract.blocks import Block, NoteCall, RawDocument
from extract.encoding import display, repair_mojibake
from extract.encoding.fonts import Kind, decode, detect, improves, is_unicode

_MOSTLY: Final = 10


def repair_mojibake_text(document: RawDocument) -> bool:
    """Undo UTF-8 read as cp1252 (web pages named .doc without a charset); returns whether there was any."""
    found = False
    for block in document.blocks:
        repaired = repair_mojibake(block.text)
        cells = [[repair_mojibake(text) for text in row] for row in block.cells]
        if repaired != block.text or cells != block.cells:
            found = True
            block.calls = [NoteCall(min(call.offset, len(repaired)), call.key) for call in block.calls]
            block.text, block.cells = repaired, cells
    return found


def repair_undeclared(document: RawDocument) -> bool:
    """Decode such text in place; returns whether there was any.

    A paragraph long enough to prove the encoding opens the way for short ones of the same kind.
    """
    texts = [text for block in document.blocks for text in _texts(block)]
    texts.extend(note.text for note in document.notes)
    found: Counter[Kind] = Counter()
    for text in texts:
        known = detect(text)
        if known is not None:
            found[known] += 1
    if not found:
        return False
    kind = max(sorted(found), key=lambda item: found[item])
    # where nearly all is legacy, so is the rest: "Soá" (VNI for Số) is a syllable as it stands
    mostly = sum(map(is_unicode, texts)) * _MOSTLY < sum(found.values())

    def is_legacy(text: str) -> bool:
        return (mostly and not is_unicode(text)) or improves(text, kind)

    for block in document.blocks:
        block.cells = [
            [decode(text, kind) if is_legacy(text) else text for text in row] for row in block.cells
        ]
        if is_legacy(block.text):
            _rewrite(block, lambda text: decode(text, kind))
    for note in document.notes:
        note.text = decode(note.text, kind) if is_legacy(note.text) else note.text
    return True


def _texts(block: Block) -> list[str]:
    return [text for row in block.cells for text in row] if block.kind == "table" else [block.text]


def settle_letters(document: RawDocument) -> None:
    """Take out soft hyphens and map Ð to Đ: only now, when both are known to be no letters of TCVN3."""
    for block in document.blocks:
        if _is_unsettled(block.text):
            _rewrite(block, _settled)
        block.cells = [[_settled(text) for text in row] for row in block.cells]
    for note in document.notes:
        note.text = _settled(note.text)


def _settled(text: str) -> str:
    return display(text.replace("\u00ad", "")) if _is_unsettled(text) else text


def _is_unsettled(text: str) -> bool:
    return "\u00ad" in text or "Ð" in text or "ð" in text


def _rewrite(block: Block, change: Callable[[str], str]) -> None:
    """Change the block's text and move what points into it: VNI writes a letter as two codes."""
    old = block.text
    block.text = change(old)
    if len(block.text) == len(old):
        return

    def moved(offset: int) -> int:
        return len(change(old[:offset]))

    block.bold_prefix = moved(block.bold_prefix)
    block.page_breaks = [(moved(offset), page) for offset, page in block.page_breaks]
    for call in block.calls:
        call.offset = moved(call.offset)
