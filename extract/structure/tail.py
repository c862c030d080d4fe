"""The values of a document's tail: recipients, signer, title and capacity (ô 7 and 9b)."""

from __future__ import annotations

import re

from extract.blocks import Block
from extract.model import Meta
from extract.structure import vocabulary as v
from extract.structure.ending import Ending
from extract.structure.letters import UPPER
from extract.structure.signed_lines import signed_lines
from extract.structure.wording import is_caps, looks_like_name, without_marks

_TITLE_WORDS = re.compile(without_marks(v.TITLES.pattern), re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:THANH TRA|GIÁM Đ[ỐÓỌÔ]C|CHỦ TỊCH|VĂN PHÒNG|ỦY BAN|NHÂN DÂN|HỘI ĐỒNG|TRUNG TÂM|CHI CỤC|BỆNH VIỆN"
    r"|TRƯỞNG (?:BAN|PHÒNG)|PHÊ DUYỆT|KẾ TOÁN|CƠ QUAN|ĐƠN VỊ|THỦ TRƯỞNG|BAN CHỈ ĐẠO)\b"
)
"""Words of a title or an office, in no person's name: a title whose first letters a seal hides is no name."""
_DEPUTY = re.compile(r"PHÓ\b")
_PEN = re.compile(r"[^\w\s.,:;()/’'–-]|_|\d|^(?!KT|TM|TL|TUQ)\w{1,3}-")
"""What recognition makes of a signature, a seal or "KT." written by hand over a printed title."""


def read_tail(blocks: list[Block], ending: Ending, meta: Meta) -> None:
    """Fill recipients, signer, title and capacity from the tail; lines not understood are noted."""
    recipients: list[str] = []
    signature: list[tuple[int, str]] = []
    listing = False
    for i in range(ending.tail, ending.annex):
        block = blocks[i]
        for text in signed_lines(block.text):
            if v.NOI_NHAN.match(text):
                listing = True
                rest = v.NOI_NHAN.sub("", text)
                _sort(rest, i, True, recipients, signature)
            elif block.column == 1:
                signature.append((i, text))
            else:
                dashed = not (block.number or "1")[0].isalnum()  # an automatic bullet
                _sort(f"- {text}" if dashed else text, i, listing or block.column == 0, recipients, signature)
    hidden = [entry for entry in signature if blocks[entry[0]].scan and _PEN.search(entry[1])]
    if hidden:  # a bare "GIÁM ĐỐC" may have lost its "PHÓ" or its "KT." to the pen
        hidden = [e for e in signature if e in hidden or (v.TITLES.match(e[1]) and not _DEPUTY.match(e[1]))]
    for entry in hidden:
        signature.remove(entry)
        ending.unplaced.append(entry[0])
    meta.recipients = [r for r in (re.sub(r"^[-–—+•*]\s*", "", t).strip(" ;.,") for t in recipients) if r]
    _signature(signature, meta, ending)


def _sort(
    text: str, index: int, listing: bool, recipients: list[str], signature: list[tuple[int, str]]
) -> None:
    """Put a line to the recipients or to the signature; cut it where both were printed on one row."""
    if not text:
        return
    merged = re.search(rf"\s((?:TM|KT|TL|TUQ|Q)\.\s?[{UPPER}].*)$", text)
    if merged and listing and not v.CAPACITY.match(text):
        head = text[: merged.start()].strip()
        if head:
            recipients.append(head)
        signature.append((index, merged[1]))
        return
    signs = (
        v.CAPACITY.match(text)
        or v.SIGNED.match(text)
        or looks_like_name(text)
        or (is_caps(text) and len(text) > 6)
    )
    if (listing and not signs) or (listing and text[0] in "-–+•*"):
        recipients.append(text)
    else:
        signature.append((index, text))


def _signature(lines: list[tuple[int, str]], meta: Meta, ending: Ending) -> None:
    capacity: list[str] = []
    title: list[str] = []
    for index, text in lines:
        if v.RULE.match(text) or v.SIGNED.match(text):
            continue
        if v.CAPACITY.match(text) and not meta.signer:
            capacity.append(text)
        elif meta.signer is None and looks_like_name(text) and not is_caps(text):
            meta.signer = text
        elif is_caps(text) and meta.signer is None:
            title.append(text)
        else:
            ending.unplaced.append(index)
    if (
        meta.signer is None
        and title
        and looks_like_name(title[-1])
        and not _TITLE_WORDS.match(without_marks(title[-1]))
        and not _OFFICE.search(title[-1].upper())
    ):
        meta.signer = title.pop()
    meta.signer_capacity = "\n".join(capacity) or None
    meta.signer_title = " ".join(title) or None
