"""Where a document ends: its closing formula, the area of Nơi nhận and signature, and the annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.blocks import Block
from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.signed_lines import signed_lines
from extract.structure.wording import is_caps, looks_like_name

_SHORT = 120
_CLOSING_REACH = 8
_COUNTED = re.compile(r"(?:[IVX]{1,5}|[A-D]|\d{1,2})[.)/]\s+\S")
"""A numbered line after the signature begins or continues an annex: Nơi nhận lists go by dashes."""


@dataclass(slots=True)
class Ending:
    """Half-open block ranges: closing [closing, tail), Nơi nhận and signature [tail, annex), then annexes."""

    closing: int
    tail: int
    annex: int
    unplaced: list[int] = field(default_factory=list)


def find_ending(blocks: list[Block], body: int) -> Ending:
    """Find where the closing formula, the Nơi nhận/signature area and the annexes begin."""
    anchor = _anchor(blocks, body)
    if anchor is None:
        end = len(blocks)
        return Ending(_closing(blocks, body, end), end, end)
    tail = anchor
    while tail > body and _belongs(blocks[tail - 1], before=True):
        tail -= 1
    while tail < anchor and not blocks[tail].text.strip():
        tail += 1
    annex = anchor + 1
    listing = True
    stop = _next_letterhead(blocks, anchor + 1)
    signed: int | None = None
    while annex < stop and _belongs(blocks[annex], listing=listing):
        if signed is not None and _is_imprint(blocks[annex], signed):
            break
        if _is_signer(blocks, annex):
            signed = blocks[annex].page
        annex += 1
    return Ending(_closing(blocks, body, tail), tail, annex)


def _is_signer(blocks: list[Block], index: int) -> bool:
    """Whether a block is a name right below a title or a capacity, or ends with one that has both."""
    if blocks[index].column == 0 or not blocks[index].text.strip():
        return False
    lines = signed_lines(blocks[index].text)
    above = [t.strip() for block in blocks[max(index - 3, 0) : index] for t in block.text.split("\n")]
    titled = any(v.TITLES.match(t) or v.CAPACITY.match(t) for t in [*above, *lines[:-1]])
    name = lines[-1]
    return titled and looks_like_name(name) and not (v.TITLES.match(name) or v.CAPACITY.match(name))


def _is_imprint(block: Block, signed: int) -> bool:
    """Whether a block in columns stands on a later page than the signer's name: where to order a gazette."""
    later = block.column is not None and block.page is not None and block.page > signed
    return later and not (_listed(block.text) or block.text.startswith("Lưu"))


def _next_letterhead(blocks: list[Block], start: int) -> int:
    """Where another document's letterhead begins in the same file, or the end."""
    for i in range(start, len(blocks)):
        if len(blocks[i].text) < 200 and v.QUOC_HIEU.search(blocks[i].text):
            while i > start and blocks[i - 1].column == 0 and not _listed(blocks[i - 1].text):
                i -= 1  # noqa: PLW2901
            return i
    return len(blocks)


def _listed(text: str) -> bool:
    return text.lstrip()[:1] in "-–+*•" or bool(v.NOI_NHAN.match(text.strip()))


def _anchor(blocks: list[Block], body: int) -> int | None:
    capacity = None
    for i in range(body, len(blocks)):
        block = blocks[i]
        if block.kind == "table" or len(block.text) > 1500:
            continue
        if v.NOI_NHAN.match(block.text):
            return i
        first = block.text.split("\n")[0].strip()
        if capacity is None and i > body and len(first) < 80 and v.CAPACITY.match(first) and is_caps(first):
            capacity = i
    if capacity is not None:
        return capacity
    beside = _signature_beside(blocks, body)
    return beside if beside is not None else _signature_only(blocks, body)


def _signature_beside(blocks: list[Block], body: int) -> int | None:
    """Find a signature set beside a list although "Nơi nhận" itself could not be read: the last such area."""
    last = next((i for i in range(len(blocks) - 1, body, -1) if blocks[i].column == 1), None)
    if last is None or not looks_like_name(blocks[last].text.strip().split("\n")[-1].strip()):
        return None
    first = last
    while first > body and blocks[first - 1].column is not None:
        first -= 1
    if not any(v.TITLES.match(block.text.strip()) for block in blocks[first : last + 1] if block.column == 1):
        return None
    return first


def _signature_only(blocks: list[Block], body: int) -> int | None:
    """No Nơi nhận and no TM./KT.: a title in capitals and a name may still close the document."""
    last = len(blocks) - 1
    while last > body and not blocks[last].text.strip() and blocks[last].kind != "table":
        last -= 1
    if last <= body or blocks[last].kind == "table":
        return None
    lines = signed_lines(blocks[last].text)
    if not lines or not looks_like_name(lines[-1]) or len(lines) > 4:
        return None
    previous = blocks[last - 1].text.strip() if last - 1 >= body else ""
    ended = (
        v.CLOSING.match(previous)
        or previous.endswith("./.")
        or v.TITLES.match(previous)
        or v.TITLES.match(lines[0])
    )
    return last if ended or blocks[last].column == 1 else None


def _belongs(block: Block, *, before: bool = False, listing: bool = False) -> bool:
    """Whether a block next to the anchor is part of the Nơi nhận/signature area."""
    if block.kind == "table":
        return False
    text = block.text.strip()
    if not text:
        return True
    if v.ANNEX.match(text):
        return False
    if block.column is not None:
        return True
    if len(text) > 400:
        return False
    return all(_tail_line(t, before=before, listing=listing) for t in signed_lines(text))


def _tail_line(text: str, *, before: bool, listing: bool) -> bool:
    if v.RULE.match(text) or v.SIGNED.match(text) or v.NOI_NHAN.match(text):
        return True
    if len(text) > _SHORT or _COUNTED.match(text):
        return False
    if v.CAPACITY.match(text) or (is_caps(text) and v.TITLES.match(text)) or looks_like_name(text):
        return markers.parse(text) is None or bool(v.CAPACITY.match(text)) or looks_like_name(text)
    if before:
        return False
    if listing and (
        re.match(r"[-–—+•*]", text)
        or (text.endswith((";", ")")) and len(text) < _SHORT)
        or text.startswith("Lưu")
    ):
        return True
    return is_caps(text) and len(text) < 60 and markers.parse(text) is None and bool(v.TITLES.match(text))


def _closing(blocks: list[Block], body: int, tail: int) -> int:
    """Find the closing formula; a "Trên đây là …" that a heading follows belongs to its own section."""
    seen = 0
    weak = tail
    heading = False
    for i in range(tail - 1, body - 1, -1):
        block = blocks[i]
        text = block.text.strip()
        if block.kind == "table":
            break
        if not text:
            continue
        seen += 1
        if v.CLOSING.match(text) and not block.number and (not heading or text.endswith(":")):
            return i
        heading = heading or _numbered(block) or block.outline_level is not None
        if (
            seen == 1
            and text.endswith("./.")
            and v.CLOSING_WEAK.search(text)
            and not _numbered(block)
            and text[0] not in "-+"
        ):
            weak = i
        if seen >= _CLOSING_REACH:
            break
    return weak


def _numbered(block: Block) -> bool:
    return bool(block.number) or markers.parse(block.text) is not None
