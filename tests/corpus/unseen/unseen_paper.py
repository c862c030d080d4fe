"""A whole document: letterhead, outline, ending and annex → printed paragraphs beside their gold."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import unseen_words as words
from unseen_traits import TYPED, apply
from unseen_tree import Dress, Node, Outline, outline

Run = tuple[str, str]
"""Text and its letters of dress: b, i, u; or ("", "note:3") = the call of the third footnote."""


@dataclass
class Para:
    """One printed paragraph; `heading` = its level, 0 where it is none."""

    runs: list[Run]
    align: str = "justify"
    heading: int = 0
    marker: str = ""
    """Set with `heading`: the marker that the runs start with."""
    cells: list[list[str]] = field(default_factory=list)
    sides: tuple[list[Para], list[Para]] | None = None
    page: str = ""
    """"break" = on a new page, "wide" = on a new landscape page."""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass
class Paper:
    """What is printed and what must be read."""

    paras: list[Para] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    gold: dict[str, object] = field(default_factory=dict)
    typed: bool = False
    """Numbers that no list of a word processor would count so."""


@dataclass(frozen=True)
class Office:
    """A letterhead and a signature."""

    left: tuple[tuple[str, bool], ...]
    agency: str
    parent: str | None
    number: str
    party: bool
    place: str
    capacity: str
    title: str
    signer: str


OFFICES = (
    Office((("UBND TỈNH GIA LAI", False), ("SỞ VĂN HÓA, THỂ THAO", True), ("VÀ DU LỊCH", True)),
           "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "UBND TỈNH GIA LAI", "318/BC-SVHTTDL", False, "Gia Lai",
           "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Kim Ngân"),
    Office((("ỦY BAN NHÂN DÂN", True), ("XÃ IA KRÁI", True)), "ỦY BAN NHÂN DÂN XÃ IA KRÁI", None,
           "77/BC-UBND", False, "Ia Krái", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Puih Thành Công"),
    Office((("TỈNH ỦY GIA LAI", False), ("ĐẢNG ỦY PHƯỜNG QUY NHƠN BẮC", True)), "ĐẢNG ỦY PHƯỜNG QUY NHƠN BẮC",
           "TỈNH ỦY GIA LAI", "41-BC/ĐU", True, "Quy Nhơn Bắc", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Võ Đình Khải"),  # noqa: E501
    Office((("SỞ Y TẾ GIA LAI", False), ("CHI CỤC DÂN SỐ", True)), "CHI CỤC DÂN SỐ", "SỞ Y TẾ GIA LAI",
           "09/BC-CCDS", False, "Gia Lai", "", "CHI CỤC TRƯỞNG", "Hồ Ngọc Ánh"),
)  # fmt: skip
_SUBJECTS = (
    "Kết quả thực hiện công tác dân vận của chính quyền năm 2025",
    "Sơ kết 05 năm thực hiện đề án đào tạo, bồi dưỡng cán bộ, công chức cấp xã giai đoạn 2021 - 2025",
    "Tình hình triển khai nhiệm vụ 9 tháng đầu năm, phương hướng 3 tháng cuối năm 2025",
)


class Printer:
    """Walks an outline once, printing and noting the gold."""

    def __init__(
        self, seed: int, scheme: str = "", size: int = 0, annex: bool | None = None, trait: str = ""
    ) -> None:
        self.rng = Random(seed)
        self.office = self.rng.choice(OFFICES)
        self.outline = outline(self.rng, scheme=scheme, size=size)
        self.annex = self.rng.random() < 0.35 if annex is None else annex
        self.paper = Paper(typed=trait in TYPED)
        if trait:
            apply(trait, Random(seed), self.outline)
        self.sections: list[dict[str, object]] = []
        self.footnotes: list[dict[str, object]] = []
        self.tables: list[list[list[str]]] = []

    def run(self) -> Paper:
        """Print everything."""
        paper = self.paper
        subject = self.rng.choice(_SUBJECTS)
        self._head(subject)
        preamble = ["Thực hiện chỉ đạo của cấp trên, đơn vị báo cáo kết quả như sau:"]
        if self.rng.random() < 0.5:
            preamble.insert(
                0,
                f"Căn cứ Kế hoạch số {self.rng.randint(10, 99)}/KH-UBND của tỉnh, {words.sentence(self.rng)[0].lower()}{words.sentence(self.rng)[1:]}",  # noqa: E501
            )
        paper.paras += [Para([(text, "")]) for text in preamble]
        for node in self.outline.nodes:
            self._section(node, self.outline, [], self.sections)
        closing = "Trên đây là báo cáo của đơn vị, kính gửi cấp trên xem xét, tổng hợp./."
        paper.paras.append(Para([(closing, "")]))
        self._tail()
        annexes: list[dict[str, object]] = []
        if self.annex:
            self._annex(annexes)
        paper.gold = {
            "meta": {"agency": self.office.agency, "agency_parent": self.office.parent, "number": self.office.number,  # noqa: E501
                     "date": "2025-11-28", "doc_type": "BÁO CÁO", "subject": subject, "signer": self.office.signer},  # noqa: E501
            "preamble": "\n".join(preamble), "sections": self.sections, "closing": closing,
            "footnotes": self.footnotes, "tables": self.tables, "annexes": annexes,
        }  # fmt: skip
        return paper

    def _head(self, subject: str) -> None:
        office = self.office
        left = [Para([(text, "b" if bold else "")], "center") for text, bold in office.left]
        if office.party:
            left.append(Para([("*", "")], "center"))
        left.append(Para([(f"Số{'' if office.party else ':'} {office.number}", "")], "center"))
        right = ["ĐẢNG CỘNG SẢN VIỆT NAM"] if office.party else [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        ]  # fmt: skip
        rights = [Para([(text, "b")], "center") for text in right]
        rights.append(Para([(f"{office.place}, ngày 28 tháng 11 năm 2025", "i")], "center"))
        self.paper.paras.append(Para([], sides=(left, rights)))
        self.paper.paras += [Para([("BÁO CÁO", "b")], "center"), Para([(subject, "b")], "center")]

    def _section(
        self, node: Node, tree: Outline, path: list[str], gold_list: list[dict[str, object]]
    ) -> None:
        dress = node.dress or tree.dresses[node.level - 1]
        if not node.title:
            dress = Dress(bold=False)
        plain = node.marker.strip(" .)(/-:")
        path = [*path, plain]
        body, title = list(node.body), node.title
        run_in = bool(title) and dress.end == "run" and bool(body) and not node.children
        if run_in:
            title = title.rstrip(".:") + "."
        gold = {
            "marker": node.marker,
            "level": node.level,
            "path": path,
            "title": title,
            "text": "\n".join(body),
        }
        gold_list.append(gold)
        noted = self._lead(node, dress, title, body, path, run_in)
        paras = self.paper.paras
        for k, text in enumerate(body):
            para = Para([(text, "")])
            if node.bold_leads and text.startswith("- ") and ":" in text:
                cut = text.index(":") + 1
                para = Para([(text[:cut], "b"), (text[cut:], "")])
            if k == 0 and not noted:
                self._note(node, para, path)
            paras.append(para)
        if node.table:
            paras.append(Para([], cells=node.table))
            self.tables.append(node.table)
        for child in node.children:
            self._section(child, tree, path, gold_list)

    def _lead(
        self, node: Node, dress: Dress, title: str, body: list[str], path: list[str], run_in: bool
    ) -> bool:
        """Print what the section starts with; a text that stands in its paragraph is taken out of `body`.

        Returns whether the node's footnote was called there.
        """
        marks = ("b" if dress.bold else "") + ("i" if dress.italic else "") + ("u" if dress.underline else "")
        paras = self.paper.paras
        if node.own_line and title:
            paras += [Para([(text, marks)], "center") for text in (node.marker, title)]
            return False
        if title and not run_in:
            align = "center" if dress.center else "justify"
            runs = self._titled(node, dress, title, marks)
            paras.append(Para(runs, align, heading=node.level, marker=node.marker))
            if node.noted_title:
                self._note(node, paras[-1], path)
            return node.noted_title
        text = body.pop(0)
        if title:
            para = Para([*self._titled(node, dress, title, marks), (f" {text}", "")])
        else:
            para = Para([(f"{node.marker} {text}", "")])
        self._note(node, para, path)
        paras.append(para)
        return True

    def _titled(self, node: Node, dress: Dress, title: str, marks: str) -> list[Run]:
        if dress.plain_marker:
            return [(f"{node.marker}{node.gap}", ""), (title, marks)]
        return [(f"{node.marker}{node.gap}{title}", marks)]

    def _note(self, node: Node, para: Para, path: list[str]) -> None:
        """Call the node's footnote after the first sentence of the paragraph, or at its end."""
        if not node.note:
            return
        text, marks = para.runs[-1]
        cut = text.find(", ") if self.rng.random() < 0.5 else -1
        number = len(self.paper.notes) + 1
        call = ("", f"note:{number}")
        if cut > 0:
            para.runs[-1:] = [(text[:cut], marks), call, (text[cut:], marks)]
        else:
            para.runs.append(call)
        self.paper.notes.append(node.note)
        self.footnotes.append({"text": node.note, "section_marker_path": path})

    def _tail(self) -> None:
        office = self.office
        left = [Para([("Nơi nhận:", "bi")], "left")]
        left += [Para([(t, "")], "left") for t in ("- Sở Nội vụ;", "- Ban Chỉ đạo tỉnh;", "- Lưu: VT.")]
        right = [Para([(t, "b")], "center") for t in (office.capacity, office.title, office.signer) if t]
        self.paper.paras.append(Para([], sides=(left, right)))

    def _annex(self, annexes: list[dict[str, object]]) -> None:
        kind = self.rng.choice(("table", "outline", "wide"))
        shown = self.rng.choice(("PHỤ LỤC", "Phụ lục I", "PHỤ LỤC SỐ 01"))
        name = "DANH MỤC CÁC MÔ HÌNH TIÊU BIỂU"
        page = "wide" if kind == "wide" else "break"
        self.paper.paras.append(Para([(shown, "b")], "center", page=page))
        self.paper.paras.append(Para([(name, "b")], "center"))
        self.paper.paras.append(Para([("(Kèm theo Báo cáo của đơn vị)", "i")], "center"))
        annexes.append({"title": name})
        if kind == "outline":
            inner = outline(self.rng, scheme=self.rng.choice(("decree", "arabic", "letters")), size=8)
            inside: list[dict[str, object]] = []
            first, place = len(self.footnotes), len(self.paper.paras)
            for node in inner.nodes:
                self._section(node, inner, [], inside)
            for para in self.paper.paras[place:]:
                para.heading = 0  # numbered by hand, its markers are another scheme's
            for note in self.footnotes[first:]:
                note["section_marker_path"] = None
            annexes += inside
        else:
            rows = [["STT", "Tên mô hình", "Đơn vị", "Kết quả"]]
            rows += [[str(k), words.title(self.rng), "Xã Ia Krái", f"{k * 7} hộ"] for k in range(1, 13)]
            self.paper.paras.append(Para([], cells=rows))
            self.tables.append(rows)
