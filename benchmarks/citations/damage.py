# ruff: noqa: E501  (tables)
"""Texts damaged as scans and copying damage them, at several rates; what the finder still reads.

    python -m benchmarks.citations.damage            prints F1 at each rate, and what each kind of damage costs
    python -m benchmarks.citations.damage --misses   also lists the misses

The texts are the generated corpus (`full`, `lists`, `nested`), right by construction. A rate is the share
of places where a kind of damage could happen and does. Which places is settled by a checksum, so that two
runs damage alike. A citation counts when type, number and date are all as in the undamaged text.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from benchmarks.citations.generate import CORPUS
from extract.citations import find

RATES = (0.0, 0.02, 0.05, 0.1, 0.2)
Case = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Damage:
    """A kind of damage: where it may happen, and what may stand there afterwards (one is chosen)."""

    name: str
    place: str
    becomes: tuple[str, ...]


DAMAGES = (
    Damage("0 as O", r"(?<=\d)0|0(?=\d)", ("O", "o")),
    Damage("1 as l, I, |", r"(?<=[\d/.-])1(?=[\d/.-])|(?<= )1(?=\d)", ("l", "I", "|")),
    Damage("5 as S", r"(?<=\d)5(?=\d)", ("S",)),
    Damage("slash lost", r"(?<=\d)/(?=[A-ZĐ])", ("", " ")),
    Damage("slash as a letter", r"(?<=\d)/(?=[A-ZĐ])", ("l", "|", "I")),
    Damage("hyphen lost", r"(?<=[A-ZĐa-z])-(?=[A-ZĐ])|(?<=\d)-(?=[A-ZĐ])", ("", " ")),
    Damage("hyphen as a dash", r"(?<=\w)-(?=\w)", ("–", "—", "_", "~")),
    Damage("space before a sign", r"(?<=\w)(?=[/-][A-ZĐ])", (" ",)),
    Damage("space after a sign", r"(?<=[A-ZĐa-z\d][/-])(?=[A-ZĐ])", (" ", "\n")),
    Damage("space in a symbol", r"(?<=[/-][A-ZĐ])(?=[A-ZĐ])", (" ",)),
    Damage("space in a number", r"(?<=số \d)(?=\d)", (" ",)),
    Damage("space in a date", r"(?<=\d[/.-])(?=\d)|(?<=\d)(?=[/.]\d)", (" ",)),
    Damage("space in a year", r"(?<=[/.-][12]\d)(?=\d\d\b)", (" ",)),
    Damage("slash lost in a date", r"(?<=\d\d)/(?=(?:19|20)\d\d)", ("", " ")),
    Damage("dot for a slash in a date", r"(?<=\d)/(?=\d)", (".", ",", "-")),
    Damage("Đ as D", r"Đ(?=[A-ZĐ/-])|(?<=[A-ZĐ])Đ", ("D", "Ð")),
    Damage("W as VV", r"(?<=T)W", ("VV", "w")),
    Damage("U as Ư", r"(?<=[/-])U(?=B)", ("Ư",)),
    Damage("TTg", r"TTg\b", ("TTG", "Ttg", "TT g", "TTq")),
    Damage("case of TTr", r"TTr\b", ("TTR", "Ttr")),
    Damage("case of CTr", r"CTr\b", ("CTR", "Ctr")),
    Damage("hook lost in số", r"\bsố\b", ("sô", "só", "sồ", "so", "sổ")),
    Damage("no space after số", r"(?<=số) (?=\d)", ("", ".", ": ")),
    Damage("marks lost in ngày", r"\bngày\b", ("ngay", "ngảy", "ngày,", "ngáy")),
    Damage("no space after ngày", r"(?<=ngày) (?=\d)", ("",)),
    Damage("marks in Kế hoạch", r"Kế hoạch", ("Ké hoạch", "Kê hoạch", "Ke hoach", "Kếhoạch")),
    Damage("marks in Nghị quyết", r"Nghị quyết", ("Nghi quyết", "Nghị quyêt", "Nghị quyét", "Nghịquyết")),
    Damage("marks in Quyết định", r"Quyết định", ("Quyêt định", "Quyết dinh", "Quyét định", "Quyếtđịnh")),
    Damage("marks in other types", r"Chỉ thị|Kết luận|Thông báo|Công văn|Báo cáo", ("~",)),
    Damage("line end in a type", r"(?<=Kế|áo|ết|hỉ|hị) (?=hoạch|cáo|luận|thị|quyết|định)", ("\n", "-\n", "  ")),
    Damage("date and type run on", r"(?<=\w) (?=ngày \d)", ("", "\n", ",")),
    Damage("của", r"\bcủa\b", ("cùa", "cua", "của\n", "cúa")),
    Damage("dust", r"(?<=\w) (?=ngày|của|về)", (" . ", " ' ", " _ ", " ~ ")),
)  # fmt: skip
MARKS = str.maketrans("ỉịếậôáă", "iiêâoàa")


def chance(*parts: object) -> float:
    """Return a number in [0, 1) settled by `parts` alone."""
    return zlib.crc32("\0".join(map(str, parts)).encode()) / 2**32


def spoil(text: str, kinds: tuple[Damage, ...], rate: float) -> str:
    """`text` with each place of each kind damaged at `rate`."""
    for kind in kinds:
        hurt = text

        def one(found: re.Match[str], kind: Damage = kind, hurt: str = hurt) -> str:
            if chance(kind.name, found.start(), hurt) >= rate:
                return found[0]
            choice = kind.becomes[int(chance(found.start(), kind.name) * len(kind.becomes))]
            return found[0].translate(MARKS) if kind.name == "marks in other types" else choice

        text = re.sub(kind.place, one, text)
    return text


def cases() -> list[Case]:
    """Cases of the corpus that damage may be done to."""
    found = map(json.loads, CORPUS.read_text("utf-8").splitlines())
    return [case for case in found if case["name"].startswith(("full", "lists", "nested"))]


def key(item: Any, fields: tuple[str, ...]) -> tuple[str | None, ...]:
    """`fields` of an expected citation or of a found one."""
    return tuple(item.get(name) if isinstance(item, dict) else getattr(item, name) for name in fields)


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of type, number and date together, of the number, and of number and issuer; texts that were damaged."""

    full: float
    number: float
    issuer: float
    texts: int
    misses: tuple[str, ...]


SCORED = {"full": ("type", "number", "date"), "number": ("number",), "issuer": ("number", "issuer")}


def score(all_cases: list[Case], kinds: tuple[Damage, ...], rate: float) -> Score:
    """Score of the texts that `kinds` change at `rate` (all texts when it is 0)."""
    right = dict.fromkeys(SCORED, 0)
    total = texts = 0
    misses: list[str] = []
    for case in all_cases:
        text = spoil(case["text"], kinds, rate)
        if rate and text == case["text"]:
            continue
        found, expected = find(text), case["expect"]
        texts, total = texts + 1, total + len(found) + len(expected)
        for name, fields in SCORED.items():
            got = Counter(key(item, fields) for item in found)
            wanted = Counter(key(item, fields) for item in expected)
            right[name] += (got & wanted).total()
            if name == "full" and got != wanted:
                misses.append(f"{text!r}\n        found {list(got - wanted)}, not {list(wanted - got)}")
    rates = {name: 2 * hits / total if total else 1.0 for name, hits in right.items()}
    return Score(**rates, texts=texts, misses=tuple(misses))


def main() -> None:
    """Print the tables."""
    all_cases = cases()
    shown = 4 if "--misses" in sys.argv else 0
    print("all kinds together, by rate      full  number  issuer")
    for rate in RATES:
        result = score(all_cases, DAMAGES, rate)
        print(
            f"  {rate:4.0%}                        {result.full:6.3f}  {result.number:6.3f}  {result.issuer:6.3f}"
        )
    print("one kind at every place")
    for kind in DAMAGES:
        result = score(all_cases, (kind,), 1.0)
        print(
            f"  {kind.name:28s} {result.full:6.3f}  {result.number:6.3f}  {result.issuer:6.3f}  ({result.texts} texts)"
        )
        print(*(f"      {miss}" for miss in result.misses[:shown]), sep="\n", end="\n" if shown else "")


if __name__ == "__main__":
    main()
