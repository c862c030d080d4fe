"""Kinds of values in a campaign: texts, flags, days and times as officers write them, codes, addresses."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from extract.encoding import nfc
from transform.campaign.times import END_OF_DAY, START_OF_DAY, in_vietnam, parse_date, parse_time

KINDS = ("so", "ban", "nganh", "xa", "phuong", "dac_khu", "doan_the", "other")
EXPECTS = ("citations", "figures", "models", "causes", "addressee")
CODE = re.compile(r"[A-Za-z0-9Đđ](?:[A-Za-z0-9Đđ_.-]{0,62}[A-Za-z0-9Đđ_])?")

_TRUE = frozenset({"true", "yes", "1", "x", "có", "co", "đúng", "bắt buộc"})
_FALSE = frozenset({"false", "no", "0", "không", "khong", "sai", "không bắt buộc"})


def _text(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return nfc(value).strip() if isinstance(value, str) else value


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = nfc(value).strip().casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ValueError("flag")


def _date(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return parse_date(value)
        except ValueError:
            raise ValueError("date") from None
    return value


def _moment(value: object, default: object) -> object:
    if isinstance(value, datetime):
        return in_vietnam(value)
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, str):
        try:
            return parse_time(value, day_only=END_OF_DAY if default == "end" else START_OF_DAY)
        except ValueError:
            raise ValueError("time") from None
    return value


def _email(value: str) -> str:
    if value and not re.fullmatch(r"[^@\s,;<>\"']+@[^@\s,;<>\"'.]+(?:\.[^@\s,;<>\"'.]+)+", value):
        raise ValueError("email")
    return value


def _code(value: str) -> str:
    if not CODE.fullmatch(value):
        raise ValueError("code")
    return value


def clean_marker(marker: str) -> str:
    """Marker without its punctuation: `I.` -> `I`, `a)` -> `a`, `(1)` -> `1`; the rest stays."""
    return " ".join(marker.split()).strip(" .):(-/")


Text = Annotated[str, BeforeValidator(_text)]
Filled = Annotated[str, BeforeValidator(_text), Field(min_length=1)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_date)]
Deadline = Annotated[datetime, BeforeValidator(lambda value: _moment(value, "end"))]
Arrival = Annotated[datetime, BeforeValidator(lambda value: _moment(value, "start"))]
Code = Annotated[str, BeforeValidator(_text), AfterValidator(_code)]
Email = Annotated[str, BeforeValidator(_text), AfterValidator(_email)]
Expect = Literal["citations", "figures", "models", "causes", "addressee"]
Kind = Literal["so", "ban", "nganh", "xa", "phuong", "dac_khu", "doan_the", "other"]
