"""Printed paragraphs → PDF (typst): page numbers at the top, real footnotes at the foot."""

from __future__ import annotations

from pathlib import Path

import typst
from pdf_typeset import quoted
from variant_layout import Look, Para, Printed, numeral

_SETUP = """
#set page(paper: "a4", margin: (top: 2.2cm, bottom: 2cm, left: 3cm, right: 1.8cm), header: context {
  if counter(page).get().first() > 1 { align(center, text(size: 13pt)[#counter(page).display()]) } })
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.7em, spacing: 0.9em)
#show footnote.entry: set text(size: 10pt)
"""


def write_pdf(printed: Printed, looks: tuple[Look, ...], path: Path) -> None:
    """Set the document with typst; automatic numbers are printed as Word would show them."""
    counters: dict[int, int] = {}
    body = [_para(para, looks, counters) for para in printed.paras]
    source = _SETUP + "\n\n".join(body)
    path.write_bytes(typst.compile(source.encode()))


def _para(para: Para, looks: tuple[Look, ...], counters: dict[int, int]) -> str:
    if para.columns is not None:
        left, right = (
            "#set text(size: 11pt)\n#stack(spacing: 6pt, "
            + ", ".join(f"[{_para(x, looks, counters)}]" for x in side)
            + ")"
            for side in para.columns
        )
        return f"#grid(columns: (7.6cm, 1fr), gutter: 8pt, [{left}], [{right}])"
    if para.cells:
        cells = ", ".join(f"[{quoted(c)}]" for row in para.cells for c in row)
        return f"#table(columns: {len(para.cells[0])}, {cells})"
    runs = para.runs
    if para.auto is not None:
        runs = [(_label(para, looks, counters) + " ", runs[0][1], runs[0][2]), *runs]
    inner = "".join(_run(*run) for run in runs)
    if para.note:
        inner += f"#footnote[{quoted(para.note)}]"
    lead = "#pagebreak()\n" if para.page_break else ""
    if para.align == "center":
        return f"{lead}#align(center)[#par(justify: false)[{inner}]]"
    if para.align == "left":
        return f"{lead}#par(justify: false)[{inner}]"
    return f"{lead}#par(first-line-indent: (amount: 1.0cm, all: true))[{inner}]"


def _label(para: Para, looks: tuple[Look, ...], counters: dict[int, int]) -> str:
    assert para.auto is not None
    level = para.auto[1]
    counters[level] = counters.get(level, 0) + 1
    for deeper in [k for k in counters if k > level]:
        del counters[deeper]
    return numeral(
        looks[level].marker, counters[level], ".".join(str(counters[k]) for k in range(level)), True
    )


def _run(text: str, bold: bool, italic: bool) -> str:
    out = " \\ ".join(quoted(t) for t in text.split("\n"))
    out = f'#text(style: "italic")[{out}]' if italic else out
    return f'#text(weight: "bold")[{out}]' if bold else out
