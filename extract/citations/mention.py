"""The working record of one mention while its parts are being read. Offsets are in the folded text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extract.citations.symbols import Key

Kind = Literal["core", "number", "named"]


@dataclass(slots=True)
class Mention:
    """`start`..`end` is the core as printed; `right` is where everything read so far ends.

    type_from: how the type is known (`word` printed here, `list` from a neighbour, `code`, None).
    generic: the word names no type ("văn bản"), the code decides.
    same_day: printed "cùng ngày", the day of the document before it in a list.
    issuer, subject: spans, or the text a list neighbour gave.
    """

    kind: Kind
    start: int
    end: int
    right: int
    type: str | None = None
    type_from: Literal["word", "list", "code"] | None = None
    num: str | None = None
    key: Key | None = None
    date: str | None = None
    year: int | None = None
    issuer: str | None = None
    subject: str | None = None
    subject_span: tuple[int, int] | None = None
    article: str | None = None
    inherited: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    parent: int | None = None
    generic: bool = False
    same_day: bool = False
    own_issuer: bool = False
    own_subject: bool = False
    own_date: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """Groups of the symbol, () without one."""
        return self.key.groups if self.key else ()

    @property
    def year_in_number(self) -> bool:
        """Whether the number holds a year, as normative documents' do (`01/2021/TT-BNV`)."""
        return self.key is not None and self.key.year is not None
