"""Names of agencies as keys: official names, aliases, codes and symbols, never compared loosely.

Commune names are many and alike (Quy Nhơn ×5, Ia … ×30): a name fits when it is equal, and where
one name contains another the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from extract.encoding import match_key, search_key
from transform.campaign import Agency, Campaign

_TYPES = {"xa": "xã", "phuong": "phường", "dac_khu": "đặc khu"}

# spellings of the same words: pattern on a match key -> one form
_SAME: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (match_key("ủy ban nhân dân"), "ubnd"),
        (match_key("ủy ban mặt trận tổ quốc"), "ubmttq"),
        (match_key("mặt trận tổ quốc"), "mttq"),
        (r"\bủy ban mttq\b", "ubmttq"),
        (match_key("hội đồng nhân dân"), "hđnd"),
        (match_key("bảo hiểm xã hội"), "bhxh"),
        (match_key("ban quản lý"), "bql"),
        (r"\bvp\b", match_key("văn phòng")),
        (r"\bđăk\b|\bđắk\b", "đak"),
        (r"[&,/]| và ", " "),
        (r" +", " "),
    )
)
_APOSTROPHE = re.compile(r"(?<=\w)['’`´‘](?=\w)")
_BARE = re.compile(r"['’`\-]")
# alone these are a body of any level; they count only right below the province
GENERIC = frozenset(match_key(name) for name in ("Văn phòng", "Thanh tra", "Ban Quản lý", "BQL"))


def name_key(text: str) -> str:
    """Key of an agency's name: accents stay, «ủy ban nhân dân» is «ubnd», line breaks are spaces."""
    key = match_key(_APOSTROPHE.sub("", text.replace("\n", " ")))
    for pattern, form in _SAME:
        key = pattern.sub(form, key)
    return key.strip()


def bare_key(key: str) -> str:
    """Key without accents and apostrophes, for file names and spellings such as Đak/Đăk, H'rú/Hrú."""
    return " ".join(_BARE.sub(" ", search_key(key).replace("'", "")).split())


def symbol_key(text: str) -> str:
    """Key of the issuing part of a symbol: letters and digits only, case does not count."""
    return re.sub(r"[\W_]", "", match_key(text))


@dataclass
class NameIndex:
    """All names of a campaign's agencies. `exact`, `bare`, `symbols` and `whole_codes` map a key to codes."""

    province: str
    exact: dict[str, set[str]] = field(default_factory=dict)
    bare: dict[str, set[str]] = field(default_factory=dict)
    symbols: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    folded_codes: dict[str, str] = field(default_factory=dict)
    whole_codes: dict[str, set[str]] = field(default_factory=dict)

    @staticmethod
    def of(campaign: Campaign) -> NameIndex:
        """Build the index of `campaign`."""
        index = NameIndex(name_key(campaign.province or ""))
        for agency in campaign.agencies:
            index._add(agency)
        return index

    def _add(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            for key in self.variants(name_key(name), agency.kind):
                self.exact.setdefault(key, set()).add(agency.code)
                self.bare.setdefault(bare_key(key), set()).add(agency.code)
            if " " not in name.strip():
                self.symbols.setdefault(symbol_key(name), set()).add(agency.code)
        self.symbols.setdefault(symbol_key(agency.code), set()).add(agency.code)
        self.bare.setdefault(bare_key(agency.code), set()).add(agency.code)
        self.folded_codes[agency.code.casefold()] = agency.code
        self.whole_codes.setdefault(bare_key(agency.code), set()).add(agency.code)
        self.names[agency.code] = name_key(agency.name)
        if agency.parent:
            self.parents[agency.code] = name_key(agency.parent)

    def variants(self, key: str, kind: str) -> set[str]:
        """List the key, the key without the province at its end, a commune's with and without UBND."""
        found = {key}
        for tail in (f" tỉnh {self.province}", f" {self.province}") if self.province else ():
            if key.endswith(tail):
                found.add(key.removesuffix(tail))
        found |= {form.removesuffix(" tỉnh") for form in found if form.count(" ") > 2}
        if kind in _TYPES:
            bare = {form.removeprefix("ubnd ") for form in found}
            typed = {form if form.startswith(_TYPES[kind]) else f"{_TYPES[kind]} {form}" for form in bare}
            found |= typed | {f"ubnd {form}" for form in typed}
        return {form for form in found if form}

    def equal(self, text: str) -> set[str]:
        """Codes whose name is exactly `text`, by the key with accents, else by the one without."""
        key = name_key(text)
        forms = self.variants(key, "other")
        codes = set().union(*(self.exact.get(form, set()) for form in forms))
        return codes or set().union(*(self.bare.get(bare_key(form), set()) for form in forms))

    @cached_property
    def in_file_names(self) -> Phrases:
        """Names, codes and symbols of more than two letters, without accents."""
        both = (*self.bare.items(), *self.symbols.items())
        return Phrases((key, code) for key, codes in both if len(key) > 2 for code in codes)

    @cached_property
    def in_texts(self) -> Phrases:
        """Names of more than one word, with accents."""
        return Phrases((key, code) for key, codes in self.exact.items() if key.count(" ") for code in codes)

    @cached_property
    def short_communes(self) -> Phrases:
        """Communes called by their name alone, as file names do."""
        return Phrases(self._communes_without_type())

    def _communes_without_type(self) -> Iterator[tuple[str, str]]:
        for code, name in self.names.items():
            short = re.sub(r"^(?:ubnd )?(?:xã|phường|đặc khu) ", "", name)
            if short != name:
                yield bare_key(short), code

    def near(self, text: str, limit: int = 5) -> list[str]:
        """Codes an officer may want to look at first: for showing only, never for deciding."""
        found = process.extract(name_key(text), self.names, scorer=fuzz.ratio, limit=limit, score_cutoff=75)
        return [code for _, _, code in found]


class Phrases:
    """Keys to be found in texts as whole words, looked up by the text's words: many keys cost nothing."""

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        self._codes: dict[str, set[str]] = {}
        for key, code in keys:
            if key:
                self._codes.setdefault(key, set()).add(code)
        self._longest = max((key.count(" ") + 1 for key in self._codes), default=0)

    def within(self, text: str) -> list[tuple[str, str]]:
        """(key, code) found in `text`; what lies inside a longer find is dropped."""
        words = text.split(" ")
        spans = [
            (start, end, key)
            for start in range(len(words))
            for end in range(start + 1, min(len(words), start + self._longest) + 1)
            if (key := " ".join(words[start:end])) in self._codes
        ]
        kept = {
            key
            for start, end, key in spans
            if not any(o[0] <= start and end <= o[1] and o[1] - o[0] > end - start for o in spans)
        }
        return sorted((key, code) for key in kept for code in self._codes[key])
