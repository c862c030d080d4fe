"""The content of one agency's report: which sentences, with which numbers. Deterministic by agency code."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from flows.demo import bank
from flows.demo.names import Body
from flows.demo.outline import ITEMS, REQUEST_NUMBER, REQUEST_SYMBOL, TITLE, Item


@dataclass(slots=True)
class Part:
    """One heading with its paragraphs; `note` is a footnote called at the end of the first paragraph."""

    path: str
    marker: str
    level: int
    title: str
    paragraphs: list[str] = field(default_factory=list)
    note: str | None = None


@dataclass(slots=True)
class Report:
    """A whole report as its writers need it; `answers` maps outline paths to the printed paths."""

    body: Body
    number: str
    date: tuple[int, int, int]
    subject: str
    preamble: str
    parts: list[Part]
    closing: str
    signer: str
    signer_title: str
    facts: dict[str, str]
    answers: dict[str, str] = field(default_factory=dict)


_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
_GIVEN = ("Văn Minh", "Thị Hạnh", "Quốc Bảo", "Ngọc Sơn", "Thanh Hà", "Đức Thịnh", "Kim Oanh", "Hữu Phước")


def _date(rng: random.Random, year: int) -> str:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return f"{day:02d}/{month:02d}/{year}" if month < 3 else f"{day:02d}/{month}/{year}"


def _thousands(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _facts(body: Body, rng: random.Random) -> dict[str, str]:
    received = rng.randint(40, 400)
    letters = rng.randint(10, 60)
    model, model2 = rng.sample(range(len(bank.MODEL_NAMES)), 2)
    name, result = bank.MODEL_NAMES[model]
    numbers = {
        "staff": rng.randint(18, 90), "rooms": rng.randint(3, 9), "plan1": rng.randint(10, 90),
        "plan2": rng.randint(91, 220), "tasks": rng.randint(12, 40), "checks": rng.randint(4, 20),
        "meetings": rng.randint(6, 30), "simplified": rng.randint(3, 25), "cut": rng.randint(2, 5),
        "sorry": rng.randint(11, 40), "internal": rng.randint(15, 120), "teams": rng.randint(10, 30),
        "received": received, "letters": letters, "solved": letters - rng.randint(0, 5),
        "dialogues": rng.randint(11, 24), "awards_group": rng.randint(10, 20),
        "awards_person": rng.randint(12, 40),
        "award_year": rng.choice((2024, 2025)), "model_year": rng.choice((2023, 2024)),
        "next_cut": rng.randint(10, 30), "next_online": rng.randint(75, 95),
    }  # fmt: skip
    facts = {key: (str(value) if value > 9 else f"{value:02d}") for key, value in numbers.items()}
    facts |= {key: _thousands(rng.randint(1200, 26000)) for key in ("files", "helped", "digitised")}
    facts |= {key: f"{rng.uniform(60, 99):.1f}".replace(".", ",") for key in ("ontime", "online", "paid")}
    facts |= {"name": body.name, "symbol": body.symbol}
    facts |= {"plan1_date": _date(rng, 2023), "plan2_date": _date(rng, 2024)}
    facts |= {"model": name, "model_result": result.format(n=_thousands(rng.randint(120, 3000)))}
    facts["model2"] = bank.MODEL_NAMES[model2][0]
    return facts


def _paragraphs(item: Item, facts: dict[str, str], rng: random.Random) -> list[str]:
    count = rng.randint(item.at_least, len(item.sentences))
    must = [0] if item.expects else []
    rest = [i for i in range(len(item.sentences)) if i not in must]
    chosen = sorted(must + rng.sample(rest, max(0, count - len(must))))
    sentences = [item.sentences[i].format(**facts) for i in chosen]
    half = (len(sentences) + 1) // 2
    return [" ".join(block) for block in (sentences[:half], sentences[half:]) if block]


def compose(body: Body) -> Report:
    """Return the full, good report of `body`: every item answered, in the order asked."""
    rng = random.Random(f"tonghop-demo:{body.code}")  # noqa: S311 - sample data, not a secret
    facts = _facts(body, rng)
    parts = [
        Part(
            item.path,
            f"{item.marker}.",
            item.level,
            item.title,
            _paragraphs(item, facts, rng) if item.sentences else [],
        )
        for item in ITEMS
    ]
    direction = next(part for part in parts if part.path == "II.1")
    direction.note = (
        f"Kế hoạch số {rng.randint(221, 400)}/KH-{body.symbol} ngày {_date(rng, 2025)} về tuyên truyền "
        f"cải cách hành chính năm 2025; Quyết định số {rng.randint(401, 900)}/QĐ-{body.symbol} ngày "
        f"{_date(rng, 2025)} về kiện toàn tổ chỉ đạo."
    )
    is_commune = body.kind in ("xa", "phuong")
    return Report(
        body=body,
        number=f"{rng.randint(10, 400)}/BC-{body.symbol}",
        date=(rng.randint(15, 28), 1, 2026),
        subject=TITLE,
        preamble=(
            f"Thực hiện Công văn số {REQUEST_NUMBER}/{REQUEST_SYMBOL} ngày 05/01/2026 của Sở Nội vụ về "
            "việc báo cáo sơ kết 03 năm thực hiện Chương trình cải cách hành chính, "
            f"{body.name} báo cáo kết quả như sau:"
        ),
        parts=parts,
        closing=f"Trên đây là báo cáo của {body.name}, kính gửi Sở Nội vụ tổng hợp./.",
        signer=f"{rng.choice(_SURNAMES)} {rng.choice(_GIVEN)}",
        signer_title="CHỦ TỊCH" if is_commune else "THỦ TRƯỞNG CƠ QUAN",
        facts=facts,
        answers={item.path: item.path for item in ITEMS},
    )


def without(report: Report, *paths: str) -> Report:
    """Drop the named items; the ones after them are renumbered, as an author would."""
    report.parts = [part for part in report.parts if part.path not in paths]
    for path in paths:
        report.answers.pop(path, None)
    return renumber(report)


def renumber(report: Report) -> Report:
    """Give every part the number that its place asks for."""
    top = child = 0
    top_marker = ""
    for part in report.parts:
        if part.level == 1:
            top, child = top + 1, 0
            top_marker = part.marker = f"{_roman(top)}."
        else:
            child += 1
            part.marker = f"{child}."
        printed = part.marker.rstrip(".") if part.level == 1 else f"{top_marker}{part.marker.rstrip('.')}"
        report.answers[part.path] = printed
    return report


def retitled(report: Report) -> Report:
    """Give every item its other title and swap two sections: the same meaning, another look."""
    titles = {item.path: item.other_title for item in ITEMS}
    for part in report.parts:
        part.title = titles[part.path]
    order = [part.path for part in report.parts]
    a, b = order.index("II.3"), order.index("II.4")
    report.parts[a], report.parts[b] = report.parts[b], report.parts[a]
    return renumber(report)


def _roman(value: int) -> str:
    numerals = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, letters in numerals:
        while value >= size:
            text, value = text + letters, value - size
    return text
