"""Which level a body in a symbol or a printed issuer belongs to, and which agency's own body it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.encoding import match_key

CENTRAL = re.compile(
    r"(?:.*TW|CP|TTg|QH\d*|UBTVQH\d*|CTN|VPCP|VPQH|TTCP|NHNN|TANDTC|VKSNDTC|KTNN|UBDT|B(?:NV|TC|TP|YT|CA|QP|XD|CT|GDĐT|VHTTDL|"
    r"KHCN|NNMT|TNMT|LĐTBXH|GTVT|TTTT|KHĐT|NNPTNT|DTTG|NG)|TLĐ|HLHPN|ĐCT|MTTW|BHXH)(?:-.*)?\Z"
)
PROVINCIAL = re.compile(
    r"(?:.*TU|VPUBND|S[A-ZĐ&]{2,}|BQL[A-ZĐ]*|BDT[A-ZĐ]*|TTT|CAT|BCHQS|ĐĐBQH|VPĐĐBQH|BTV.*TU)(?:-.*)?\Z"
)
SHARED = re.compile(
    r"(?:UBND|HĐND|ĐU|HU|ThU|THU|UBMTTQ|UBMT|MTTQ|BCH|ĐTN|ĐTNCS|HND|HCCB|HLHPN|HPN|CB|BCĐ|BTV|BTT|TTHĐND|PVHXH|VHXH|KT|VP|CAX|CA)"
    r"(?:-.*)?\Z"
)
"""Bodies that every commune or agency has: the symbol alone names none of them."""

_COMMUNAL = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"\b(?:huyện|thị xã|thành phố|quận)\b", re.IGNORECASE)
_PROVINCE = re.compile(r"\btỉnh\b|Tỉnh (?:ủy|uỷ)", re.IGNORECASE)
_CENTRAL_ISSUER = re.compile(
    r"Trung ương|Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Quốc hội|\bBộ\b|Chủ tịch nước"
    r"|Đảng (?:khóa|khoá)|Ban Chấp hành TW"
)
_PROVINCIAL_ISSUER = re.compile(r"^(?:Giám đốc )?Sở |Tỉnh đoàn")
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban nhân dân", re.IGNORECASE)
_GENERIC = re.compile(
    r"\b(?:tỉnh|xã|phường|thị trấn|đặc khu|huyện|ubnd|ủy ban nhân dân|uỷ ban nhân dân|và)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Agency:
    """What the register needs of an agency: its names and the symbols that it signs with."""

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    symbols: frozenset[str] = frozenset()

    @property
    def communal(self) -> bool:
        """A commune, ward or special zone."""
        return self.kind in ("xa", "phuong", "dac_khu")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Look-up of agencies by symbol, by acronym of the name, and by printed name."""

    agencies: Mapping[str, Agency]
    by_symbol: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)

    def named(self, issuer: str | None) -> str | None:
        """Code of the agency whose name or alias is printed as issuer."""
        return self.by_name.get(_name_key(issuer)) if issuer else None

    def owner(self, organ: str, agency_code: str | None) -> str | None:
        """Code of the agency whose body `organ` is: the reporting one first, else the only one."""
        for symbol in (organ, organ.split("-", maxsplit=1)[0]):
            owners = self.by_symbol.get(_symbol_key(symbol), frozenset())
            if agency_code in owners:
                return agency_code
            if len(owners) == 1 and not SHARED.match(symbol):
                return next(iter(owners))
        return None


def make_bodies(agencies: Iterable[Agency]) -> Bodies:
    """Index of `agencies`; a name or symbol that two of them share points to neither by itself."""
    listed = {agency.code: agency for agency in agencies}
    symbols: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for agency in listed.values():
        named = (symbol for name in (agency.name, *agency.aliases) for symbol in acronyms(name))
        for symbol in {*agency.symbols, *named}:
            if symbol:
                symbols.setdefault(_symbol_key(symbol), set()).add(agency.code)
        for name in (agency.name, *agency.aliases):
            names.setdefault(_name_key(name), set()).add(agency.code)
    return Bodies(
        listed,
        {symbol: frozenset(codes) for symbol, codes in symbols.items()},
        {name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1},
    )


def acronym(name: str) -> str:
    """Usual symbol of a body by its name: `Sở Nông nghiệp và Môi trường` -> `SNNMT`; "" for communes."""
    if _COMMUNAL.search(name):
        return ""
    name = _COMMITTEE.sub("UBND", name)
    words = re.findall(r"\w+", _GENERIC.sub(lambda m: m.group() if m.group().isupper() else " ", name))
    return "".join(word if word.isupper() and len(word) > 1 else word[0].upper() for word in words)


def acronyms(name: str) -> tuple[str, ...]:
    """Acronym of a name, and with T for the province where it ends so (`Công an tỉnh`: `CA`, `CAT`)."""
    symbol = acronym(name)
    return (symbol, f"{symbol}T") if symbol and name.rstrip().lower().endswith(" tỉnh") else (symbol,)


def _symbol_key(symbol: str) -> str:
    return symbol.replace("&", "").casefold()


def _name_key(name: str) -> str:
    return match_key(name).replace("ủy ban nhân dân", "ubnd").replace("uỷ ban nhân dân", "ubnd").strip()


def level_of(organ: str, issuer: str | None) -> str:
    """`trung_uong`, `tinh`, `don_vi` or `khac`, by the printed issuer, else by the symbol."""
    if issuer:
        if _COMMUNAL.search(issuer):
            return "don_vi"
        if _DISTRICT.search(issuer):
            return "khac"
        if _PROVINCE.search(issuer) or _PROVINCIAL_ISSUER.search(issuer):
            return "tinh"
        if _CENTRAL_ISSUER.search(issuer):
            return "trung_uong"
    if organ and CENTRAL.match(organ):
        return "trung_uong"
    return "tinh" if organ and PROVINCIAL.match(organ) else "khac"
