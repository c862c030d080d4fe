"""Printed paragraphs → DOCX as Word, WPS Office and Google Docs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from docx_maker import abstract, cell, level, note, num, row, table, write
from unseen_paper import Paper, Para
from unseen_tree import SCHEMES

_TOKENS = {
    "{I}": ("upperRoman", 0), "{A}": ("upperLetter", 0), "{1}": ("decimal", 0), "{a}": ("lowerLetter", 0),
    "{i}": ("lowerRoman", 0), "{1.1}": ("decimal", 1), "{1.1.1}": ("decimal", 2), "{I.1}": ("decimal", 1),
    "{A.1}": ("decimal", 1), "{I.1.1}": ("decimal", 2), "{A.1.1}": ("decimal", 2),
}  # fmt: skip


@dataclass(frozen=True)
class Habit:
    """producer: word, wps or google. numbers: typed, list (one multilevel list), restarts (a list a group).

    styles: headings carry Word's heading styles. notes: footnote, endnote or star.
    Runs are split, edits tracked, links, fields and controls put around text as each producer does.
    """

    producer: str = "word"
    numbers: str = "typed"
    styles: bool = False
    notes: str = "footnote"


def habit(rng: Random) -> Habit:
    """Draw a way of writing."""
    return Habit(
        rng.choice(("word", "wps", "google")), rng.choice(("typed", "typed", "list", "restarts")),
        rng.random() < 0.3, rng.choice(("footnote", "footnote", "endnote", "star")),
    )  # fmt: skip


def write_docx(paper: Paper, scheme: str, habit: Habit, path: Path, seed: int = 0) -> None:
    """Write the document."""
    _Writer(paper, scheme, habit, Random(seed)).save(path)


class _Writer:
    def __init__(self, paper: Paper, scheme: str, habit: Habit, rng: Random) -> None:
        self.paper, self.habit, self.rng = paper, habit, rng
        self.patterns = SCHEMES[scheme]
        self.auto = habit.numbers != "typed" and not paper.typed and not self._unlistable()
        self.nums: list[str] = []
        self.open: dict[int, int] = {}  # level of headings → the list that counts them now
        self.fresh = 0

    def _unlistable(self) -> bool:
        """Word's lists know neither đ nor the words of a part in the title's own line."""
        markers = [p.marker for p in self.paper.paras if p.heading]
        return any(re.match(r"\W?[đeghikĐEGHIK]\W", m) or m[:1] in "PC" for m in markers if m) or any(
            "thu" in p.lower() or "{a1" in p or "{a." in p or p.startswith(("Ph", "PH", "Ch", "M"))
            for p in self.patterns
        )

    def save(self, path: Path) -> None:
        body = "".join(self._item(p) for p in self.paper.paras)
        if self.habit.producer == "google":
            body = re.sub(r"(<w:p>(?:(?!<w:p>).)*?</w:p>)", self._control, body, count=12)
        parts: dict[str, str] = {"styles": _STYLES[self.habit.producer]}
        kind = "endnote" if self.habit.notes == "endnote" else "footnote"
        if self.paper.notes:
            parts[f"{kind}s"] = _SEPARATORS.replace("footnote", kind) + "".join(
                note(k, text, kind) for k, text in enumerate(self.paper.notes, 1)
            )
        if self.auto:
            parts["numbering"] = self._numbering()
        write(path, body, **parts)

    def _control(self, found: re.Match[str]) -> str:
        self.fresh += 1
        tag = f'<w:tag w:val="goog_rdk_{self.fresh}"/>'
        return f'<w:sdt><w:sdtPr><w:id w:val="{self.fresh}"/>{tag}</w:sdtPr><w:sdtContent>{found[1]}</w:sdtContent></w:sdt>'  # noqa: E501

    def _item(self, para: Para) -> str:
        if para.sides is not None:
            cells = [cell("".join(self._para(p) for p in side)) for side in para.sides]
            return table(row(*cells))
        if para.cells:
            rows = [row(*[cell(self._para(Para([(t, "")], "left"))) for t in line]) for line in para.cells]
            return table(*rows, lined=True)
        lead = ""
        if para.page == "wide":
            lead = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
        return lead + self._para(para)

    def _para(self, para: Para) -> str:
        props = ""
        runs = list(para.runs)
        if para.heading and self.habit.styles:
            props += f'<w:pStyle w:val="{_HEADING_IDS[self.habit.producer]}{para.heading}"/>'
        if para.page == "break":
            props += "<w:pageBreakBefore/>"
        if self.auto and para.heading:
            props += self._listed(para)
            text, marks = runs[0]
            runs[0] = (text[len(para.marker) :].lstrip(), marks)
        if para.align != "left":
            props += f'<w:jc w:val="{"both" if para.align == "justify" else "center"}"/>'
        if para.align == "justify" and not para.heading:
            props += '<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="720"/>'
        inner = "".join(self._run(text, marks) for text, marks in runs)
        if self.habit.producer == "word":
            inner = (
                '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:proofErr w:type="spellStart"/>'
                + inner
                + '<w:bookmarkEnd w:id="0"/>'
            )
        return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"

    def _listed(self, para: Para) -> str:
        number = 1
        if self.habit.numbers == "restarts":
            last = re.findall(r"\w+", para.marker)[-1]
            if last in ("1", "I", "A", "a", "i"):
                self.nums.append(
                    f'<w:lvlOverride w:ilvl="{para.heading - 1}"><w:startOverride w:val="1"/></w:lvlOverride>'
                )
                self.open[para.heading] = len(self.nums) + 1
            number = self.open[para.heading]
        return f'<w:numPr><w:ilvl w:val="{para.heading - 1}"/><w:numId w:val="{number}"/></w:numPr>'

    def _numbering(self) -> str:
        levels = []
        for k, pattern in enumerate(self.patterns):
            token = next(t for t in sorted(_TOKENS, key=len, reverse=True) if t in pattern)
            form, above = _TOKENS[token]
            shown = ".".join(f"%{j + 1}" for j in range(k - above, k + 1))
            suff = '<w:suff w:val="space"/>' if self.habit.producer == "wps" else ""
            levels.append(level(k, form, pattern.replace(token, shown), suff))
        lists = abstract(1, *levels, extra='<w:multiLevelType w:val="multilevel"/>')
        return lists + num(1, 1) + "".join(num(k, 1, own) for k, own in enumerate(self.nums, 2))

    def _run(self, text: str, marks: str) -> str:
        if marks.startswith("note:"):
            number = marks[5:]
            kind = "endnote" if self.habit.notes == "endnote" else "footnote"
            style = (
                '<w:rStyle w:val="FootnoteReference"/>'
                if self.habit.producer == "word"
                else '<w:vertAlign w:val="superscript"/>'
            )
            if self.habit.notes == "star":
                return f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>*</w:t></w:r>'  # noqa: E501
            return f'<w:r><w:rPr>{style}</w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'
        props = self._props(marks)
        pieces = self._split(text)
        out = [
            f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{escape(p)}</w:t></w:r>' for p in pieces
        ]
        return "".join(self._wrapped(run, k) for k, run in enumerate(out))

    def _props(self, marks: str) -> str:
        google = self.habit.producer == "google"
        on = ' w:val="1"' if google else ""
        props = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        if self.habit.producer == "wps":
            props = '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        props += f"<w:b{on}/>" if "b" in marks else ('<w:b w:val="0"/>' if google else "")
        props += f"<w:i{on}/>" if "i" in marks else ""
        props += '<w:u w:val="single"/>' if "u" in marks else ""
        props += '<w:sz w:val="28"/><w:szCs w:val="28"/>'
        if google:
            props += '<w:rtl w:val="0"/>'
        if self.habit.producer == "wps":
            props += '<w:lang w:val="vi-VN" w:eastAsia="zh-CN"/>'
        return props

    def _split(self, text: str) -> list[str]:
        if len(text) < 12:
            return [text]
        cuts = sorted({self.rng.randint(1, len(text) - 1) for _ in range(self.rng.randint(0, 3))})
        edges = [0, *cuts, len(text)]
        return [text[a:b] for a, b in pairwise(edges)]

    def _wrapped(self, run: str, k: int) -> str:
        chance = self.rng.random()
        who = 'w:id="9" w:author="A" w:date="2025-11-01T00:00:00Z"'
        if self.habit.producer == "word":
            if chance < 0.05:
                return f"<w:ins {who}>{run}</w:ins>"
            if chance < 0.1:
                gone = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
                return run + f"<w:del {who}>{gone}</w:del>"
            if chance < 0.13:
                return f'<w:hyperlink w:anchor="_Toc1" w:history="1">{run}</w:hyperlink>'
            if chance < 0.16:
                return f'<w:fldSimple w:instr=" DOCPROPERTY Ten ">{run}</w:fldSimple>'
            if chance < 0.18:
                return (
                    run
                    + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>'  # noqa: E501
                )
        if self.habit.producer == "google" and chance < 0.12:
            return f'<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_9{k}"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>'  # noqa: E501
        return run


_HEADING_IDS = {"word": "Heading", "wps": "1", "google": "Heading"}


def _styles(ids: str) -> str:
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return normal + "".join(
        f'<w:style w:type="paragraph" w:styleId="{ids}{k}"><w:name w:val="heading {k}"/><w:basedOn w:val="a"/>'  # noqa: E501
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{k - 1}"/></w:pPr></w:style>'
        for k in range(1, 5)
    )


_STYLES = {producer: _styles(ids) for producer, ids in _HEADING_IDS.items()}
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'  # noqa: E501
)
