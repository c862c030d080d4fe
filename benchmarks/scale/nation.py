"""A made-up nation: 34 provinces, their communes and departments, each with one report of 3-12 pages.

Uses the demo's writers; the text is our own (`wording.py`). Deterministic: the n-th agency of a nation of
any size writes the same report.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.scale.wording import WHAT, paragraphs
from flows.demo.compose import Report, compose, retitled, without
from flows.demo.names import Body
from flows.demo.outline import DEADLINE
from flows.demo.province import write_lists
from flows.demo.write_docx import Look, write_docx
from flows.demo.write_pdf import write_pdf

PROVINCES = 34
COMMUNES = 3_321
NATION = 4_001
"""All communes and 20 departments of every province."""
_DEPARTMENTS = (
    "Tài chính", "Xây dựng", "Y tế", "Tư pháp", "Giáo dục và Đào tạo", "Công Thương",
    "Nông nghiệp và Môi trường", "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch",
    "Dân tộc và Tôn giáo", "Ngoại vụ", "Nội vụ", "Du lịch", "An toàn thực phẩm", "Quy hoạch và Kiến trúc",
    "Thông tin và Truyền thông", "Lao động", "Giao thông vận tải", "Tài nguyên và Môi trường",
    "Kế hoạch và Đầu tư",
)  # fmt: skip
_FIRST = (
    "An", "Bình", "Châu", "Đông", "Hòa", "Khánh", "Lộc", "Mỹ", "Ninh", "Phú", "Sơn", "Tân", "Thuận", "Vĩnh",
)  # fmt: skip
_SECOND = ("Giang", "Hải", "Hưng", "Lâm", "Long", "Nghĩa", "Phong", "Quang", "Thạnh", "Trung")
_LOOKS: tuple[Look, ...] = ("bold", "styles", "autonumber")
_DEADLINE = datetime.fromisoformat(DEADLINE)


def _province(index: int) -> str:
    return f"Tỉnh Mẫu {index + 1}"


def agency(index: int) -> Body:
    """Return the n-th agency: provinces take turns, five communes to each department."""
    province, turn = _province(index % PROVINCES), index // PROVINCES
    if turn % 6 == 0 and turn // 6 < len(_DEPARTMENTS):
        name = f"Sở {_DEPARTMENTS[turn // 6]} {province}"
        parent = f"UBND {province.upper()}"
        code = f"p{index % PROVINCES + 1}-so-{turn // 6 + 1}"
        return Body(code, name, "so", f"S{turn // 6 + 1}", (parent, name.upper()), place=province)
    first, second = _FIRST[turn % len(_FIRST)], _SECOND[turn // len(_FIRST) % len(_SECOND)]
    ward = turn % 4 == 0
    label, kind = ("phường", "phuong") if ward else ("xã", "xa")
    short = f"{label} {first} {second}"
    return Body(
        code=f"p{index % PROVINCES + 1}-{kind}-{turn}",
        name=f"UBND {short} {province}",
        kind=kind,
        symbol="UBND",
        letterhead=("ỦY BAN NHÂN DÂN", f"{short.upper()}, {province.upper()}"),
        place=f"{first} {second}",
    )


def _report(body: Body, rng: random.Random) -> Report:
    """Return a report of 3-12 pages: its own paragraphs below the demo's answer to every item."""
    report = compose(body)
    each = rng.randint(0, 3)
    for part in report.parts:
        if part.path in WHAT:
            part.paragraphs += paragraphs(part.path, rng.randint(max(0, each - 1), each), rng)
    if rng.random() < 0.1:
        return without(report, rng.choice(("II.5", "III.2", "V")))
    return retitled(report) if rng.random() < 0.2 else report


def write_agency(index: int, inbox: Path) -> dict[str, str]:
    """Write the n-th agency's report; return its row of register.csv. 7 in 10 DOCX, 3 in 10 text PDF."""
    body = agency(index)
    rng = random.Random(f"tonghop-scale:{body.code}")
    report = _report(body, rng)
    received = _DEADLINE + timedelta(hours=-rng.randint(2, 240) if rng.random() < 0.95 else 40)
    if index % 10 < 7:
        path = inbox / f"{body.code}.docx"
        write_docx(report, path, _LOOKS[index % 3], received)
    else:
        path = inbox / f"{body.code}.pdf"
        write_pdf(report, path)
    return {
        "file": path.name,
        "received_at": received.isoformat(),
        "agency": body.code if index % 4 else "",
        "arrival_number": str(index + 1),
        "note": "",
    }


def make_nation(folder: Path, reports: int) -> None:
    """Write a campaign of `reports` agencies into `folder`, each with one report."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    register = [write_agency(index, inbox) for index in range(reports)]
    write_lists(folder, [agency(index) for index in range(reports)], register)
