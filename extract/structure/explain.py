"""Why every line was read as it was, in Vietnamese for someone who never saw the code."""

from __future__ import annotations

from extract.blocks import Block
from extract.structure.ending import Ending
from extract.structure.pieces import Head
from extract.structure.titles import Node
from extract.structure.types import Explanation, Line

_KINDS: dict[str, str] = {
    "annex": "phụ lục",
    "part": "phần",
    "chapter": "chương",
    "upper": "chữ cái in hoa",
    "roman": "số La Mã",
    "muc": "mục",
    "tieumuc": "tiểu mục",
    "article": "điều",
    "number": "số thứ tự",
    "paren": "số có dấu ngoặc",
    "bracket": "số trong ngoặc",
    "letter": "chữ cái",
    "letter_bracket": "chữ cái trong ngoặc",
    "roman_lower": "số La Mã thường",
    "bare": "không đánh số",
}
_SHOWN = 90


def explain_lines(lines: list[Line], nodes: list[Node]) -> list[Explanation]:
    """One explanation a line, in printed order."""
    by_line = {node.choice.line: node for node in nodes}
    taken = {node.choice.line + k: node for node in nodes for k in range(1, node.consumed + 1)}
    out: list[Explanation] = []
    for i, line in enumerate(lines):
        if i in by_line:
            out.append(_accepted(line, by_line[i]))
        elif i in taken:
            out.append(
                Explanation(
                    _quote(line), "tên mục (dòng tiếp)", "viết tiếp cho đề mục ở dòng trên", line.page
                )
            )
        elif line.table:
            out.append(Explanation("[bảng]", "bảng", "bảng số liệu, xếp vào mục đang đọc", line.page))
        elif line.text.strip():
            out.append(Explanation(_quote(line), "nội dung", _why_text(line), line.page))
    return out


def _quote(line: Line) -> str:
    text = " ".join(((line.number + " ") if line.number else "").split() + line.text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _accepted(line: Line, node: Node) -> Explanation:
    kind = node.choice.reading.kind
    name = _KINDS.get(kind, "số nhiều cấp")
    verdict = f"{'đề mục' if node.heading else 'đoạn đánh số'} cấp {node.choice.depth}"
    parts = [
        f"ký hiệu kiểu {name}" if line.marker else "dòng có kiểu chữ của đề mục, không đánh số",
        node.choice.why,
    ]
    if node.choice.reading.repaired:
        parts.append("ký hiệu gõ hoặc nhận dạng nhầm, hiểu theo thứ tự")
    if line.number:
        parts.append("số do Word tự đánh")
    parts.extend(node.reasons)
    return Explanation(_quote(line), verdict, "; ".join(dict.fromkeys(p for p in parts if p)), line.page)


def _why_text(line: Line) -> str:
    if line.marker is not None:
        if line.quoted:
            return f"có “{line.marker.shown}” ở đầu nhưng nằm trong đoạn trích dẫn"
        return f"có “{line.marker.shown}” ở đầu nhưng không khớp thứ tự đánh số của văn bản"
    if line.number:
        return "gạch đầu dòng, giữ trong nội dung của mục"
    if line.bare:
        return "dòng in đậm nhưng chưa đủ căn cứ là đề mục"
    return "đoạn văn thường: không có ký hiệu đầu mục, không có kiểu chữ của đề mục"


def explain_head(blocks: list[Block], head: Head) -> list[Explanation]:
    """One explanation for every block of the head."""
    reason = "nhận theo vị trí và mẫu của Nghị định 30/2020/NĐ-CP"
    return [
        Explanation(_short(blocks[i]), role, reason, blocks[i].page)
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
            role, reason = "đoạn kết", "câu kết của văn bản"
        else:
            role = "nơi nhận, chữ ký"
            reason = "đứng sau đoạn kết, cạnh dòng “Nơi nhận” hoặc chức vụ người ký"
        out.append(Explanation(_short(blocks[i]), role, reason, blocks[i].page))
    return out


def _short(block: Block) -> str:
    text = " ".join(block.text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
