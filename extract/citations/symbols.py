"""From a printed number and symbol to the key: `386/KH-VPUBND`, `114-KL/TW`, `01/2021/TT-BNV`.

What damage took is put back by `repairs`; a Party number typed in the state way is set right here, and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.citations.bodies import PARTY_BODIES, STATE_BODIES
from extract.citations.doctypes import CODES
from extract.citations.repairs import repair_code, repair_group, repair_number, split_run_on

_TAIL_DIGITS = re.compile(
    r"(?:QH|UBTVQH|HĐND|P[A-Z]|PV|P|C|A|K|X|V|T|Z|BCĐ|TU|ĐUK)\d{1,3}\Z|C[A-Z]*\d\d\Z|NV\d\Z|[A-Z]*KV\d{1,2}\Z|[A-ZĐ]{2,}0\d\Z|[A-ZĐ]+\d{3}\Z"
)


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies the number: `number` is `num`, separators and `symbol` joined."""

    num: str
    symbol: str
    number: str
    year: int | None
    groups: tuple[str, ...]
    warnings: tuple[str, ...]


def make_key(
    num: str, separator: str, year: str | None, parts: list[tuple[str, str]], type_name: str | None
) -> Key:
    """Key of a printed core; `parts` are (separator before, group), the first separator is ignored.

    `separator` stands between number and symbol ("" when lost), `type_name` is the printed type word's.
    """
    clean_num = repair_number(num)
    clean_year = repair_number(year) if year else None
    parts = [(sep, repair_group(group, type_name)) for sep, group in parts]
    if len(parts) > 1:
        parts[0] = ("", repair_code(parts[0][1]))
    parts = split_run_on(parts, type_name)
    groups = tuple(group for _, group in parts)
    symbol = groups[0] + "".join(("-" if sep == "." else sep) + group for sep, group in parts[1:])
    party = _is_party(groups)
    warnings: list[str] = []
    if party and len(groups) == 2 and not clean_year:
        if separator == "/" and parts[1][0] != "/":
            warnings.append("party_number_in_state_form")
        separator, symbol = "-", f"{groups[0]}/{groups[1]}"
    elif len(groups) == 2 and groups[0] in CODES and STATE_BODIES.match(groups[1]):
        if separator == "-" and parts[1][0] == "/":
            warnings.append("state_number_in_party_form")
        separator, symbol = "/", f"{groups[0]}-{groups[1]}"
    elif not separator:
        separator = "-" if len(parts) > 1 and parts[1][0] == "/" else "/"
    if clean_year:
        symbol, separator = f"{clean_year}/{symbol}", "/"
    number = f"{clean_num}{separator}{symbol}"
    return Key(
        num=clean_num,
        symbol=symbol,
        number=number,
        year=int(clean_year) if clean_year else None,
        groups=groups,
        warnings=tuple(warnings),
    )


def of_province(key: Key) -> Key:
    """`key` of a number printed with TƯ, which some write for Tỉnh ủy (TU) and most for Trung ương (TW)."""
    groups = tuple("TU" if group == "TW" else group for group in key.groups)
    symbol, number = (re.sub(r"TW\Z", "TU", text) for text in (key.symbol, key.number))
    return replace(key, groups=groups, symbol=symbol, number=number)


def keeps_digits(group: str) -> bool:
    """Whether digits at the end of `group` belong to it (`QH15`, `PV01`) and are no footnote call."""
    return bool(_TAIL_DIGITS.match(group))


def organ(groups: tuple[str, ...]) -> str:
    """Name the body in a symbol: all after a known type code, else (a Công văn's) the first group."""
    if len(groups) > 1 and groups[0] in CODES:
        return "-".join(groups[1:])
    return groups[0] if groups else ""


def _is_party(groups: tuple[str, ...]) -> bool:
    return (
        len(groups) == 2
        and groups[0] in CODES
        and (groups[1] in PARTY_BODIES or groups[1].endswith(("TW", "TU")))
    )
