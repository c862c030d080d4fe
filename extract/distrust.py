"""Fields of a document that came from pages whose text layer lost letters: not seen rather than wrong."""

from __future__ import annotations

from typing import Final

from extract.blocks import Block, RawDocument
from extract.model import Meta

_DAMAGED: Final = "damaged_text"
_HEAD: Final = (
    "agency_parent", "agency", "number", "place", "date", "doc_type", "subject", "urgency",
)  # fmt: skip
_TAIL: Final = ("signer", "signer_title", "signer_capacity")


def drop_damaged(meta: Meta, raw: RawDocument) -> None:
    """Set what was read off a damaged page to None; fields taken from a stamp (`sources`) stay."""
    damaged = {warning.page for warning in raw.warnings if warning.code == _DAMAGED}
    if not damaged:
        return
    if (raw.blocks[0].page if raw.blocks else 1) in damaged:
        _clear(meta, _HEAD)
        meta.addressees = []
    if _page_of(meta.signer or meta.signer_title, raw.blocks) in damaged:
        _clear(meta, _TAIL)
    meta.recipients = [name for name in meta.recipients if _page_of(name, raw.blocks) not in damaged]


def _clear(meta: Meta, fields: tuple[str, ...]) -> None:
    for field in fields:
        if field not in meta.sources:
            setattr(meta, field, None)


def _page_of(text: str | None, blocks: list[Block]) -> int | None:
    """Page of the last block that holds a text; None when there is none."""
    if not text:
        return None
    return next((block.page_end for block in reversed(blocks) if text in block.text), None)
