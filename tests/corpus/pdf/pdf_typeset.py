"""Documents with known content, set by typst: what is printed is what the gold says."""

from __future__ import annotations

from dataclasses import dataclass, field

import typst


@dataclass(frozen=True)
class Text:
    """A paragraph. `|n|` in it calls footnote n of the case. bold, centred, hanging: as printed."""

    text: str
    bold: bool = False
    centred: bool = False
    hanging: bool = False


@dataclass(frozen=True)
class Grid:
    """A ruled table; `markup` overrides the plain cells where some are merged."""

    rows: tuple[tuple[str, ...], ...]
    columns: str = ""
    markup: str = ""
    header: bool = True


@dataclass(frozen=True)
class Raw:
    """Typst markup that leaves no paragraph (page breaks, stamps, watermarks)."""

    markup: str


@dataclass(frozen=True)
class Layout:
    """How the body is set. Lengths are typst lengths."""

    size: str = "14pt"
    left: str = "3cm"
    right: str = "2cm"
    indent: str = "1.27cm"
    spacing: str = "0.7em"
    leading: str = "0.7em"
    justify: bool = True
    page: str = ""
    before: str = ""


@dataclass(frozen=True)
class Case:
    """A document and what must be read out of it."""

    name: str
    items: tuple[Text | Grid | Raw, ...]
    notes: dict[int, str] = field(default_factory=dict)
    layout: Layout = Layout()

    @property
    def paragraphs(self) -> list[str]:
        """Texts of the paragraphs in order, without footnote calls."""
        return ["".join(_parts(item.text)[::2]) for item in self.items if isinstance(item, Text)]

    @property
    def anchors(self) -> dict[int, str]:
        """The twenty characters before each call."""
        found = {}
        for item in self.items:
            if isinstance(item, Text):
                parts = _parts(item.text)
                for index in range(1, len(parts), 2):
                    found[int(parts[index])] = "".join(parts[:index:2])[-20:]
        return found

    @property
    def tables(self) -> list[list[list[str]]]:
        """Cells of the tables in order."""
        return [[list(row) for row in item.rows] for item in self.items if isinstance(item, Grid)]

    def pdf(self) -> bytes:
        """Return the typeset document."""
        return typst.compile(self.source().encode())

    def source(self) -> str:
        """Return the typst source."""
        layout = self.layout
        return "\n".join(
            (
                f'#set page(paper: "a4", margin: (left: {layout.left}, right: {layout.right}, y: 2cm))',
                f"#set page({layout.page})" if layout.page else "",
                f'#set text(font: "Libertinus Serif", size: {layout.size}, lang: "vi", hyphenate: false)',
                f"#set par(justify: {str(layout.justify).lower()}, leading: {layout.leading},"
                f" spacing: {layout.spacing}, first-line-indent: (amount: {layout.indent}, all: true))",
                layout.before,
                *(self._markup(item) for item in self.items),
            )
        )

    def _markup(self, item: Text | Grid | Raw) -> str:
        if isinstance(item, Raw):
            return item.markup
        if isinstance(item, Grid):
            return _grid(item)
        parts = _parts(item.text)
        inner = "".join(
            f"#footnote[{quoted(self.notes[int(part)])}]" if index % 2 else quoted(part)
            for index, part in enumerate(parts)
        )
        if item.bold:
            inner = f"#strong[{inner}]"
        if item.centred:
            return f"#align(center)[#set par(first-line-indent: 0pt)\n{inner}]"
        if item.hanging:
            return f"#par(hanging-indent: 1cm, first-line-indent: 0pt)[{inner}]"
        return f"#par[{inner}]"


def quoted(text: str) -> str:
    """Text as a typst string expression, so that nothing in it is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#text("{escaped}")'


def _parts(text: str) -> list[str]:
    return text.split("|")


def _grid(item: Grid) -> str:
    columns = item.columns or f"{len(item.rows[0])}"
    if item.markup:
        cells = item.markup
    else:
        rows = [", ".join(f"[{quoted(cell)}]" for cell in row) for row in item.rows]
        first = f"table.header({rows[0]})" if item.header else rows[0]
        cells = ",\n".join([first, *rows[1:]])
    return (
        "#[#set par(justify: false, first-line-indent: 0pt)\n"
        f"#table(columns: ({columns}), stroke: 0.5pt, {cells})]"
    )
