"""The whole made-up campaign: who sends what, how and when, written into a campaign folder."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import yaml

from flows.demo import outline
from flows.demo.compose import Report, compose, renumber, retitled, without
from flows.demo.names import PROVINCE, Body, bodies
from flows.demo.write_docx import Look, write_docx
from flows.demo.write_pdf import write_pdf, write_scan

_DEADLINE = datetime.fromisoformat(outline.DEADLINE)
SMALLEST = 12


@dataclass(slots=True)
class Gold:
    """What the province really did: the truth that the output is held against.

    answered: agency code → outline paths that its current report answers.
    """

    answered: dict[str, set[str]] = field(default_factory=dict)
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    unread_files: set[str] = field(default_factory=set)
    scans: set[str] = field(default_factory=set)
    superseded_files: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Maker:
    inbox: Path
    gold: Gold = field(default_factory=Gold)
    register: list[dict[str, str]] = field(default_factory=list)

    def received(self, name: str, body: Body, at: datetime) -> None:
        number = str(len(self.register) + 101)
        row = {
            "file": name,
            "received_at": at.isoformat(),
            "agency": body.code,
            "arrival_number": number,
            "note": "",
        }
        self.register.append(row)

    def hold(self, report: Report) -> None:
        self.gold.answered[report.body.code] = {p.path for p in report.parts if p.paragraphs}
        self.gold.facts[report.body.code] = report.facts


def _on_time(index: int) -> datetime:
    return _DEADLINE - timedelta(days=1 + index % 9, hours=index % 7)


def _send_docx(maker: _Maker, body: Body, index: int, look: Look, report: Report | None = None) -> None:
    report = report or compose(body)
    name = f"{body.code}.docx"
    write_docx(report, maker.inbox / name, look, _on_time(index))
    maker.received(name, body, _on_time(index))
    maker.hold(report)


def _send_pdf(maker: _Maker, body: Body, index: int, at: datetime | None = None) -> None:
    report = compose(body)
    name = f"{body.code}.pdf"
    write_pdf(report, maker.inbox / name)
    maker.received(name, body, at or _on_time(index))
    maker.hold(report)


def _send_late(maker: _Maker, body: Body, index: int) -> None:
    _send_pdf(maker, body, index, _DEADLINE + timedelta(days=2, hours=3))
    maker.gold.late.add(body.code)


def _send_incomplete(maker: _Maker, body: Body, index: int) -> None:
    _send_docx(maker, body, index, "bold", without(compose(body), "II.5", "III.2"))


def _send_retitled(maker: _Maker, body: Body, index: int) -> None:
    _send_docx(maker, body, index, "bold", retitled(compose(body)))


def _send_twice(maker: _Maker, body: Body, index: int) -> None:
    draft = without(compose(body), "V")
    name = f"{body.code} (ban dau).docx"
    write_docx(draft, maker.inbox / name, "bold", _on_time(index) - timedelta(days=3))
    maker.received(name, body, _on_time(index) - timedelta(days=3))
    maker.gold.superseded_files.add(name)
    _send_docx(maker, body, index, "bold", renumber(compose(body)))


def _send_broken(maker: _Maker, body: Body, index: int) -> None:
    name = f"{body.code}.docx"
    write_docx(compose(body), maker.inbox / name, "bold", _on_time(index))
    whole = (maker.inbox / name).read_bytes()
    (maker.inbox / name).write_bytes(whole[: len(whole) // 3])
    maker.received(name, body, _on_time(index))
    maker.gold.unread_files.add(name)


def _send_scan(maker: _Maker, body: Body, index: int) -> None:
    report = compose(body)
    name = f"{body.code}.pdf"
    write_scan(report, maker.inbox / name)
    maker.received(name, body, _on_time(index))
    maker.hold(report)
    maker.gold.scans.add(body.code)


def _send_nothing(maker: _Maker, body: Body, index: int) -> None:
    maker.gold.silent.add(body.code)


def _plain(look: Look) -> Callable[[_Maker, Body, int], None]:
    return lambda maker, body, index: _send_docx(maker, body, index, look)


_CAST: tuple[Callable[[_Maker, Body, int], None], ...] = (
    _plain("styles"),
    _send_pdf,
    _send_retitled,
    _send_incomplete,
    _send_late,
    _send_twice,
    _send_broken,
    _send_nothing,
    _send_scan,
    _plain("autonumber"),
    _send_nothing,
    _plain("bold"),
)
_EXTRAS: tuple[Callable[[_Maker, Body, int], None], ...] = (
    _plain("bold"),
    _send_pdf,
    _plain("autonumber"),
    _send_pdf,
    _plain("styles"),
    _send_late,
    _send_retitled,
    _send_pdf,
    _send_incomplete,
    _plain("bold"),
)
"""Beyond the first twelve agencies: mostly good reports, since a real province has few broken files."""


def _write_campaign(folder: Path) -> None:
    def node(item: outline.Item) -> dict[str, object]:
        entry: dict[str, object] = {"marker": item.marker, "title": item.title}
        if not item.required:
            entry["required"] = False
        if item.expects:
            entry["expects"] = list(item.expects)
        children = [node(x) for x in outline.ITEMS if x.path.rpartition(".")[0] == item.path]
        return entry | ({"items": children} if children else {})

    campaign = {
        "id": "demo-cchc-2026",
        "title": outline.TITLE,
        "request": {
            "type": "Công văn",
            "number": outline.REQUEST_NUMBER,
            "symbol": outline.REQUEST_SYMBOL,
            "date": outline.REQUEST_DATE,
            "issuer": "Sở Nội vụ",
        },
        "period": {"from": "2023-01-01", "to": "2025-12-31"},
        "deadline": outline.DEADLINE,
        "province": PROVINCE,
        "consolidator": {
            "parent": f"UBND TỈNH {PROVINCE.upper()}",
            "name": "SỞ NỘI VỤ",
            "symbol": outline.REQUEST_SYMBOL,
            "place": PROVINCE,
        },
        "defaults": {"required": True, "min_words": outline.MIN_WORDS},
        "outline": [node(item) for item in outline.ITEMS if item.level == 1],
    }
    text = yaml.safe_dump(campaign, allow_unicode=True, sort_keys=False, width=100)
    (folder / "campaign.yaml").write_text(text, encoding="utf-8")


def _write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_lists(folder: Path, everyone: Sequence[Body], register: list[dict[str, str]]) -> None:
    """Write campaign.yaml, agencies.csv and register.csv for the agencies whose reports lie in inbox/."""
    _write_campaign(folder)
    _write_csv(
        folder / "agencies.csv",
        [
            {
                "code": body.code,
                "name": body.name,
                "kind": body.kind,
                "parent": body.letterhead[0] if body.kind in ("so", "ban", "nganh") else PROVINCE,
                "email": "",
                "aliases": ";".join(body.aliases),
                "required": "true",
                "deadline": "",
            }
            for body in everyone
        ],
    )
    _write_csv(folder / "register.csv", register)


def make_province(folder: Path, agencies: int = SMALLEST) -> Gold:
    """Write campaign.yaml, agencies.csv, register.csv and inbox/ into `folder`; return the truth."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    maker = _Maker(inbox)
    everyone = bodies(agencies)
    for index, body in enumerate(everyone):
        send = _CAST[index] if index < len(_CAST) else _EXTRAS[index % len(_EXTRAS)]
        send(maker, body, index)
    write_lists(folder, everyone, maker.register)
    return maker.gold
