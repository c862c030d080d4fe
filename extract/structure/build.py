"""The steps from a reader's blocks to a `Structure`, in the order a person would take them."""

from __future__ import annotations

from extract.blocks import Block, RawDocument, RawWarning
from extract.model import Meta, Section
from extract.structure import vocabulary as v
from extract.structure.assemble import Flow, Span, Tree, assemble, link_notes
from extract.structure.doctype import doc_type
from extract.structure.ending import Ending, find_ending
from extract.structure.explain import explain_head, explain_lines, explain_tail
from extract.structure.letterhead import check_secrecy, read_head
from extract.structure.lines import label_text, to_lines
from extract.structure.nodes import Node
from extract.structure.reading import best_reading
from extract.structure.tail import read_tail
from extract.structure.titles import decide
from extract.structure.types import Line, Structure

_RECOGNISED = (
    "agency_parent", "agency", "number", "place", "date", "doc_type", "subject", "signer", "signer_title",
    "signer_capacity",
)  # fmt: skip
_ATTACHED_REACH = 15
"""A document attached after the signature shows its letterhead or type within so many blocks."""


def build(raw: RawDocument, *, explain: bool = False) -> Structure:
    """Take a document apart; with `explain`, say why every line was read as it was.

    Raises SecretDocument before the body is looked at when the head or a stamp bears a secrecy mark.
    """
    blocks = raw.blocks
    check_secrecy(blocks, raw.stamps)
    head = read_head(blocks, raw.stamps)
    ending = find_ending(blocks, head.body)
    read_tail(blocks, ending, head.meta)
    _mark_scanned(head.meta, blocks)
    structure = Structure(meta=head.meta, letterhead=head.letterhead)
    lines, nodes, tree = _tree(blocks, range(head.body, ending.closing))
    structure.preamble, structure.preamble_pages = tree.before.text(), tree.before.pages
    structure.sections = tree.sections
    spans = _take(structure, tree)
    spans += _closing(structure, blocks, ending)
    spans += [
        (b, 0, len(b.text) + 1, None) for b in [*blocks[: head.body], *blocks[ending.tail : ending.annex]]
    ]
    after_lines, after_nodes, after = _tree(blocks, range(ending.annex, len(blocks)), annex=True)
    spans += _annexes(structure, blocks, ending, after)
    link_notes(structure, raw.notes, spans)
    _warn(structure, blocks, ending)
    if explain:
        structure.explanations = [
        *explain_head(blocks, head), *explain_lines(lines, nodes), *explain_tail(blocks, ending),
        *explain_lines(after_lines, after_nodes),
    ]  # fmt: skip
    return structure


def _tree(blocks: list[Block], indexes: range, *, annex: bool = False) -> tuple[list[Line], list[Node], Tree]:
    lines = to_lines(blocks, list(indexes), annex=annex)
    nodes = decide(lines, best_reading(lines))
    return lines, nodes, assemble(lines, nodes)


def _take(structure: Structure, tree: Tree, *, annex: bool = False, shift: int = 0) -> list[Span]:
    """Move a tree's tables into the document and number its spans by the final section list."""
    for block, place in tree.tables:
        structure.tables.append(block.cells)
        structure.table_pages.append(block.page)
        at = place + shift if place is not None else None
        structure.table_places.append(None if annex else at)
        structure.table_annexes.append(at if annex else None)
    return [(b, s, e, None if annex or k is None else k + shift) for b, s, e, k in tree.spans]


def _annexes(structure: Structure, blocks: list[Block], ending: Ending, tree: Tree) -> list[Span]:
    """Keep what follows the signature apart as annexes, unless it is a whole document in the same file."""
    before = tree.before.text()
    if _attached(blocks, ending.annex):
        shift = len(structure.sections)
        if before:
            structure.sections.append(_loose(tree, before))
            shift += 1
        structure.sections.extend(tree.sections)
        message = (
            "Sau chữ ký còn một văn bản gửi kèm trong cùng tệp; các mục của văn bản đó được đọc tiếp theo."
        )
        structure.warnings.append(RawWarning("attached_document", message, blocks[ending.annex].page))
        return _take(structure, tree, shift=shift)
    shift = 0
    if before or (tree.tables and not tree.sections):
        structure.annexes.append(_loose(tree, before))
        shift = 1
    structure.annexes.extend(tree.sections)
    for at, (block, place) in enumerate(tree.tables):
        if place is None and shift:
            tree.tables[at] = (block, -1)
    return _take(structure, tree, annex=True, shift=shift)


def _loose(tree: Tree, text: str) -> Section:
    page = tree.before.pages[0][1] if tree.before.pages else (tree.tables[0][0].page if tree.tables else None)
    last = tree.before.pages[-1][1] if tree.before.pages else page
    return Section(
        marker="", level=1, path=[], title="", text=text, page=page, page_end=last, kind="annex",
        page_starts=tree.before.pages,
    )  # fmt: skip


def _attached(blocks: list[Block], start: int) -> bool:
    for block in blocks[start : start + _ATTACHED_REACH]:
        if block.kind == "table" or v.ANNEX.match(block.text):
            return False
        lines = block.text.split("\n")
        if any(v.QUOC_HIEU.search(t) for t in lines) or (
            block.align == "center" and doc_type(lines[0].strip())
        ):
            return True
    return False


def _closing(structure: Structure, blocks: list[Block], ending: Ending) -> list[Span]:
    flow = Flow()
    spans: list[Span] = []
    for block in blocks[ending.closing : ending.tail]:
        label = label_text(block)
        if label and block.text.strip():
            flow.label(label)
            flow.add(block, 0, len(block.text), join="")
        else:
            flow.add(block, 0, len(block.text))
        spans.append((block, 0, len(block.text) + 1, None))
    structure.closing, structure.closing_pages = flow.text(), flow.pages
    return spans


def _mark_scanned(meta: Meta, blocks: list[Block]) -> None:
    """Say of every value of a scan's head and signature that recognition read it."""
    if not (blocks and blocks[0].scan):
        return
    for name in _RECOGNISED:
        if getattr(meta, name) is not None:
            meta.sources.setdefault(name, "ocr")


def _warn(structure: Structure, blocks: list[Block], ending: Ending) -> None:
    for index in dict.fromkeys(ending.unplaced):
        text = " ".join(blocks[index].text.split())[:80]
        message = f"Dòng ở phần cuối văn bản chưa rõ thuộc phần nào: “{text}”."
        structure.warnings.append(RawWarning("unplaced_text", message, blocks[index].page))
    for note in structure.footnotes:
        if note.anchor is None and note.section_index is None:
            message = f"Chú thích {note.n} không thấy số gọi trong bài."
            structure.warnings.append(RawWarning("footnote_without_call", message, note.page))
