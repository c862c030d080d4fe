"""Where the title of a section begins and ends, and where its own text begins."""

from __future__ import annotations

from extract.structure import vocabulary as v
from extract.structure.judging import agree, looks_of, weigh
from extract.structure.nodes import Node, nest, title_text
from extract.structure.reading import Choice
from extract.structure.run_in import dressed_end, named_before_colons
from extract.structure.types import BOLD, Line
from extract.structure.wording import ends_open, first_letter, is_caps


def decide(lines: list[Line], choices: list[Choice]) -> list[Node]:
    """Turn the accepted markers into nodes with title and first text told apart."""
    nodes = nest(lines, choices)
    looks = looks_of(nodes)
    for k, node in enumerate(nodes):
        stop = nodes[k + 1].choice.line if k + 1 < len(nodes) else len(lines)
        child = k + 1 < len(nodes) and nodes[k + 1].choice.depth > node.choice.depth
        _extend(node, lines, stop)
        _cut_soft_break(node, sentence=False)
        weigh(node, lines, stop, child, looks)
    agree(nodes)
    named_before_colons(nodes)
    for node in nodes:
        _split(node)
        node.heading = node.heading and bool(title_text(node))
    return nodes


def _extend(node: Node, lines: list[Line], stop: int) -> None:
    """Add the lines that complete the title: wrapped ones, and the next one when the label stands alone."""
    line = node.line
    begin = line.marker.end if line.marker else 0
    node.title = [(line, begin, len(line.text))]
    i = node.choice.line + 1
    if not line.rest.strip():
        if i < stop and not lines[i].table and lines[i].number is None and not _opens_form(line, lines[i]):
            node.title.append((lines[i], 0, len(lines[i].text)))
            node.consumed += 1
            i += 1
            i = _caps_title(node, lines, stop, i)
        node.reasons.append("số hoặc nhãn đứng riêng một dòng, tên ở dòng sau")
    while i < stop and lines[i].wrapped:
        node.title.append((lines[i], 0, len(lines[i].text)))
        node.consumed += 1
        i += 1


def _opens_form(label: Line, line: Line) -> bool:
    """Whether the letterhead of a form begins below a lone "Mẫu số 01": no name of the annex."""
    if line.block.column is not None and label.block.column is None:
        return True
    return v.QUOC_HIEU.search(line.text) is not None or v.TIEU_NGU.search(line.text) is not None


def _caps_title(node: Node, lines: list[Line], stop: int, i: int) -> int:
    """Several centred lines in capitals under "Chương I" or "Phụ lục" are one title."""
    while i < stop and not lines[i].table and not lines[i].marker:
        before, line = lines[i - 1], lines[i]
        if not (
            line.centered and before.centered and line.text.strip() and line.text.strip()[0] not in "(-_*"
        ):
            break
        if not (line.caps and before.caps) and not (line.bold >= BOLD and before.bold >= BOLD):
            break
        node.title.append((line, 0, len(line.text)))
        node.consumed += 1
        i += 1
    return i


def _split(node: Node) -> None:
    """Move what is not title into `lead`: everything of an item, the plain part of a run-in heading."""
    run_in = dressed_end(node)
    if run_in is not None:
        line, begin, end = node.title[0]
        node.heading = True
        node.lead = [(line, run_in, end), *node.title[1:]]
        node.title = [(line, begin, run_in)]
        node.reasons.append("tên mục có kiểu chữ riêng ở đầu đoạn")
    elif not node.heading:
        node.lead, node.title = _whole(node), []
    elif node.choice.reading.kind == "annex":
        _cut_bracket(node)
    elif not node.lead:
        _cut_soft_break(node, sentence=True)


def _whole(node: Node) -> list[tuple[Line, int, int]]:
    """Title and first text of an item, pieces of one line put together again."""
    parts = [*node.title, *node.lead]
    if node.lead and len(node.title) == 1 and node.lead[0][0] is node.title[0][0]:
        parts[:2] = [(node.title[0][0], node.title[0][1], node.lead[0][2])]
    return parts


def _cut_soft_break(node: Node, *, sentence: bool) -> None:
    """Under a title that a soft break ends, the rest of the paragraph is text; `sentence`: it may be one."""
    line, begin, end = node.title[0]
    cut = line.text.find("\n", begin)
    if cut < 0 or line.bold >= BOLD or node.choice.reading.kind == "annex":
        return
    head, tail = line.text[begin:cut], line.text[cut + 1 : end]
    if not sentence and head.rstrip()[-1:] in (".", ";", ",", ""):
        return
    if (is_caps(head) and is_caps(tail)) or ends_open(head) or first_letter(tail).islower():
        return
    if len(tail) > 120 or tail.rstrip()[-1:] in ".;" or (is_caps(head) and not is_caps(tail)):
        node.lead = [(line, cut + 1, end), *node.title[1:]]
        node.title = [(line, begin, cut)]


def _cut_bracket(node: Node) -> None:
    """Under an annex's title, "(Kèm theo Báo cáo số …)" is text."""
    for k, (line, begin, end) in enumerate(node.title):
        cut = line.text.find("\n(", begin, end)
        if cut >= 0 or line.text[begin:end].lstrip().startswith("("):
            at = cut + 1 if cut >= 0 else begin
            node.lead = [(line, at, end), *node.title[k + 1 :]]
            node.title = node.title[:k] + ([(line, begin, at)] if at > begin else [])
            return
