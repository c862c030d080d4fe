"""Figures of the reports as they stand in their sentences, read section by section when asked for."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from transform.statements.corpus import Agency, Frames, Section, private_at
from transform.statements.draft import Source
from transform.statements.lexicon import STOP, UNSUMMABLE_UNITS
from transform.statements.sentences import Span, sentences
from transform.statements.text import segments

_CARRIERS = frozenset(("được", "là", "gồm"))
"""Words between what was done and its figure: "chỉnh lý được 40 mét", "số hồ sơ đã lập là 90 hồ sơ"."""
_HEDGES = frozenset(("khoảng", "gần", "tổng", "cộng", "đạt", "lượt", "thêm", "số"))
_COLUMNS = {
    "section_id": pl.String, "char_start": pl.Int64, "char_end": pl.Int64, "figure_id": pl.String,
    "text": pl.String, "unit": pl.String, "value": pl.Float64, "period": pl.String, "qualifier": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in its sentence; `start` is its offset in the section.

    `thing` is the unit with the words that say what is counted, `act` the word before the figure that
    says what was done ("tiếp", "nhận", "xong").
    """

    section: Section
    sentence: Span
    start: int
    value: float
    printed: str
    thing: str
    act: str
    period: str
    qualifier: str

    @property
    def agency(self) -> Agency:
        """Whose report it is."""
        return self.section.agency

    @property
    def said(self) -> str:
        """The sentence as printed."""
        return self.section.said(self.sentence)

    @property
    def source(self) -> Source:
        """The sentence it stands in."""
        return Source(self.agency, self.section.submission_id, self.section, self.sentence)


class Readings:
    """The figures of a campaign. Only those that stand in the text of their section come out.

    A footnote's belongs to a section too, but its offsets are of the note: it is no sentence to quote.
    """

    def __init__(self, frames: Frames) -> None:
        frame = frames.get("figure")
        if frame is None or not frame.height:
            frame = pl.DataFrame(schema=_COLUMNS)
        wanted = [pl.col(name) if name in frame.columns else pl.lit(None).alias(name) for name in _COLUMNS]
        keys = ("section_id", "char_start", "figure_id")
        self._frame = frame.select(wanted).sort(keys, nulls_last=False)
        places = self._frame.with_row_index("place").group_by("section_id", maintain_order=True)
        ranges = places.agg(pl.col("place").first(), pl.len().alias("many"))
        self._ranges = {name: (place, many) for name, place, many in ranges.iter_rows() if name}

    def of(self, section: Section) -> list[Value]:
        """Values of the section in order of print; private sentences and shares are left out."""
        place, many = self._ranges.get(section.id, (0, 0))
        read = self._frame.slice(place, many).iter_rows(named=True)
        return [value for row in read if (value := _value(section, row)) is not None]


def _value(section: Section, row: dict[str, object]) -> Value | None:
    start, end = int(str(row.get("char_start") or 0)), int(str(row.get("char_end") or 0))
    printed = str(row["text"] or "")
    unit = str(row["unit"] or "").lower().strip()
    if not printed or section.text[start:end] != printed or not unit or unit in UNSUMMABLE_UNITS:
        return None
    span = next((span for span in sentences(section.text) if span.start <= start < span.end), None)
    if span is None or private_at(section, span):
        return None
    return Value(
        section=section,
        sentence=span,
        start=start,
        value=float(str(row["value"])),
        printed=printed,
        thing=_thing(unit, section.text[end : span.end]),
        act=_act(section.text[span.start : start]),
        period=str(row["period"] or ""),
        qualifier=str(row["qualifier"] or ""),
    )


def _thing(unit: str, after: str) -> str:
    """Return unit and what is counted: a bare "lượt" or "cuộc" says nothing without the next words."""
    if len(unit.split()) > 1:
        return unit
    following = segments(after[:60])
    # Words count only when they stand directly after the figure, before any mark.
    if not following or not after[:1].isspace():
        return unit
    more = []
    for word in following[0][:2]:
        if word in STOP or any(letter.isdigit() for letter in word):
            break
        more.append(word)
    return " ".join([unit, *more])


def _act(before: str) -> str:
    """Return the content word right before a figure: received and settled cases are never one sum."""
    parts = segments(before[-60:])
    if not parts or not before[-1:].isspace() or before.rstrip()[-1:] in ",;:.(":
        return ""
    words = [word for word in parts[-1][-3:] if word not in _CARRIERS]
    last = words[-1] if words else parts[-1][-1]
    return "" if last in STOP or last in _HEDGES or any(letter.isdigit() for letter in last) else last
