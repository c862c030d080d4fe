"""The body of `tong-hop.docx`: the outline's headings, and under each its sentences with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from report_templates.nd30 import ND30, add_body, add_heading, add_table
from report_templates.nd30.xml import add_run, element
from report_templates.ooxml import Footnotes, add_comment
from report_templates.provincial.citing import comment, footnote
from report_templates.provincial.data import Part, Report
from report_templates.provincial.sentences import Sentence

Sources = Literal["footnotes", "comments", "none"]
LABELS = {
    ("limit", ""): "Hạn chế, khó khăn:",
    ("cause", "khách quan"): "Nguyên nhân khách quan:",
    ("cause", "chủ quan"): "Nguyên nhân chủ quan:",
    ("cause", "chưa phân loại"): "Nguyên nhân (báo cáo chưa phân loại khách quan, chủ quan):",
}
ADDRESSED = {
    "Bộ, ngành Trung ương": "các bộ, ngành Trung ương",
    "Sở, ban, ngành tỉnh": "các sở, ban, ngành tỉnh",
    "Cấp xã": "cấp xã",
}
TASKS = "Phương hướng, nhiệm vụ:"
UNSTATED = "Kiến nghị chưa nêu rõ nơi nhận:"
ANNEXES = (
    ("1", "Danh sách cơ quan, đơn vị và tình hình gửi báo cáo"),
    ("2", "Văn bản đã ban hành và được viện dẫn"),
    ("3", "Mô hình, cách làm"),
    ("4", "Số liệu trong báo cáo của cơ quan, đơn vị"),
    ("5", "Đề xuất, kiến nghị theo nơi nhận"),
    ("6", "Khen thưởng"),
    ("7", "Hạn chế, nguyên nhân"),
    ("8", "Nội dung mâu thuẫn, số liệu chưa cộng"),
    ("9", "Tệp không đọc được hoặc chưa đưa vào tổng hợp"),
    ("10", "Nguồn của từng câu trong báo cáo"),
    ("11", "Điều chỉnh của cán bộ"),
)


class BodyWriter:
    """Writes paragraphs before a given one; keeps the footnotes, the comments and the changed sentences."""

    def __init__(
        self,
        document: DocxDocument,
        before: Paragraph,
        sources: Sources,
        as_of: datetime,
        changed: frozenset[str],
    ) -> None:
        self._document = document
        self._before = before
        self._sources = sources
        self._as_of = as_of
        self._changed = changed
        self._notes = Footnotes(document) if sources == "footnotes" else None

    def write(self, report: Report) -> None:
        """Write the opening formula, general part, outline, list of annexes."""
        who = _who(report)
        self._text(f"Trên cơ sở báo cáo của các cơ quan, đơn vị, địa phương, {who} báo cáo kết quả như sau:")
        for part in report.parts:
            if not part.path and not part.shown():
                continue
            self._heading(part)
            self._part(part)
        self._annexes()

    def _heading(self, part: Part) -> None:
        heading = add_heading(self._document, part.label, part.title, _depth(part), ND30)
        self._place(heading)

    def _part(self, part: Part) -> None:
        running = [one for one in part.shown() if one.kind in ("ruling", "figure", "note") or _phrase(one)]
        self._running(running)
        listed = [one for one in part.shown() if one not in running]
        for (kind, group), many in groupby(listed, key=lambda one: (one.kind, _group(one))):
            label = label_of(part, kind, group)
            if label:
                self._place(add_body(self._document, label, ND30, italic=True, keep_next=True))
            for one in many:
                self._item(one)

    def _running(self, sentences: Sequence[Sentence]) -> None:
        """Sentences that follow one another in a paragraph."""
        if not sentences:
            return
        paragraph = self._text("")
        for place, one in enumerate(sentences):
            self._sentence(paragraph, one, " " if place else "")

    def _item(self, sentence: Sentence) -> None:
        """Write a sentence of a list as a paragraph of its own with a dash."""
        self._sentence(self._text(""), sentence, "- ")

    def _sentence(self, paragraph: Paragraph, sentence: Sentence, lead: str) -> None:
        run = add_run(paragraph, f"{lead}{sentence.text}", ND30.body)
        self._cite(paragraph, run, sentence)
        if sentence.id in self._changed:
            _mark_changed(paragraph)

    def _cite(self, paragraph: Paragraph, run: Run, sentence: Sentence) -> None:
        if self._notes is not None:
            self._notes.add(paragraph, footnote(sentence))
        elif self._sources == "comments":
            add_comment(self._document, run, comment(sentence), self._as_of)

    def _text(self, text: str) -> Paragraph:
        return self._place(add_body(self._document, text, ND30))

    def _place(self, paragraph: Paragraph) -> Paragraph:
        self._before._p.addprevious(paragraph._p)
        return paragraph

    def _annexes(self) -> None:
        self._place(
            add_body(
                self._document, "Kèm theo báo cáo là các phụ lục (tệp phu-luc.xlsx):", ND30, keep_next=True
            )
        )
        table = add_table(self._document, ("Phụ lục", "Nội dung"), ANNEXES, (22, ND30.text_width - 22))
        self._before._p.addprevious(table._tbl)
        self._text("Trên đây là báo cáo tổng hợp từ báo cáo của các cơ quan, đơn vị, địa phương./.")


def _depth(part: Part) -> int:
    """Level of a heading: capitals are for "I.", "A."; a first level numbered "1." is printed as a title."""
    if not part.path:
        return 2
    return part.level + part.marker[:1].isdigit() if part.level == 1 else part.level


def label_of(part: Part, kind: str, group: str) -> str:
    """Return the line above a list: whom proposals address, limits or causes where both stand in one item."""
    if kind == "proposal":
        return UNSTATED if group.startswith("Chưa nêu") else f"Đối với {ADDRESSED.get(group, group)}:"
    if kind == "theme":
        return TASKS if part.shown("proposal") else ""
    if kind == "limit" and not part.shown("cause"):
        return ""
    return LABELS.get((kind, group), "")


def _phrase(sentence: Sentence) -> bool:
    """Themes run on in the opening paragraph, except the lists of tasks."""
    return sentence.kind == "theme" and not sentence.group


def _group(sentence: Sentence) -> str:
    return sentence.group if sentence.kind in ("cause", "proposal", "limit") else ""


def _who(report: Report) -> str:
    """Return the issuing body in normal writing; a name in capitals is never lowered by guess."""
    known = f"TỈNH {report.province.upper()}"
    return (
        f"Ủy ban nhân dân tỉnh {report.province}"
        if report.campaign.parent.endswith(known)
        else "Ủy ban nhân dân"
    )


def _mark_changed(paragraph: Paragraph) -> None:
    """Put a bar in the left margin, as Word shows changed lines."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:pBdr")) is not None:
        return
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="18", space="6", color="000000"))
    following = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
    for name in following:
        found = properties.find(qn(name))
        if found is not None:
            found.addprevious(borders)
            return
    properties.append(borders)
