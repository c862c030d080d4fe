"""What each source says about a file's agency: a set of codes (none, one, or several = unclear)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from extract.encoding import match_key
from extract.model import Document
from transform.assign.names import GENERIC, NameIndex, bare_key, name_key, symbol_key
from transform.campaign import Campaign
from transform.inbox import InboxFile


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# type codes of NĐ 30/2020 and of Party documents: the group before the issuing body in a symbol
_TYPE_CODES = _words(
    "nq qđ qd ct qc qyđ tc tb hd ctr kh pa đa da bc bb ttr hđ cđ bgn btt guq gm ggt gnp pg pc pb kl qt tt cv"
)
_BARE_TYPE_CODES = frozenset(bare_key(code) for code in _TYPE_CODES)
_BARE_GENERIC = frozenset(bare_key(name) for name in GENERIC)
_NUMBER_LINE = re.compile(r"^\s*số\b|^\s*v/v\b", re.IGNORECASE)
_SENT_TO = re.compile(r"\b(?:kinh )?gui\b.*")
_LOWER_BODIES = re.compile(
    r"^(?:sở|ubnd (?:xã|phường|đặc khu|huyện|thị xã|thành phố)|đảng ủy|hđnd|ban thường vụ)\b"
)
# a province or a former district of the same name as a commune: «tỉnh Bình Định», «huyện Ia Grai»
_NOT_COMMUNES = re.compile(r"\b(?:tinh|huyen|thi xa|thanh pho|tp)(?: \w+){1,3}")
# a code that could be an accentless syllable («thue», «cat»)
_LIKE_A_WORD = re.compile(
    r"(?:ch|gi|kh|ngh?|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh?g?|[cmpt])?"
)
# words that file names of reports are made of, beside the sender's name
_FILE_WORDS = _words(
    "bc bao cao tong so ket qua thuc hien nam luan chi thi nghi quyet kl nq ct ubnd vp cua ve don vi "
    "dia phuong xa p x du thao ban chinh thuc cuoi final sua chua bo sung lan v ky da signed scan copy "
    "moi nop gui docx doc pdf"
)
_TEXT_OPENING = 600


@dataclass(frozen=True, slots=True)
class Said:
    """`codes`: what the source names. `near`: what it resembles, for the officer's list only."""

    codes: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()

    @property
    def code(self) -> str | None:
        """The one code named, None when none or several are."""
        return next(iter(self.codes)) if len(self.codes) == 1 else None


def from_folder(file: InboxFile, index: NameIndex) -> Said:
    """Folders named by a code, or by an agency's full name."""
    codes: set[str] = set()
    for folder in file.folders:
        if (code := index.folded_codes.get(folder.strip().casefold())) is not None:
            codes.add(code)
        else:
            codes |= named if len(named := index.equal(folder)) == 1 else set()
    return Said(frozenset(codes))


def from_letterhead(document: Document, index: NameIndex) -> Said:
    """Read the issuing body's name and, where no name fits, the issuing part of the document's symbol."""
    readings = _letterhead_readings(document)
    said = [_by_name(parent, name, index) for parent, name in readings]
    by_name = next((one for one in said if one.codes), said[0] if said else Said())
    named = any(name for _, name in readings)
    by_symbol = _by_symbol(document.meta.number, index)
    if by_name.codes:
        agreed = by_name.codes & by_symbol
        return Said(frozenset(agreed or by_name.codes | by_symbol)) if by_symbol else by_name
    # another body's name stands there (đảng ủy, phòng, tỉnh khác): a symbol alone proves nothing then
    if named and by_symbol:
        return Said(near=by_name.near | by_symbol)
    return Said(frozenset(by_symbol), by_name.near)


def from_name(file: InboxFile, campaign: Campaign, index: NameIndex) -> Said:
    """Look in the file's name for names, codes and symbols, the longest only; the addressee is left out."""
    text = _SENT_TO.sub("", bare_key(match_key(_uncamel(file.stem).replace("_", " ").replace(".", " "))))
    if whole := index.whole_codes.get(text):
        return Said(frozenset(whole))
    found = [
        (key, code)
        for key, code in index.in_file_names.within(text)
        if key not in _BARE_TYPE_CODES
        and (not _LIKE_A_WORD.fullmatch(key) or _is_all_the_name_says(key, text))
    ]
    found = found or [
        (key, code)
        for key, code in index.short_communes.within(_NOT_COMMUNES.sub(" ", text))
        if _is_all_the_name_says(key, text)
    ]
    receiver = index.equal(campaign.consolidator.name or "")
    codes = {code for key, code in found if key not in _BARE_GENERIC} - receiver
    return Said(frozenset(codes), frozenset(code for _, code in found) - codes)


def _is_all_the_name_says(key: str, text: str) -> bool:
    """Whether nothing but words of any report's file name stands beside `key`: «an toan» is also a word."""
    rest = f" {text} ".replace(f" {key} ", " ", 1).split()
    return all(word in _FILE_WORDS or any(map(str.isdigit, word)) for word in rest)


def _uncamel(stem: str) -> str:
    """`IaO` -> `Ia O`: names typed without spaces."""
    pairs = zip(stem, stem[1:] + " ", strict=True)
    return "".join(f"{a} " if a.islower() and b.isupper() else a for a, b in pairs)


def from_text(document: Document, index: NameIndex) -> Said:
    """Find the body that says of itself that it reports: «X báo cáo …», «báo cáo … của X»."""
    opening = name_key(document.preamble[:_TEXT_OPENING])
    closing = name_key(document.closing[:_TEXT_OPENING])
    phrases = index.in_texts
    found = {
        code
        for key, code in phrases.within(opening) + phrases.within(closing)
        if key not in GENERIC and _reports(key, opening, closing)
    }
    return Said(frozenset(found))


def _reports(key: str, opening: str, closing: str) -> bool:
    verb = rf"\b{re.escape(key)} (?:(?:xin|kính|trân trọng|tổng hợp|xây dựng) )?báo cáo\b"
    return bool(re.search(verb, opening)) or f"báo cáo của {key}" in closing


def _letterhead_readings(document: Document) -> list[tuple[str, str]]:
    """(parent, name) as made out by the reader; else every way to cut the lines of the left column in two."""
    if document.meta.agency:
        return [(name_key(document.meta.agency_parent or ""), name_key(document.meta.agency))]
    lines = list(takewhile(lambda line: not _NUMBER_LINE.match(line), document.letterhead.left))
    return [(name_key(" ".join(lines[:cut])), name_key(" ".join(lines[cut:]))) for cut in range(len(lines))]


def _by_name(parent: str, name: str, index: NameIndex) -> Said:
    if not name:
        return Said()
    joined = [f"{name} {parent}", f"{parent} {name}"] if parent else []
    codes = set().union(*(index.equal(text) for text in joined)) if joined else set()
    if not codes:
        codes = {code for code in index.equal(name) if _fits_below(name, parent, code, index)}
    if codes:
        return Said(frozenset(codes))
    near = set().union(*(index.equal(text) for text in (name, parent) if text))
    return Said(near=frozenset(near or index.near(f"{name} {parent}")))


def _fits_below(name: str, parent: str, code: str, index: NameIndex) -> bool:
    """Whether a body `name` below `parent` can be the agency: not another province's, not a lower body's."""
    if not parent:
        return name not in GENERIC
    province = re.search(r"\btỉnh (.+)$|\bthành phố (.+)$", parent)
    if province and index.province and (province[1] or province[2]) != index.province:
        return False
    if index.parents.get(code) == parent:
        return True
    if name in GENERIC:
        return parent.startswith("ubnd tỉnh")
    return not _LOWER_BODIES.match(parent) and not (index.equal(parent) - {code})


def _by_symbol(number: str | None, index: NameIndex) -> set[str]:
    """Codes named by the issuing part: `123/BC-VPUBND` -> VPUBND, `15/SNV-VP` -> SNV."""
    if not number or "/" not in number:
        return set()
    symbol = number.split("/", 1)[1]
    groups = [group for group in symbol.split("-") if group]
    typed = len(groups) > 1 and groups[0].casefold() in _TYPE_CODES
    issuing = groups[1:] if typed else groups[:1]
    found = index.symbols.get(symbol_key("".join(issuing)), set()) or (
        index.symbols.get(symbol_key(issuing[0]), set()) if issuing else set()
    )
    return set(found) if len(found) == 1 else set()
