"""styles.xml resolved: what a paragraph and its runs look like through defaults and inheritance."""

from __future__ import annotations

from typing import Final

from lxml import etree

from extract.docx.formats import PLAIN_PARA, PLAIN_RUN, ParaFormat, RunFormat, over, para_format, run_format
from extract.docx.names import PPR, RPR, W, value
from extract.docx.stylesheet import StyleSheet

_MAX_CHAIN: Final = 32
_DEFAULT_SIZE: Final = 10.0


class Styles:
    """All styles of a document, resolved on demand and remembered."""

    def __init__(self, sheet: StyleSheet) -> None:
        """Take the styles of `sheet`."""
        self._sheet = sheet
        self._para: dict[str | None, tuple[ParaFormat, RunFormat]] = {}
        self._looks: dict[ParaFormat, tuple[ParaFormat, RunFormat]] = {}
        self._char: dict[str, RunFormat] = {}
        self._names: dict[str | None, str | None] = {}
        self._runs: dict[tuple[RunFormat, RunFormat], RunFormat] = {}
        self.run_default, self.para_default = PLAIN_RUN, PLAIN_PARA
        if sheet.defaults is not None:
            self.run_default = run_format(sheet.defaults.find(f"{W}rPrDefault/{RPR}"))
            self.para_default = para_format(sheet.defaults.find(f"{W}pPrDefault/{PPR}"))

    def element(self, style: str | None) -> etree._Element | None:
        """Return the `w:style` element of an id."""
        return self._sheet.element(style)

    def name(self, style: str | None) -> str | None:
        """Return the style's name as the user sees it (`heading 1`)."""
        if style not in self._names:
            self._names[style] = value(self.element(style), W + "name")
        return self._names[style]

    def chain(self, style: str | None) -> list[etree._Element]:
        """Return the style and its ancestors, nearest first; cycles are cut."""
        found: list[etree._Element] = []
        while style is not None and len(found) < _MAX_CHAIN:
            item = self.element(style)
            if item is None or item in found:
                break
            found.append(item)
            style = value(item, W + "basedOn")
        return found

    def paragraph(self, style: str | None) -> tuple[ParaFormat, RunFormat]:
        """Return paragraph and run formatting of a paragraph style (id; None = the default style)."""
        known = self._para.get(style)
        if known is None:
            start = style if self.element(style) is not None else self._sheet.default
            para, run = ParaFormat(style=start), PLAIN_RUN
            for item in self.chain(start):
                para = over(para, para_format(item.find(PPR)))
                run = over(run, run_format(item.find(RPR)))
            known = self._para[style] = (over(para, self.para_default), run)
        return known

    def look(self, direct: ParaFormat) -> tuple[ParaFormat, RunFormat]:
        """Return a paragraph's own format over its style's, and the style's run format.

        Numbering of its own replaces the style's as a whole, level included.
        """
        known = self._looks.get(direct)
        if known is None:
            style, run = self.paragraph(direct.style)
            base = style if direct.num_id is None else style._replace(num_id=None, level=None)
            known = self._looks[direct] = (over(direct, base)._replace(style=style.style), run)
        return known

    def character(self, style: str) -> RunFormat:
        """Return run formatting of a character style (id)."""
        known = self._char.get(style)
        if known is None:
            known = PLAIN_RUN
            for item in self.chain(style):
                known = over(known, run_format(item.find(RPR)))
            self._char[style] = known
        return known

    def run(self, paragraph: RunFormat, direct: RunFormat) -> RunFormat:
        """Return what a run looks like, from its paragraph style's format and its own."""
        known = self._runs.get((paragraph, direct))
        if known is None:
            known = self._runs[paragraph, direct] = self._resolve_run(paragraph, direct)
        return known

    def _resolve_run(self, paragraph: RunFormat, direct: RunFormat) -> RunFormat:
        """Toggles of paragraph and character style cancel out.

        ISO 29500-1 17.7.3: bold in both styles is not bold; direct formatting has the last word.
        """
        char = self.character(direct.style) if direct.style else PLAIN_RUN
        default = self.run_default

        return RunFormat(
            _toggle(direct.bold, paragraph.bold, char.bold, default.bold),
            _toggle(direct.italic, paragraph.italic, char.italic, default.italic),
            _toggle(direct.caps, paragraph.caps, char.caps, default.caps),
            _toggle(direct.hidden, paragraph.hidden, char.hidden, default.hidden),
            direct.size or char.size or paragraph.size or default.size or _DEFAULT_SIZE,
            direct.font or char.font or paragraph.font or default.font,
            None,
            _first(direct.underline, char.underline, paragraph.underline, default.underline),
            _first(direct.raised, char.raised, paragraph.raised, default.raised),
        )


def _first(*said: bool | None) -> bool:
    """Return what the nearest place says; False when none says anything."""
    return next((value for value in said if value is not None), False)


def _toggle(direct: bool | None, paragraph: bool | None, char: bool | None, default: bool | None) -> bool:
    if direct is not None:
        return direct
    return bool(default) or bool(paragraph) ^ bool(char)
