"""Printed paragraphs → PDF (typst), in page forms that reports really have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import typst
from pdf_typeset import quoted
from unseen_paper import Paper, Para


@dataclass(frozen=True)
class Form:
    """How the pages are set. Lengths are typst lengths; `notes` is a typst numbering of footnotes."""

    size: str = "14pt"
    left: str = "3cm"
    right: str = "2cm"
    leading: str = "0.65em"
    spacing: str = "1em"
    indent: str = "1.27cm"
    justify: bool = True
    number: str = "top"
    """top, bottom, "- 2 -" or none."""
    header: str = ""
    notes: str = "1"
    lines: bool = False
    watermark: str = ""
    rule: bool = True
    font: str = "DejaVu Serif"


def form(rng: Random) -> Form:
    """Draw a page form; paragraphs always show by an indent or by space, as a reader needs."""
    leading = rng.choice(("0.5em", "0.65em", "1em"))
    indent = rng.choice(("1.27cm", "1cm", "1.27cm", "0cm"))
    return Form(
        size=rng.choice(("13pt", "14pt")), leading=leading,
        spacing=rng.choice(("0.65em", "1em", "1.2em")) if indent != "0cm" else "1.9em", indent=indent,
        justify=rng.random() < 0.75, number=rng.choice(("top", "bottom", "- 2 -", "none")),
        header=rng.choice(("", "", "", "CÔNG BÁO/Số 45 + 46/Ngày 30-11-2025", "Báo cáo kết quả năm 2025")),
        notes=rng.choice(("1", "1", "1", "*")), lines=rng.random() < 0.1,
        watermark=rng.choice(("", "", "", "DỰ THẢO")), rule=rng.random() < 0.8,
        left=rng.choice(("3cm", "3cm", "3.5cm")), right=rng.choice(("2cm", "1.5cm", "5cm")),
    )  # fmt: skip


def write_pdf(paper: Paper, form: Form, path: Path) -> None:
    """Set the document."""
    path.write_bytes(typst.compile(source(paper, form).encode()))


def source(paper: Paper, form: Form) -> str:
    """Typst source of the document."""
    return "\n\n".join([_setup(form), *(_para(para, paper, form) for para in paper.paras)])


def _setup(form: Form) -> str:
    shown = {
        "top": "#counter(page).display()",
        "bottom": "#counter(page).display()",
        "- 2 -": "\\- #counter(page).display() \\-",
    }
    number = shown.get(form.number, "")
    above = f"#align(center, text(size: 13pt)[{number}])" if number and form.number != "bottom" else ""
    if form.header:
        above = f"#text(size: 11pt)[{form.header} #h(1fr) {number}]#line(length: 100%, stroke: 0.5pt)"
    below = f"#align(center, text(size: 13pt)[{number}])" if form.number == "bottom" else ""
    guard = "context { if counter(page).get().first() > 1 ["
    back = (
        f"background: rotate(-45deg, text(size: 60pt, fill: luma(220))[{form.watermark}]),"
        if form.watermark
        else ""
    )
    lines = '#set par.line(numbering: "1")' if form.lines else ""
    rule = "" if form.rule else "#set footnote.entry(separator: none)"
    return f"""
#set page(paper: "a4", margin: (top: 2.2cm, bottom: 2.2cm, left: {form.left}, right: {form.right}), {back}
  header: {guard}{above}] }}, footer: context {{ if counter(page).get().first() > 1 [{below}] }})
#set text(font: "{form.font}", size: {form.size}, lang: "vi", hyphenate: false)
#set par(justify: {str(form.justify).lower()}, leading: {form.leading}, spacing: {form.spacing})
#set footnote(numbering: "{form.notes}")
{rule}
#show footnote.entry: set text(size: 10pt)
#show footnote.entry: set par(justify: true, leading: 0.5em, spacing: 0.5em)
{lines}
"""


def _para(para: Para, paper: Paper, form: Form) -> str:
    if para.sides is not None:
        left, right = (
            "#set text(size: 11.5pt)\n#set par(justify: false)\n#stack(spacing: 7pt, "
            + ", ".join(f"[{_inner(p, paper)}]" for p in side)
            + ")"
            for side in para.sides
        )
        aligned = "center" if para.sides[0][0].align == "center" else "left"
        return f"#grid(columns: (1fr, 8.2cm), gutter: 6pt, align: ({aligned}, center), [{left}], [{right}])"
    if para.cells:
        wide = len(para.cells[0])
        columns = "auto, 1fr, auto" if wide == 3 else "auto, 2fr, 1fr, auto"
        cells = ", ".join(f"[{quoted(c)}]" for r in para.cells for c in r)
        return f"#[#set par(justify: false)\n#table(columns: ({columns}), stroke: 0.5pt, {cells})]"
    lead = {"": "", "break": "#pagebreak()\n", "wide": "#set page(flipped: true)\n"}[para.page]
    inner = _inner(para, paper)
    if para.align == "center":
        return f"{lead}#align(center)[#par(justify: false)[{inner}]]"
    return f"{lead}#par(first-line-indent: (amount: {form.indent}, all: true))[{inner}]"


def _inner(para: Para, paper: Paper) -> str:
    return "".join(_run(text, marks, paper) for text, marks in para.runs)


def _run(text: str, marks: str, paper: Paper) -> str:
    if marks.startswith("note:"):
        return f"#footnote[{quoted(paper.notes[int(marks[5:]) - 1])}]"
    out = quoted(text)
    if "u" in marks:
        out = f"#underline[{out}]"
    if "i" in marks:
        out = f"#emph[{out}]"
    return f"#strong[{out}]" if "b" in marks else out
