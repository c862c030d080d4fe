"""The key of a mention: type, number, symbol, whose body, and the year if it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.citations.symbols import organ
from extract.encoding import match_key
from transform.register.bodies import SHARED, Bodies, level_of

_NUMBER = re.compile(r"0*(?P<num>\d+[a-zđ]?)(?:[/-](?P<symbol>.+))?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d/")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Base:
    """What a mention says of the document, the year apart. `scope`: whose body, "" when the symbol says."""

    type: str
    num: str
    symbol: str
    scope: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One citation row read for identity. `owner` is the agency whose own document it is."""

    row: Row
    base: Base
    year: int | None
    level: str
    owner: str | None
    complete: bool

    @property
    def submission(self) -> str:
        """Submission in which it is printed."""
        return str(self.row["submission_id"])

    @property
    def date(self) -> date | None:
        """Date as printed (also one shared in a list)."""
        value: date | None = self.row.get("date")
        return value


def read_mention(row: Row, bodies: Bodies) -> Mentioned:
    """Key of a citation row (columns as in the warehouse's `citation`)."""
    number, day = row.get("number"), row.get("date")
    year = row.get("year") or (day.year if day else None)
    kind = row.get("type") or ""
    match = _NUMBER.match(number) if number else None
    if match is None:
        name = match_key(row.get("subject") or row.get("issuer") or row.get("surface") or "")
        return Mentioned(row, Base(kind, "", name, ""), year, "trung_uong", None, True)
    symbol = match["symbol"] or ""
    if symbol.isdigit():
        symbol = ""
    body = organ(_groups(symbol)) if symbol else ""
    scope, level, owner = _scope(row, body, bodies)
    base = Base(kind, match["num"], _YEAR.sub("", symbol.replace("/", "-")).casefold(), scope)
    return Mentioned(row, base, year, level, owner, bool(symbol))


def _groups(symbol: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[-/]", _YEAR.sub("", symbol)) if part)


def _scope(row: Row, body: str, bodies: Bodies) -> tuple[str, str, str | None]:
    """(whose body, level, owning agency): a body that many have belongs to the issuer that is printed."""
    issuer, agency = row.get("issuer"), row.get("agency_code")
    level = level_of(body, issuer)
    named = bodies.named(issuer)
    if not body or not SHARED.match(body):
        owner = named or (bodies.owner(body, agency) if body else None)
        return "", "don_vi" if owner else level, owner
    if named:
        return f"agency:{named}", "don_vi", named
    if level == "tinh":
        return "tinh", "tinh", None
    if issuer and (level == "khac" or (level == "don_vi" and not _generic_issuer(issuer))):
        return f"issuer:{match_key(issuer)}", level, None
    return _own_scope(row, body, level, bodies)


def _own_scope(row: Row, body: str, level: str, bodies: Bodies) -> tuple[str, str, str | None]:
    """No issuer is named: the reporting agency's own body if it can have such a one, else open."""
    known = bodies.agencies.get(row.get("agency_code") or "")
    if known is None:
        return f"submission:{row['submission_id']}", level, None
    if known.communal or level == "don_vi" or not body.startswith(("UBND", "HĐND")):
        return f"agency:{known.code}", "don_vi", known.code
    return "open", "khac", None


def _generic_issuer(issuer: str) -> bool:
    """Tell whether no commune is named ("UBND xã", "Đảng ủy phường"): then it is the reporting one."""
    return issuer.rsplit(maxsplit=1)[-1].lower() in ("xã", "phường", "khu", "trấn")
