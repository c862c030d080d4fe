"""A report and a variant → printed paragraphs and the gold, side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from variant_content import TRAPS, Part, Report

ROMANS = ["0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
LETTERS = "abcdđeghik"
LATIN = "abcdefghik"
"""Word's own numbering knows no đ."""
ORDINALS = ["không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"]


@dataclass(frozen=True)
class Look:
    """How one level is printed. `marker` uses {I} {A} {1} {a} {11} {thu} for the numeral."""

    marker: str
    bold: bool = True
    italic: bool = False
    caps: bool = False
    center: bool = False
    run_in: bool = False
    style: str = ""
    auto: bool = False


@dataclass(frozen=True)
class Variant:
    """One document to print. `looks` by level; `hazards` are names handled below."""

    name: str
    report: Report
    looks: tuple[Look, ...]
    hazards: frozenset[str] = frozenset()
    head: str = "columns"
    order: str = "columns"


@dataclass
class Para:
    """A printed paragraph: runs of (text, bold, italic); `note` = footnote body called at its end."""

    runs: list[tuple[str, bool, bool]]
    align: str = "justify"
    note: str = ""
    style: str = ""
    auto: tuple[int, int] | None = None
    """(numbering instance, level) of Word's own numbering."""
    indent: float = 0.0
    cells: tuple[tuple[str, ...], ...] = ()
    columns: tuple[list[Para], list[Para]] | None = None
    page_break: bool = False

    @property
    def text(self) -> str:
        return "".join(t for t, _, _ in self.runs)


@dataclass
class Printed:
    """Everything printed, and what must be read from it."""

    paras: list[Para] = field(default_factory=list)
    gold: dict[str, object] = field(default_factory=dict)


def p(text: str, bold: bool = False, italic: bool = False, **kw: object) -> Para:
    return Para([(text, bold, italic)], **kw)  # type: ignore[arg-type]


def numeral(marker: str, n: int, above: str, auto: bool = False) -> str:
    letters = LATIN if auto else LETTERS
    out = (
        marker.replace("{I}", ROMANS[n % len(ROMANS)])
        .replace("{A}", letters[(n - 1) % len(letters)].upper())
        .replace("{1}", str(n))
    )
    out = out.replace("{a}", letters[(n - 1) % len(letters)]).replace("{thu}", ORDINALS[n % len(ORDINALS)])
    return out.replace("{11}", f"{above}.{n}")


class Printer:
    """Walks the tree once, printing and noting the gold."""

    def __init__(self, variant: Variant) -> None:
        self.v = variant
        self.paras: list[Para] = []
        self.sections: list[dict[str, object]] = []
        self.notes: list[dict[str, object]] = []
        self.tables: list[list[list[str]]] = []
        self.traps = list(TRAPS) if "traps" in variant.hazards else []
        self.numbering = 0
        self.front = False
        self.running: dict[int, int] = {}

    def run(self) -> Printed:
        v, r = self.v, self.v.report
        self.head()
        for text in r.preamble:
            self.paras.append(p(text))
        shift = 1 if "i_before_a" in v.hazards else 0
        for n, part in enumerate(r.parts, 1):
            self.front = bool(shift) and n == 1
            self.section(part, max(n - shift, 1), 1, [], "")
        if r.closing:
            self.paras.append(p(r.closing))
        self.tail()
        gold = {
            "meta": self.meta, "letterhead": self.letterhead, "preamble": "\n".join(r.preamble), "sections": self.sections,  # noqa: E501
            "closing": r.closing, "footnotes": self.notes, "tables": self.tables, "doc_id": v.name,
        }  # fmt: skip
        return Printed(self.paras, gold)

    # --- head
    def head(self) -> None:
        r, hazards = self.v.report, self.v.hazards
        party = "party" in hazards
        number = "" if "blank_number" in hazards else "57"
        day = "" if "blank_number" in hazards else "05"
        sep = "-" if party else "/"
        number_line = f"Số{'' if party else ':'} {number or '     '}{sep}{r.symbol}"
        left = [(r.parent, False)] if r.parent else []
        left.append((r.agency, True))
        if party:
            left.append(("*", False))
        left.append((number_line, False))
        if "cong_van" in hazards:
            left.append((f"V/v {r.subject[0].lower()}{r.subject[1:]}", False))
        date = f"{r.place}, ngày {day or '    '} tháng 12 năm 2025"
        right = (
            [("ĐẢNG CỘNG SẢN VIỆT NAM", True)]
            if party
            else [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True)]
        )
        right.append((date, False))
        if self.v.head != "none":
            self.letterhead = {
                "left": [" ".join(t.split()) for t, _ in left if t != "*"],
                "right": [" ".join(t.split()) for t, _ in right],
            }
        else:
            self.letterhead = {"left": [], "right": []}
        self.print_head(left, right)
        shown = self.v.head != "none"
        self.meta = {
            "agency_parent": r.parent or None if shown else None, "agency": r.agency if shown else None,
            "number": f"{number}{sep}{r.symbol}" if number and shown else None, "place": r.place if shown else None,  # noqa: E501
            "date": "2025-12-05" if day and shown else None, "doc_type": "BÁO CÁO", "subject": r.subject[0].lower() + r.subject[1:] if "cong_van" in hazards else r.subject, "signer": r.signer,  # noqa: E501
        }  # fmt: skip
        bold = "plain" not in hazards
        if "cong_van" in hazards:
            self.meta["doc_type"] = "CÔNG VĂN"
            self.paras.append(p("Kính gửi: Sở Nội vụ tỉnh Gia Lai.", align="center"))
            return
        if "quy_che" in hazards:
            self.meta["doc_type"] = "QUY CHẾ"
            self.paras += [p("QUY CHẾ", True, align="center"), p(r.subject, True, align="center")]
            return
        if "type_soft" in hazards:
            self.paras.append(p(f"BÁO CÁO\n{r.subject}", bold, align="center"))
        else:
            self.paras.append(p("BÁO CÁO", bold, align="center"))
            self.paras.append(p(r.subject, bold, align="center"))
        if "rule" in hazards:
            self.paras.append(p("-----", align="center"))
        if "kinh_gui" in hazards:
            self.paras.append(p("Kính gửi: Sở Nội vụ tỉnh Gia Lai.", align="center"))

    def print_head(self, left: list[tuple[str, bool]], right: list[tuple[str, bool]]) -> None:
        kind = self.v.head
        lp = [p(t, b, align="center") for t, b in left]
        rp = [p(t, b, i == len(right) - 1, align="center") for i, (t, b) in enumerate(right)]
        if kind == "columns":
            self.paras.append(Para([], columns=(lp, rp)))
        elif kind == "stacked":
            self.paras += [*rp[:-1], *lp, rp[-1]]
        elif kind == "left_first":
            self.paras += [*lp, *rp]
        elif kind == "merged":
            for i in range(max(len(left), len(right))):
                a = left[i][0] if i < len(left) else ""
                b = right[i][0] if i < len(right) else ""
                self.paras.append(p(" ".join(x for x in (a, b) if x), True, align="left"))

    # --- body
    def section(self, part: Part, n: int, level: int, path: list[str], above: str) -> None:
        look = self.v.looks[min(level, len(self.v.looks)) - 1]
        if self.front:
            look = Look("{I}.", caps=True)
        if f"running_{level}" in self.v.hazards:
            n = self.running[level] = self.running.get(level, 0) + 1
        if not look.marker and not part.title:
            look = Look("{1}.", bold=False)
        marker = numeral(look.marker, n, above, look.auto)
        printed = self.spoil(marker, n, level, path)
        label = marker.strip(" .)(/-:")
        own = ".".join(x for x in (above, str(n)) if x) if "{11}" in look.marker else str(n)
        title = part.title.upper() if look.caps and part.title else part.title
        path = [*path, label] if label else path
        text = list(part.text)
        gold = {
            "marker": printed,
            "level": level,
            "path": path,
            "title": title,
            "kind": "heading" if title else "item",
        }
        self.sections.append(gold)
        if title:
            self.heading(part, look, level, printed, title, text)
        else:
            self.item(look, level, printed, text, part)
        rest = text[1:] if (not title or (look.run_in and text)) else text
        for k, body in enumerate(rest):
            note = part.note if k == 0 and not (look.run_in and title) else ""
            self.body(body, note, path)
        if "traps" in self.v.hazards and self.traps and title and level >= 2 and part.text and not part.parts:
            trap = self.traps.pop(0)
            text.append(trap)
            self.paras.append(p(trap))
        if part.table:
            self.paras.append(Para([], cells=part.table))
            self.tables.append([list(row) for row in part.table])
        gold["text"] = "\n".join(text)
        below = self.v.looks[min(level + 1, len(self.v.looks)) - 1]
        if below.marker == "-" and part.parts:
            self.bullets(part, gold)
            return
        for k, child in enumerate(part.parts, 1):
            self.section(child, k, level + 1, path, own)

    def bullets(self, part: Part, gold: dict[str, object]) -> None:
        """Dashes are running text of their section."""
        lines = [f"- {' '.join(child.text)}" for child in part.parts]
        self.paras += [p(line) for line in lines]
        gold["text"] = "\n".join([*filter(None, [str(gold["text"])]), *lines])

    def spoil(self, marker: str, n: int, level: int, path: list[str]) -> str:
        hazards = self.v.hazards
        if "twice" in hazards and level == 1 and n == 4:
            return marker.replace("IV", "III").replace("4", "3")
        if "skip" in hazards and level == 1 and n >= 4:
            return marker.replace("IV", "V") if n == 4 else marker.replace("V", "VI")
        if "il" in hazards:
            return re.sub(r"^II(?=\.)", "Il", marker)
        if "mixed_delim" in hazards and level == 1 and n == 3:
            return marker.replace(".", " -")
        return marker

    def heading(self, part: Part, look: Look, level: int, marker: str, title: str, text: list[str]) -> None:
        hazards = self.v.hazards
        kw: dict[str, object] = {"align": "center" if look.center else "justify", "style": look.style}
        space = "" if "nospace" in hazards and level > 1 else " "
        full = title if look.auto or not marker else f"{marker}{space}{title}"
        auto = (0, level - 1) if look.auto else None
        if look.run_in and text:
            mark = ":" if "run_in_colon" in hazards else "."
            self.sections[-1]["title"] = title.rstrip(".") + mark
            lead = full.rstrip(".") + mark
            self.paras.append(
                Para([(lead, True, look.italic), (" " + text[0], False, False)], note=part.note, auto=auto)
            )
            if part.note:
                self.note(part.note, text[0])
            return
        if "own_line" in hazards and level == 1:
            self.paras += [p(marker, look.bold, align="center"), p(title, look.bold, align="center")]
            return
        if "split" in hazards and len(title) > 35:
            words = full.split()
            cut = len(words) * 2 // 3
            while cut < len(words) - 1 and not words[cut][0].islower() and not look.caps:
                cut += 1
            self.paras += [
                p(" ".join(words[:cut]), look.bold, look.italic, **kw),
                p(" ".join(words[cut:]), look.bold, look.italic, **kw),
            ]
            return
        if "soft_wrap" in hazards and len(title) > 30:
            words = full.split()
            full = " ".join(words[: len(words) // 2]) + "\n" + " ".join(words[len(words) // 2 :])
        last = self.paras[-1]
        soft = (
            "soft" in hazards
            and level >= 2
            and self.sections[-2]["title"]
            and not self.sections[-2].get("text_printed")
            and last.text.endswith(str(self.sections[-2]["title"]))
        )
        if soft:
            last.runs.append(("\n" + full, look.bold, look.italic))
            return
        self.paras.append(p(full, look.bold, look.italic, auto=auto, **kw))

    def item(self, look: Look, level: int, marker: str, text: list[str], part: Part) -> None:
        auto = (self.numbering, level - 1) if look.auto else None
        if (
            "joined_items" in self.v.hazards
            and self.paras[-1].text
            and marker.startswith(("1", "a")) is False
            and self.sections[-2]["kind"] == "item"
        ):
            self.paras[-1].runs.append((f"\n{marker} {text[0]}", False, False))
            return
        self.paras.append(p(text[0] if look.auto else f"{marker} {text[0]}", auto=auto))

    def body(self, text: str, note: str, path: list[str]) -> None:
        self.paras.append(p(text, note=note, indent=28.0))
        if note:
            self.note(note, text)

    def note(self, body: str, anchor: str) -> None:
        self.notes.append(
            {
                "n": len(self.notes) + 1,
                "text": body,
                "section_marker_path": self.sections[-1]["path"],
                "anchor": anchor[-40:],
            }
        )

    # --- tail
    def tail(self) -> None:
        r = self.v.report
        left = [p("Nơi nhận:", True, align="left"), *[p(t, align="left") for t in r.recipients]]
        right = [p(t, True, align="center") for t in (r.capacity, r.title) if t] + [
            p(r.signer, True, align="center")
        ]
        if self.v.order == "columns":
            self.paras.append(Para([], columns=(left, right)))
        elif self.v.order == "left_first":
            self.paras += [*left, *right]
        else:
            self.paras += [*right, *left]
        if "annex" in self.v.hazards:
            self.paras.append(Para([("PHỤ LỤC", True, False)], align="center", page_break=True))
            self.paras.append(p("Danh mục văn bản đã ban hành trong năm", True, align="center"))
            rows = (
                ("STT", "Số, ký hiệu", "Nội dung"),
                ("1", "12/KH-UBND", "Kế hoạch công tác năm"),
                ("2", "18/KH-UBND", "Kế hoạch kiểm tra"),
            )
            self.paras.append(Para([], cells=rows))
            self.tables.append([list(row) for row in rows])


def lay_out(variant: Variant) -> Printed:
    """Print a variant."""
    return Printer(variant).run()
