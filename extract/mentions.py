"""Citations and figures of a whole document: the text finders run over every part, in the printed order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.model import Citation, Figure
from extract.structure import Structure

_PROSE = frozenset({"preamble", "text", "footnote"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text and where it stands.

    column, row: in a table that lists documents, the field a cell holds and what the row's other cells hold.
    """

    where: str
    text: str
    section: int | None = None
    footnote: int | None = None
    page: int | None = None
    pages: list[tuple[int, int]] = field(default_factory=list)
    column: str | None = None
    row: dict[str, str] = field(default_factory=dict)

    def page_of(self, offset: int) -> int | None:
        """Page of the character at `offset`."""
        at = bisect_right(self.pages, offset, key=lambda p: p[0]) - 1 if self.pages else -1
        return self.pages[at][1] if at >= 0 else self.page


def parts(structure: Structure) -> Iterator[Part]:
    """Every text of the document in the order of the contract: subject … closing, tables, annexes."""
    from extract.citations.rows import columns, fields

    if structure.meta.subject:
        first = structure.sections[0].page if structure.sections else None
        yield Part("subject", structure.meta.subject, page=1 if first is not None else None)
    yield Part("preamble", structure.preamble, pages=structure.preamble_pages)
    for k, section in enumerate(structure.sections):
        yield Part("title", section.title, k, page=section.page)
        yield Part("text", section.text, k, page=section.page, pages=section.page_starts)
    for note in sorted(structure.footnotes, key=lambda n: n.n):
        yield Part("footnote", note.text, note.section_index, note.n, note.page)
    yield Part("closing", structure.closing, pages=structure.closing_pages)
    for cells, place, page in zip(
        structure.tables, structure.table_places, structure.table_pages, strict=True
    ):
        listed = columns(cells)
        names = {at: name for name, at in listed.items()}
        for row in cells:
            others = fields(row, listed)
            for at, cell in enumerate(row):
                yield Part("table", cell, place, page=page, column=names.get(at), row=others)
    for annex in structure.annexes:
        yield Part("annex", annex.title, page=annex.page)
        yield Part("annex", annex.text, page=annex.page, pages=annex.page_starts)


def find_mentions(structure: Structure) -> tuple[list[Citation], list[Figure]]:
    """All citations and figures, each with its place; short forms are resolved over the whole document.

    Figures are those of the running text: tables are kept as cells and not read as prose.
    """
    from extract.citations import find, resolve
    from extract.citations.rows import complete

    out: list[Citation] = []
    figures: list[Figure] = []
    listed: int | None = None
    for part in parts(structure):
        if not part.text:
            found: list[Citation] = []
        else:
            found = find(part.text)
            if part.where in _PROSE:
                figures += _figures(structure, part, found)
        base = len(out)
        for citation in found:
            citation.nested_in = None if citation.nested_in is None else citation.nested_in + base
            if part.column == "subject" and citation.nested_in is None:
                citation.nested_in = listed
        if part.column == "number":
            listed = base if len(found) == 1 else None
            found = [complete(citation, part.row) for citation in found] if listed is not None else found
        for citation in found:
            citation.where = part.where
            citation.section_index = part.section
            citation.section_marker_path = (
                structure.sections[part.section].path if part.section is not None else None
            )
            citation.footnote = part.footnote
            citation.page = part.page_of(citation.char_start)
            out.append(citation)
    return resolve(out), figures


def _figures(structure: Structure, part: Part, citations: list[Citation]) -> list[Figure]:
    """Figures of one part; `citations` are those just found in it (their numbers are no figures)."""
    from extract.figures import find_figures

    found = find_figures(part.text, [(citation.char_start, citation.full_end) for citation in citations])
    for figure in found:
        figure.section_index = part.section
        figure.section_marker_path = (
            structure.sections[part.section].path if part.section is not None else None
        )
        figure.page = part.page_of(figure.char_start)
    return found
