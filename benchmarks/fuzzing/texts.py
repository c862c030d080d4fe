"""The parsers that take text, each with what must hold of its answer."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator

from benchmarks.fuzzing.checks import citation_faults, document_faults, figure_faults
from benchmarks.fuzzing.nasty import bytes_mutated, text_mutated
from benchmarks.fuzzing.seeds import text_seeds


def text_input(rng: random.Random, _canary: str) -> bytes:
    """One mutated text, as UTF-8; the mutation of bytes breaks characters apart first."""
    text, other = rng.choice(text_seeds()), rng.choice(text_seeds())
    start = rng.randrange(len(text)) if rng.random() < 0.6 else 0
    text = text[start : start + rng.choice((80, 400, 1500))]
    if rng.random() < 0.15:
        text = bytes_mutated(rng, text.encode(), other.encode(), 4).decode("utf-8", "replace")
    return text_mutated(rng, text, other).encode()


def citation_text(text: str) -> Iterator[str]:
    """`citations.find`, and what `tonghop cite` prints of it."""
    from extract.citations import find, resolve, to_jsonl

    found = find(text)
    for citation in found:
        yield from citation_faults(citation, len(found))
        if text[citation.char_start : citation.char_end] != citation.surface:
            yield "citation is not where it says"
        if not citation.char_end <= citation.full_end <= len(text):
            yield "mention ends out of its text"
    starts = [citation.char_start for citation in found]
    if starts != sorted(starts):
        yield "citations out of order"
    list(to_jsonl(resolve(found)))


def figure_text(text: str) -> Iterator[str]:
    """`find_figures`."""
    from extract.figures import find_figures

    for figure in find_figures(text):
        yield from figure_faults(figure)
        if text[figure.char_start : figure.char_end] != figure.text:
            yield "figure is not where it says"


def encoding_text(text: str) -> Iterator[str]:
    """Composition, keys, legacy fonts, mojibake and measures of damage."""
    from extract import encoding
    from extract.encoding.damage import looks_damaged, quoc_hieu_damage
    from extract.encoding.fonts import decode

    encoding.search_key(text)  # NFD without marks: no text that anyone sees
    for made in (encoding.display, encoding.match_key):
        if not unicodedata.is_normalized("NFC", made(text)):
            yield f"{made.__name__} is not NFC"
    encoding.detect(text)
    encoding.repair_mojibake(text)
    for font in (".VnTime", ".VnTimeH", "VNI-Times"):
        encoding.decode_run(text, font)
    decode(text, "tcvn3")
    decode(text, "vni")
    valid, total = encoding.count_syllables(text)
    if not 0 <= valid <= total:
        yield "more valid syllables than syllables"
    looks_damaged(text)
    damage = quoc_hieu_damage(text)
    if damage is not None and not 0.0 <= damage <= 1.0:
        yield "damage out of 0..1"


def marker_text(text: str) -> Iterator[str]:
    """Parse markers, line by line."""
    from extract.structure import markers

    for line in text.splitlines():
        marker = markers.parse(line)
        if marker is not None and not marker.readings:
            yield "marker without a reading"
        markers.parse_label(line[:20])


def report_text(text: str) -> Iterator[str]:
    """Read a whole report as plain text."""
    from extract.document import read_text

    yield from document_faults(read_text(text))


PARSERS: dict[str, Callable[[str], Iterator[str]]] = {
    "citations": citation_text,
    "figures": figure_text,
    "encoding": encoding_text,
    "markers": marker_text,
    "report": report_text,
}
