# ruff: noqa: E501 - one change a line
"""Changes of a `Report` that harm nothing: other titles, numbers and places for the same content."""

from __future__ import annotations

from collections.abc import Iterator

from warehouse_factory import Part, Report
from warehouse_faults import PARENTS, Mutant

TITLES = {
    "I": ("Khái quát tình hình đơn vị", "Đặc điểm chung của cơ quan"),
    "II.1": (
        "Các văn bản chỉ đạo về văn thư, lưu trữ đã ban hành",
        "Xây dựng, ban hành văn bản về công tác văn thư, lưu trữ",
    ),
    "II.2": ("Phổ biến, quán triệt các quy định", "Công tác tuyên truyền quy định"),
    "III.1": ("Công tác quản lý văn bản đến và văn bản đi", "Tiếp nhận, quản lý văn bản đi - đến"),
    "III.2": ("Lập hồ sơ, giao nộp hồ sơ vào lưu trữ", "Công tác lập hồ sơ và nộp lưu"),
    "III.3": ("Số hóa và chỉnh lý tài liệu", "Công tác chỉnh lý tài liệu, số hóa"),
    "III.4": ("Các mô hình hay, điển hình nổi bật", "Điển hình, mô hình hiệu quả"),
    "IV.1": ("Những mặt làm được", "Kết quả nổi bật, ưu điểm"),
    "IV.2": ("Tồn tại, hạn chế, nguyên nhân", "Những hạn chế, khó khăn và nguyên nhân"),
    "IV.3": ("Kinh nghiệm rút ra", "Một số bài học kinh nghiệm"),
    "V.1": ("Nhiệm vụ trọng tâm thời gian tới", "Phương hướng những năm tiếp theo"),
    "V.2": ("Đề xuất, kiến nghị", "Những kiến nghị với cấp trên"),
}
SPLIT = {
    "III.1": ("Quản lý văn bản đi", "Quản lý văn bản đến"),
    "III.3": ("Chỉnh lý tài liệu", "Số hóa tài liệu"),
    "IV.2": ("Hạn chế", "Nguyên nhân của hạn chế"),
}


def harmless() -> Iterator[Mutant]:
    """Yield changes after which nothing may be called missing, empty or thin."""
    free = frozenset({"misnumbered"})
    renamed = frozenset({"renamed_section"})
    for path, titles in TITLES.items():
        for number, title in enumerate(titles):
            yield Mutant(
                f"tên khác {path} {number}",
                "harmless",
                lambda r, p=path, t=title: setattr(r.part(p), "title", t),
                set(),
                renamed,
            )
    yield Mutant("đánh số Ả Rập", "harmless", arabic, set(), free)
    yield Mutant("đánh số chữ cái", "harmless", _letters, set(), free)
    for parent in PARENTS:
        yield Mutant(f"đổi chỗ trong {parent}", "harmless", lambda r, p=parent: swap(r, p), set(), free)
    moved = free | renamed
    yield Mutant("đánh số (1), a)", "harmless", _brackets, set(), free)
    for parent in PARENTS:
        yield Mutant(
            f"tên khác và đổi chỗ trong {parent}", "harmless", lambda r, p=parent: _retitle_swap(r, p), set(), moved
        )  # fmt: skip
    for first, second in (("II.1", "II.2"), ("III.1", "III.2"), ("III.2", "III.3"), ("V.1", "V.2")):
        yield Mutant(
            f"gộp {first}, {second}", "harmless", lambda r, a=first, b=second: _join(r, a, b), set(), renamed
        )
    for path, titles in SPLIT.items():
        yield Mutant(
            f"tách {path}", "harmless", lambda r, p=path, t=titles: _split(r, p, t), set(),
            moved | {"extra_section"},
        )  # fmt: skip
    for path, target in (("II.2", "III"), ("III.3", "II"), ("IV.3", "V"), ("V.2", "IV")):
        yield Mutant(
            f"chuyển {path} sang {target}", "harmless", lambda r, p=path, t=target: _move_under(r, p, t), set(), moved
        )  # fmt: skip
    yield Mutant("ngắt đoạn", "harmless", _reflow, set())
    yield Mutant("tên mục viết hoa", "harmless", _caps, set())
    yield Mutant("dấu chấm cuối tên mục", "harmless", _dots, set())
    yield Mutant("khoảng trắng lạ", "harmless", _spaces, set())


def arabic(report: Report) -> None:
    roman = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
    for part in report.parts:
        part.marker = (
            roman[part.marker] if part.level == 1 else f"{roman[part.path.split('.')[0]]}.{part.marker}"
        )


def _letters(report: Report) -> None:
    names = {"I": "A", "II": "B", "III": "C", "IV": "D", "V": "E"}
    roman = ["", "I", "II", "III", "IV"]
    for part in report.parts:
        part.marker = names[part.marker] if part.level == 1 else roman[int(part.marker)]


def _brackets(report: Report) -> None:
    """Mark the items of each part with letters, as some agencies do."""
    letters = "abcdđ"
    for part in report.parts:
        if part.level == 2:
            part.marker = letters[int(part.marker) - 1]


def swap(report: Report, parent: str) -> None:
    inside = [i for i, part in enumerate(report.parts) if part.path.startswith(parent + ".")]
    first, second = inside[0], inside[1]
    a, b = report.parts[first], report.parts[second]
    a.marker, b.marker = b.marker, a.marker
    report.parts[first], report.parts[second] = b, a


def _retitle_swap(report: Report, parent: str) -> None:
    for part in report.parts:
        if part.path in TITLES and part.path.startswith(parent + "."):
            part.title = TITLES[part.path][0]
    swap(report, parent)


def _close_up(report: Report, parent: str) -> None:
    inside = [p for p in report.parts if p.level == 2 and p.path.startswith(parent + ".")]
    for number, part in enumerate(inside, start=1):
        part.marker = str(number)


def _join(report: Report, first: str, second: str) -> None:
    """Tell two items under one title, and close up the numbers."""
    a, b = report.part(first), report.part(second)
    a.title = f"{a.title}; {b.title[0].lower()}{b.title[1:]}"
    a.text += "\n" + b.text
    report.parts.remove(b)
    _close_up(report, first.split(".", maxsplit=1)[0])


def _split(report: Report, path: str, titles: tuple[str, str]) -> None:
    """Tell one item under two titles, all of its text under each half's own."""
    part = report.part(path)
    head, _, rest = part.text.partition(". ")
    at = report.parts.index(part)
    part.title, part.text = titles[0], head + "."
    report.parts.insert(at + 1, Part(path + "bis", part.marker, titles[1], rest or head, part.level))
    _close_up(report, path.split(".", maxsplit=1)[0])


def _move_under(report: Report, path: str, target: str) -> None:
    """Tell an item at the end of another part, numbered there."""
    part = report.part(path)
    report.parts.remove(part)
    last = max(i for i, p in enumerate(report.parts) if p.path == target or p.path.startswith(target + "."))
    _close_up(report, path.split(".", maxsplit=1)[0])
    part.marker = str(sum(p.path.startswith(target + ".") for p in report.parts) + 1)
    report.parts.insert(last + 1, part)


def _reflow(report: Report) -> None:
    for part in report.parts:
        part.text = part.text.replace(". ", ".\n", 1)


def _caps(report: Report) -> None:
    for part in report.parts:
        if part.level == 1:
            part.title = part.title.upper()


def _dots(report: Report) -> None:
    for part in report.parts:
        part.title += "."


def _spaces(report: Report) -> None:
    for part in report.parts:
        part.text = part.text.replace(", ", ",\u00a0 ")
