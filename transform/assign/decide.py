"""The decision: all sources that speak must name the same agency, else the officer is asked."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Document
from transform.assign.names import NameIndex
from transform.assign.sources import Said, from_folder, from_letterhead, from_name, from_text
from transform.campaign import Campaign, OverrideKind
from transform.inbox import InboxFile

_SOURCE_NAMES = {
    "folder": "thư mục",
    "register": "sổ văn bản đến",
    "letterhead": "phần đầu văn bản",
    "name": "tên tệp",
    "text": "lời mở đầu hoặc kết thúc",
}
_UNKNOWN = "Chưa xác định được cơ quan gửi qua thư mục, sổ văn bản đến, phần đầu văn bản và tên tệp."
_UNLISTED = "Phần đầu văn bản ghi «{name}», chưa khớp với tên nào trong danh sách cơ quan của đợt báo cáo."


@dataclass(frozen=True, slots=True)
class Assignment:
    """`code` None = the officer decides, by `candidates` (codes) and `reason` (Vietnamese).

    `conflict`: sources named agencies, but not one and the same. `source`: the strongest that spoke
    (override, folder, register, letterhead, name or text).
    """

    code: str | None
    source: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    conflict: bool = False


def assign(campaign: Campaign, file: InboxFile, document: Document | None, index: NameIndex) -> Assignment:
    """Name the agency of `file`; `document` None when it could not be read."""
    for override in campaign.overrides:
        if override.kind is OverrideKind.AGENCY and override.file == file.name:
            return Assignment(override.agency, "override")
    said = {
        "folder": from_folder(file, index),
        "register": Said(frozenset({file.register.agency}))
        if file.register and file.register.agency
        else Said(),
        "letterhead": from_letterhead(document, index) if document else Said(),
        "name": from_name(file, campaign, index),
    }
    speaking = {source: one for source, one in said.items() if one.codes}
    if not speaking and document:
        speaking = {"text": text} if (text := from_text(document, index)).codes else {}
    agreed = frozenset.intersection(*(one.codes for one in speaking.values())) if speaking else frozenset()
    if len(agreed) == 1:
        strongest = next((source for source, one in speaking.items() if one.code), next(iter(speaking)))
        return Assignment(next(iter(agreed)), strongest)
    filed = _filed_twice(said)
    if filed is not None:
        return Assignment(filed, "folder", reason=_against_letterhead(campaign, filed, speaking))
    return _ask(campaign, said, speaking, document)


def _filed_twice(said: dict[str, Said]) -> str | None:
    """Agency to which people filed the same file twice over: by its folder and in the register.

    Two records made by hand outweigh what a program reads at the top of a page.
    """
    folder, register = said["folder"], said["register"]
    return folder.code if folder.code is not None and folder.code == register.code else None


def _against_letterhead(campaign: Campaign, code: str, speaking: dict[str, Said]) -> str:
    others = sorted({other for one in speaking.values() for other in one.codes} - {code})
    named = ", ".join(campaign.by_code[other].name for other in others)
    return (
        f"Thư mục và sổ văn bản đến cùng ghi {campaign.by_code[code].name}; nơi khác trong tệp ghi {named}."
    )


def _ask(
    campaign: Campaign, said: dict[str, Said], speaking: dict[str, Said], document: Document | None
) -> Assignment:
    candidates = sorted(set().union(*(one.codes or one.near for one in said.values()), *_codes(speaking)))
    if not speaking:
        printed = document.meta.agency if document else None
        reason = _UNLISTED.format(name=" ".join(printed.split())) if printed else _UNKNOWN
        return Assignment(None, None, tuple(candidates), reason)
    parts = [
        f"{_SOURCE_NAMES[source]}: {', '.join(campaign.by_code[code].name for code in sorted(one.codes))}"
        for source, one in speaking.items()
    ]
    how = "Các nguồn chưa thống nhất về cơ quan gửi" if len(speaking) > 1 else "Có nhiều cơ quan cùng phù hợp"
    return Assignment(None, None, tuple(candidates), f"{how} ({'; '.join(parts)}).", conflict=True)


def _codes(speaking: dict[str, Said]) -> list[frozenset[str]]:
    return [one.codes for one in speaking.values()]
