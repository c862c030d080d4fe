"""Plain text → blocks: every printed line is a paragraph, page cuts inside a sentence are healed.

A copied-out report has no fonts; superscript digits are its only sign of footnotes (`cơ quan¹`, and a
line that starts with the same digit holds the note).
"""

from __future__ import annotations

import re
import unicodedata

from extract.blocks import Block, NoteCall, RawDocument, RawNote
from extract.structure import markers
from extract.structure.doctype import doc_type
from extract.structure.wording import TERMINAL, is_caps

READER = "text/1"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE_LINE = re.compile(r"^([¹²³⁴-⁹⁰]{1,3})\s*(\S.*)$")
# (not between a letter and its mark: taking it out would bring them together)
_CALL = re.compile(r"(?<=\S)[¹²³⁴-⁹⁰]{1,3}(?![\u0300-\u036f])")
_UNIT = re.compile(r"(?:\d|\b[kcdm]?m)\s?$")
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no file can hold: whole pairs are joined, the rest is shown as U+FFFD."""
_PROSE = 80
"""A line of running text is longer than this; shorter ones are headings and lists."""


def read_plain(text: str) -> RawDocument:
    """Turn text into blocks and notes. NFC; blank lines part paragraphs but so does every line end."""
    if _HALF.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # soft hyphens first: without one, a letter and its tone may come together
    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    lines = [re.sub(r"[ \t\u00a0\u200b\ufeff]+", " ", line).strip() for line in text.splitlines()]
    notes: list[RawNote] = []
    blocks: list[Block] = []
    for line in lines:
        note = _NOTE_LINE.match(line)
        if note:
            number = int(note[1].translate(_SUPERSCRIPTS))
            notes.append(RawNote(str(number), number, note[2].strip()))
        elif line:
            blocks.append(_block(line))
    known = {note.key for note in notes}
    for block in blocks:
        block.calls = [call for call in block.calls if call.key in known]
    return RawDocument("txt", READER, _heal(blocks), notes)


def _block(line: str) -> Block:
    parts: list[str] = []
    calls: list[NoteCall] = []
    size = last = 0
    for match in _CALL.finditer(line):
        before = line[last : match.start()]
        if _UNIT.search(before):  # m², 10³
            continue
        if not unicodedata.is_normalized(
            "NFC", line[match.start() - 1] + line[match.end() : match.end() + 1]
        ):
            continue  # without it, the letters at its sides would be one (Hangul)
        parts.append(before)
        size += len(before)
        calls.append(NoteCall(size, str(int(match[0].translate(_SUPERSCRIPTS)))))
        last = match.end()
    parts.append(line[last:])
    return Block(text="".join(parts), calls=calls)


def _heal(blocks: list[Block]) -> list[Block]:
    """Join a paragraph that a page end cut in two; the break leaves no other sign than the open sentence."""
    out: list[Block] = []
    for block in blocks:
        below_type = len(out) > 1 and doc_type(out[-2].text) is not None
        if out and not below_type and _cut(out[-1].text, block.text):
            last = out[-1]
            shift = len(last.text) + 1
            last.calls.extend(NoteCall(call.offset + shift, call.key) for call in block.calls)
            last.text = f"{last.text} {block.text}"
        else:
            out.append(block)
    return out


def _cut(before: str, after: str) -> bool:
    if len(before) < _PROSE or before[-1] in TERMINAL + '”"' or is_caps(before) or markers.parse(after):
        return False
    if after[0] in "-–+*•":
        return False
    if markers.parse(before):
        return after[0].islower() and len(before) > 2 * _PROSE
    return after[0].islower() or before[-1].isalpha() or before[-1] == ","
