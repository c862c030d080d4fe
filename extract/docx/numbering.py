"""Word's automatic numbering: definitions of numbering.xml and the counters that run through a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from extract.docx.formats import PLAIN_PARA, ParaFormat, para_format, run_format
from extract.docx.names import ALTERNATE, MC, PPR, RPR, VAL, W, chosen, flag, value, whole
from extract.docx.numerals import shown
from extract.docx.styles import Styles

LEVELS: Final = 9
_MAX_LINKS: Final = 16
_PLACE: Final = re.compile(r"%([1-9])")
_DASH_BULLET: Final = "-"
# what a reader sees for a bullet; symbol fonts draw all sorts of signs, shown here as a dash
_PLAIN_BULLETS: Final = frozenset("+*")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    restart: None = after every higher level, 0 = never, n = after level n (1-based) or a higher one.
    hidden, caps: of the label itself; caps None = as the paragraph's mark.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    para: ParaFormat = PLAIN_PARA
    hidden: bool = False
    caps: bool | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A `w:num` resolved: the list whose counters it shares, its levels, the starts of its own.

    The first paragraph at a level with a start of its own restarts there; later ones start so after a
    higher level.
    """

    counters: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Numbering:
    """Definitions by numId and running counters; `label` is called once a paragraph, in document order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._num: dict[int, etree._Element] = {}
        self._definitions: dict[int, Definition | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[int] = set()
        if root is not None:
            for item in root.iterchildren(W + "abstractNum"):
                self._abstract.setdefault(item.get(W + "abstractNumId", ""), item)
            for item in root.iterchildren(W + "num"):
                number = whole(item.get(W + "numId"))
                if number is not None:
                    self._num.setdefault(number, item)

    def definition(self, num_id: int | None) -> Definition | None:
        """Return the definition behind a numId; None for 0 (numbering removed) and unknown ones."""
        if not num_id:
            return None
        if num_id not in self._definitions:
            self._definitions[num_id] = self._resolve(num_id)
        return self._definitions[num_id]

    def level_of(self, num_id: int | None, level: int | None, style: str | None) -> int:
        """Return the 0-based level of a paragraph.

        style: given when the numbering comes with the style: the level that names the style counts,
        not the level written there (ISO 29500-1 17.9.3).
        """
        definition = self.definition(num_id)
        linked = self._linked_level(definition, style) if definition is not None else None
        return min(max(level or 0, 0), LEVELS - 1) if linked is None else linked

    def _linked_level(self, definition: Definition, style: str | None) -> int | None:
        for item in self._styles.chain(style):
            for index, level in enumerate(definition.levels):
                if level.style is not None and level.style == item.get(W + "styleId"):
                    return index
        return None

    def label(self, num_id: int | None, level: int, *, caps: bool = False) -> str | None:
        """Count one paragraph; return its label ("I.", "a)", "-" for bullets), None when none shows.

        caps: the paragraph's mark is set in capitals, and its label with it.
        """
        definition = self.definition(num_id)
        if definition is None or num_id is None or level >= len(definition.levels):
            return None
        counts = self._counts.setdefault(definition.counters, [None] * LEVELS)
        self._count(counts, definition, num_id, level)
        text = _shown(definition.levels, level, counts)
        own = definition.levels[level].caps
        return text.upper() if text and (caps if own is None else own) else text

    def _count(self, counts: list[int | None], definition: Definition, num_id: int, level: int) -> None:
        start = definition.starts.get(level)
        current = counts[level]
        if start is not None and num_id not in self._restarted:  # a list restarts once, at whatever level
            self._restarted.add(num_id)
            counts[level] = start
        else:
            first = definition.levels[level].start if start is None else start
            counts[level] = first if current is None else current + 1
        for higher in range(level):  # a level passed over counts as begun: 1, 1.1.1, then 1.2
            if counts[higher] is None:
                counts[higher] = definition.levels[higher].start
        for deeper in range(level + 1, len(definition.levels)):
            restart = definition.levels[deeper].restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None

    def _resolve(self, num_id: int) -> Definition | None:
        num = self._num.get(num_id)
        if num is None:
            return None
        abstract_id, abstract = self._abstract_of(num)
        if abstract is None:
            return None
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            index = whole(override.get(W + "ilvl"), 0) or 0
            if not 0 <= index < LEVELS:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                levels[index] = _level(own)
            start = whole(value(override, W + "startOverride"))
            if start is not None:
                starts[index] = start
        return Definition(abstract_id, tuple(levels), starts)

    def _abstract_of(self, num: etree._Element) -> tuple[str, etree._Element | None]:
        """Follow numStyleLink: a list may only name a numbering style that holds the real list."""
        for _ in range(_MAX_LINKS):
            abstract_id = value(num, W + "abstractNumId") or ""
            abstract = self._abstract.get(abstract_id)
            link = value(abstract, W + "numStyleLink")
            style = self._styles.element(link) if link else None
            if style is None:
                return abstract_id, abstract
            linked = para_format(style.find(PPR)).num_id
            following = self._num.get(linked or 0)
            if following is None or following is num:
                return abstract_id, abstract
            num = following
        return "", None


def _levels(abstract: etree._Element) -> list[Level]:
    levels = [Level() for _ in range(LEVELS)]
    for item in abstract.iterchildren(W + "lvl"):
        index = whole(item.get(W + "ilvl"), 0) or 0
        if 0 <= index < LEVELS:
            levels[index] = _level(item)
    return levels


def _level(item: etree._Element) -> Level:
    legal = item.find(W + "isLgl")
    look = run_format(item.find(RPR))
    start = whole(value(item, W + "start"), 0)
    return Level(
        form=_form(item),
        text=value(item, W + "lvlText") or "",
        start=0 if start is None else start,
        restart=whole(value(item, W + "lvlRestart")),
        legal=legal is not None and flag(legal),
        style=value(item, W + "pStyle"),
        para=para_format(item.find(PPR)),
        hidden=bool(look.hidden),
        caps=look.caps,
    )


def _form(level: etree._Element) -> str:
    """Return the number format; Word 2010's own ones ("001, 002, …") stand beside an older fallback."""
    direct = level.find(W + "numFmt")
    if direct is None:
        alternate = level.find(ALTERNATE)
        branch = chosen(alternate) if alternate is not None else None
        direct = branch.find(W + "numFmt") if branch is not None else None
        if direct is None and alternate is not None:
            direct = alternate.find(f"{MC}Fallback/{W}numFmt")
    if direct is None:
        return "decimal"
    if direct.get(VAL) == "custom":
        first = direct.get(W + "format", "").split(",")[0].strip()
        return f"zeros:{min(len(first), LEVELS)}" if first.isdigit() else "decimal"
    return direct.get(VAL, "decimal")


def _shown(levels: tuple[Level, ...], level: int, counts: list[int | None]) -> str | None:
    own = levels[level]
    if own.hidden:
        return None
    if own.form == "bullet":
        return own.text if own.text in _PLAIN_BULLETS else _DASH_BULLET

    def number(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        current = counts[index]
        form = levels[index].form
        if own.legal and form not in ("bullet", "none", "decimalZero"):
            form = "decimal"
        return shown(levels[index].start if current is None else current, form)

    return _PLACE.sub(number, own.text).strip() or None
