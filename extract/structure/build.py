"""The steps from a reader's blocks to a `Structure`, in the order a person would take them."""

from __future__ import annotations

from extract.blocks import Block, RawDocument, RawWarning
from extract.structure.assemble import Flow, assemble, link_notes
from extract.structure.ending import Ending, find_ending, read_tail
from extract.structure.explain import explain_lines
from extract.structure.letterhead import Head, check_secrecy, read_head
from extract.structure.lines import label_text, to_lines
from extract.structure.reading import best_reading
from extract.structure.titles import decide
from extract.structure.types import Explanation, Structure


def build(raw: RawDocument) -> Structure:
    """Take a document apart. Raises SecretDocument before the body when the head bears a secrecy mark."""
    blocks = raw.blocks
    check_secrecy(blocks, raw.stamps)
    head = read_head(blocks, raw.stamps)
    ending = find_ending(blocks, head.body)
    read_tail(blocks, ending, head.meta)
    structure = Structure(meta=head.meta, letterhead=head.letterhead)
    lines = to_lines(blocks, [*range(head.body, ending.closing), *range(ending.annex, len(blocks))])
    nodes = decide(lines, best_reading(lines))
    spans = assemble(structure, lines, nodes)
    spans += _closing(structure, blocks, ending)
    spans += [
        (b, 0, len(b.text) + 1, None) for b in [*blocks[: head.body], *blocks[ending.tail : ending.annex]]
    ]
    link_notes(structure, raw.notes, spans)
    _warn(structure, blocks, ending)
    structure.explanations = [
        *_head_lines(blocks, head),
        *explain_lines(
            [ln for ln in lines if ln.index < ending.closing],
            [n for n in nodes if n.line.index < ending.closing],
        ),
        *_tail_lines(blocks, ending),
        *_annex_lines(lines, nodes, ending),
    ]
    return structure


def _closing(
    structure: Structure, blocks: list[Block], ending: Ending
) -> list[tuple[Block, int, int, int | None]]:
    flow = Flow()
    spans: list[tuple[Block, int, int, int | None]] = []
    for block in blocks[ending.closing : ending.tail]:
        if block.kind == "table":
            structure.tables.append(block.cells)
            structure.table_places.append(len(structure.sections) - 1 if structure.sections else None)
            structure.table_pages.append(block.page)
            continue
        label = label_text(block)
        if label and block.text.strip():
            flow.label(label)
            flow.add(block, 0, len(block.text), join="")
        else:
            flow.add(block, 0, len(block.text))
        spans.append((block, 0, len(block.text) + 1, None))
    structure.closing, structure.closing_pages = flow.text(), flow.pages
    return spans


def _warn(structure: Structure, blocks: list[Block], ending: Ending) -> None:
    for index in dict.fromkeys(ending.unplaced):
        text = " ".join(blocks[index].text.split())[:80]
        structure.warnings.append(
            RawWarning(
                "unplaced_text",
                f"Dòng ở phần cuối văn bản chưa rõ thuộc phần nào: “{text}”.",
                blocks[index].page,
            )
        )
    for note in structure.footnotes:
        if note.anchor is None:
            structure.warnings.append(
                RawWarning(
                    "footnote_without_call", f"Chú thích {note.n} không thấy số gọi trong bài.", note.page
                )
            )


def _head_lines(blocks: list[Block], head: Head) -> list[Explanation]:
    return [
        Explanation(_short(blocks[i]), role, "nhận theo vị trí và mẫu của Nghị định 30/2020", blocks[i].page)
        for i, role in sorted(head.roles.items())
        if blocks[i].text.strip() and i < head.body
    ]


def _tail_lines(blocks: list[Block], ending: Ending) -> list[Explanation]:
    out = []
    for i in range(ending.closing, ending.annex):
        if not blocks[i].text.strip():
            continue
        role = "đoạn kết" if i < ending.tail else "nơi nhận, chữ ký"
        reason = (
            "câu kết của văn bản"
            if i < ending.tail
            else "đứng sau đoạn kết, cạnh dòng “Nơi nhận” hoặc chức vụ người ký"
        )
        out.append(Explanation(_short(blocks[i]), role, reason, blocks[i].page))
    return out


def _annex_lines(lines: list[object], nodes: list[object], ending: Ending) -> list[Explanation]:
    from extract.structure.titles import Node
    from extract.structure.types import Line

    kept = [ln for ln in lines if isinstance(ln, Line)]
    shift = sum(ln.index < ending.closing for ln in kept)
    out = explain_lines(kept, [n for n in nodes if isinstance(n, Node)])
    return out[len(out) - _shown(kept[shift:]) :] if shift < len(kept) else []


def _shown(lines: list[object]) -> int:
    return sum(1 for ln in lines if getattr(ln, "table", False) or getattr(ln, "text", "").strip())


def _short(block: Block) -> str:
    text = " ".join(block.text.split())
    return text if len(text) <= 90 else text[:89] + "…"
