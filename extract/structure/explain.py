"""Why every line was read as it was, in Vietnamese for someone who never saw the code."""

from __future__ import annotations

from extract.blocks import Block
from extract.structure.assemble import path_label
from extract.structure.ending import Ending
from extract.structure.nodes import Node
from extract.structure.pieces import Head
from extract.structure.types import Explanation, Line, Structure

_KINDS: dict[str, str] = {
    "annex": "phụ lục",
    "part": "phần",
    "chapter": "chương",
    "upper": "chữ cái in hoa",
    "roman": "số La Mã",
    "muc": "mục",
    "tieumuc": "tiểu mục",
    "article": "điều",
    "number": "chữ số (1, 2, 3…)",
    "paren": "số có dấu ngoặc",
    "bracket": "số trong ngoặc",
    "letter": "chữ cái",
    "letter_bracket": "chữ cái trong ngoặc",
    "roman_lower": "số La Mã thường",
    "bare": "không đánh số",
}
_WORDS = frozenset({"annex", "part", "chapter", "muc", "tieumuc", "article"})
_SHOWN = 90
_STEPS: dict[str, str] = {
    "bắt đầu một cấp đánh số mới": "mở đầu một dãy số mới{under}",
    "nối tiếp số trước": "nối tiếp mục “{before}”",
    "nối tiếp, thiếu số ở giữa": "đứng sau mục “{before}” nhưng số bị nhảy cách (không thấy số ở giữa)",
    "trùng số với mục trước": "trùng số với mục “{before}” ở trên",
    "một kiểu đánh số khác thay ở cùng cấp": "thay kiểu đánh số ở cùng cấp, sau mục “{before}”",
    "nối tiếp số trước, khác dấu sau số": "nối tiếp mục “{before}” dù dấu sau số khác nhau",
    "đánh số lại từ đầu": "đánh số lại từ đầu, sau mục “{before}”",
    "số lùi": "đứng sau mục “{before}” nhưng số nhỏ hơn",
    "số nhiều cấp không khớp": "phần đầu của số không khớp với số của mục chứa nó",
    "đề mục không đánh số": "mở đầu một mục mới{under}",
    "cùng kiểu chữ với đề mục cùng cấp": "cùng kiểu chữ với “{before}” ở trên",
}
"""Step of the reading -> what is shown, with the neighbour it refers to."""
PLAIN = "đoạn văn thường: đầu dòng không có số, ký hiệu của đề mục; chữ không có kiểu của đề mục"


def explain_lines(lines: list[Line], nodes: list[Node]) -> list[Explanation]:
    """One explanation a line, in printed order."""
    by_line = {node.choice.line: node for node in nodes}
    taken = {node.choice.line + k: node for node in nodes for k in range(1, node.consumed + 1)}
    out: list[Explanation] = []
    places = _places(nodes)
    for i, line in enumerate(lines):
        if i in by_line:
            out.append(_accepted(line, by_line[i], *places[i]))
            if (end := _title_end(by_line[i])) is not None:
                rest = _cut_short(line.text[end:])
                out.append(Explanation(rest, "nội dung", "viết tiếp cùng đoạn với tên mục", line.page))
        elif i in taken:
            out.append(
                Explanation(
                    _quote(line),
                    "tên mục (dòng tiếp)",
                    "viết tiếp cho đề mục ở dòng trên",
                    line.page,
                    taken[i].choice.depth,
                )
            )
        elif line.table:
            out.append(Explanation(_table(line.block), "bảng", "bảng, xếp vào mục ngay trên", line.page))
        elif line.text.strip():
            why = _why_text(line)
            out.append(Explanation(_quote(line), "nội dung", why, line.page, plain=why == PLAIN))
    return out


def _places(nodes: list[Node]) -> dict[int, tuple[str, str]]:
    """Line of every section -> label of the section before it at its level, and of the one above it."""
    places: dict[int, tuple[str, str]] = {}
    last: dict[int | None, str] = {}
    for index, node in enumerate(nodes):
        above = _label(nodes[node.parent]) if node.parent is not None else ""
        places[node.choice.line] = (last.get(node.parent, ""), above)
        last[node.parent] = _label(node)
        last.pop(index, None)
    return places


def _label(node: Node) -> str:
    if node.line.marker is not None:
        return node.line.marker.shown
    return " ".join(node.line.text.split())[:30]


def _table(block: Block) -> str:
    first = " | ".join(cell for cell in block.cells[0] if cell.strip()) if block.cells else ""
    columns = max((len(row) for row in block.cells), default=0)
    return _cut_short(f"[bảng {len(block.cells)} dòng, {columns} cột: {first}]")


def _quote(line: Line, end: int | None = None) -> str:
    return _cut_short(f"{line.number or ''} {line.text[:end]}")


def _cut_short(text: str) -> str:
    """`text` on one line, its end left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _accepted(line: Line, node: Node, before: str, above: str) -> Explanation:
    kind = node.choice.reading.kind
    name = _KINDS.get(kind, "số nhiều cấp")
    named = "phụ lục" if kind == "annex" else "đề mục"
    verdict = f"{named if node.heading else 'đoạn đánh số'} cấp {node.choice.depth}"
    parts = [
        _numbered(kind, name) if line.marker else "không đánh số nhưng chữ có kiểu của đề mục",
        _step(node.choice.why, before, above),
    ]
    if node.choice.reading.repaired:
        parts.append(f"số có chữ gõ hoặc nhận dạng nhầm, theo thứ tự thì hiểu là “{path_label(node)}”")
    if line.number:
        parts.append("số do Word tự đánh")
    reason = "; ".join(dict.fromkeys(p for p in [*parts, *_judged(node)] if p))
    return Explanation(_quote(line, _title_end(node)), verdict, reason, line.page, node.choice.depth)


def _judged(node: Node) -> list[str]:
    """Say why a heading is one in spite of what speaks against it, and why an item is none."""
    doubts = ", ".join(node.doubts)
    if node.heading:
        return [*node.reasons, f"dù {doubts}"] if doubts else node.reasons
    against = f"không coi là tên mục vì {doubts or 'viết như các đoạn cùng dãy'}"
    return [against, "dù " + ", ".join(node.reasons)] if node.reasons else [against]


def _title_end(node: Node) -> int | None:
    """Offset in its line at which a title ends that text follows in the same paragraph, else None."""
    within = node.heading and node.title and node.lead and node.lead[0][0] is node.title[0][0]
    return node.title[0][2] if within else None


def _numbered(kind: str, name: str) -> str:
    return f"mở đầu bằng từ “{name}”" if kind in _WORDS else f"đánh số bằng {name}"


def _step(why: str, before: str, above: str) -> str:
    shown = _STEPS.get(why)
    if shown is None or ("{before}" in shown and not before):
        return why
    return shown.format(before=before, under=f" trong mục “{above}”" if above else "")


def _why_text(line: Line) -> str:
    if line.marker is not None:
        if line.quoted:
            return f"có “{line.marker.shown}” ở đầu nhưng nằm trong đoạn trích dẫn"
        return f"có “{line.marker.shown}” ở đầu nhưng không khớp thứ tự đánh số của văn bản"
    if line.number:
        return "gạch đầu dòng, giữ trong nội dung của mục"
    if line.bare:
        return "dòng in đậm nhưng chưa đủ căn cứ là đề mục"
    return PLAIN


def explain_head(blocks: list[Block], head: Head) -> list[Explanation]:
    """One explanation for every block of the head."""
    reason = "đứng ở đầu văn bản, đúng mẫu phần đầu của văn bản hành chính"
    return [
        Explanation(_cut_short(blocks[i].text), role, reason, blocks[i].page)
        for i, role in sorted(head.roles.items())
        if blocks[i].text.strip() and i < head.body
    ]


def explain_tail(blocks: list[Block], ending: Ending) -> list[Explanation]:
    """One explanation for every block from the closing formula to the signature."""
    out = []
    for i in range(ending.closing, ending.annex):
        if not blocks[i].text.strip():
            continue
        if i < ending.tail:
            role, reason = "đoạn kết", "đứng ngay trước nơi nhận, chữ ký và viết như câu kết của văn bản"
        else:
            role = "nơi nhận, chữ ký"
            reason = "đứng sau đoạn kết, cạnh dòng “Nơi nhận” hoặc chức vụ người ký"
        out.append(Explanation(_cut_short(blocks[i].text), role, reason, blocks[i].page))
    return out


_LEGEND = (
    "Dưới đây là từng dòng trong tệp: cột trái là phần mềm hiểu dòng đó là gì, cột phải là chữ trong tệp.",
    "“Đề mục” là dòng có tên mục; “đoạn đánh số” có số ở đầu nhưng không có tên mục, như một nhiệm vụ.",
    "“Cấp” là bậc trong dàn mục: cấp 1 ngoài cùng, cấp 2 nằm trong cấp 1.",
    "Dòng “vì” nêu căn cứ; căn cứ giống dòng ngay trên thì không nhắc lại. Dòng “nội dung” không kèm “vì” là",
    f"{PLAIN}.",
)
_COLUMN = 21


def shown_lines(structure: Structure) -> list[str]:
    """Lines of the explanation: the outline that was read, then every printed line with its reason."""
    out = ["", *_outline(structure), "", *_LEGEND, ""]
    page: int | None = None
    before = ""
    for item in structure.explanations:
        if item.page is not None and item.page != page:
            page = item.page
            out.append(f"--- trang {page} ---")
        indent = "  " * max(0, item.level - 1)
        verdict = item.verdict.split(" (")[0]
        out.append(f"{verdict:<{_COLUMN}} | {indent}{item.text}")
        if not item.plain and item.reason != before:
            out.append(f"{'':<{_COLUMN}} | {indent}  vì: {item.reason}")
        before = "" if item.plain or item.level else item.reason
    return out


def _outline(structure: Structure) -> list[str]:
    headings = [section for section in structure.sections if section.kind == "heading"]
    items = len(structure.sections) - len(headings)
    counted = f"Đọc được {len(headings)} đề mục và {items} đoạn đánh số"
    if structure.annexes:
        counted += " (chưa kể phụ lục sau chữ ký)"
    if not structure.sections:
        return [f"{counted}."]
    out = [f"{counted}; dàn mục như sau (để đối chiếu với đề cương):"]
    for section in headings:
        page = f" (trang {section.page})" if section.page is not None else ""
        out.append(f"{'  ' * section.level}{_cut_short(f'{section.marker} {section.title}')}{page}")
    return out
