"""Can the text layer of a page be trusted? Scans, watermarks over scans, damaged fonts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from extract.encoding import is_syllable, valid_share
from extract.encoding.damage import looks_damaged
from extract.encoding.fonts import decode, detect
from extract.pdf.lines import Span
from extract.pdf.page import Page

_LONE: Final = frozenset(
    {*"BCDĐGHKLMNPQRSTVX", "NGH", "NG", "NH", "CH", "TH", "TR", "PH", "KH", "GH", "GI", "QU"}
)
"""Words that a loss of letters leaves ("CHÍN P Ủ"); many are labels, so the full measure decides."""
_NO_TEXT: Final = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\u0000-\u0008\u000e-\u001f]")
_FOREIGN: Final = (
    "\x01\x03-\x08\x0e-\x1f¡¢£¤¥¦¨ª¬¯°²³´µ¶¸¹º¼½¾¿"
    "ÄÅÆÇËÎÏÐÖØÛÜÞßäåæçëîïðöøûüþÿĀāĄąĆćĒēĘęĞğĪīŁłŅņŌōŐőŒœŘřŚśŞşŠšŢţŪūŮůŰűŹźŻżŽž"
)
_CIPHER: Final = re.compile(
    rf"(?<=[^\W\d_])[{_FOREIGN}](?=[^\W\d_])|(?<!\S)[\x01\x03-\x08\x0e-\x1f](?=[^\W\d_])"
)
"""A sign within a word that is no letter of Vietnamese, nor of the languages of Tây Nguyên."""
_ODD: Final = re.compile(f"[{_FOREIGN}\ue000-\uf8ff\ufffd\ufffe\uffff\x00\x02]")
"""Whatever `_NO_TEXT` and `_CIPHER` may find; one look at a page's text tells whether to look closer."""
_CIPHERED: Final = (5, 0.1)
"""Such signs on a page, and for each of its words, from which its codes do not say what is printed."""
_SUSPECT: Final = 2
"""Such signs on another page of the file, or lines of a font, that are enough."""
_PUNCTUATION: Final = ".,;:()\"'“”‘’…!?-–/"
_SAMPLE: Final = 60

Verdict = Literal["text", "blank", "scan", "layer", "damaged"]
"""`layer`: a scan with the text layer of another program's OCR, good enough to be read."""

_FEW_LETTERS: Final = 120
"""Letters on a page below which an image over most of it is the page itself."""
_COVERS: Final = 0.5
_SOME_IMAGE: Final = 0.08
_HIDDEN: Final = 0.5
"""Share of invisible characters from which a text layer is a scanner's; runs are counted, not letters."""
_GOOD_LAYER: Final = 0.93
"""Share of Vietnamese syllables below which a scanner's text layer is read again."""


def page_text(page: Page) -> str:
    """Text of a page's rows, one line each."""
    return "\n".join(line.text for row in page.rows for line in row)


def judge_pages(pages: Sequence[Page]) -> dict[int, Verdict]:
    """Verdict by page number. Once one page lost letters, less is needed to doubt the others."""
    verdicts = {page.number: _judge(page, suspect=False) for page in pages}
    if "damaged" in verdicts.values():
        for page in pages:
            if verdicts[page.number] == "text":
                verdicts[page.number] = _judge(page, suspect=True)
        fonts = _ciphered_fonts(page for page in pages if verdicts[page.number] == "damaged")
        for page in pages:
            if fonts and verdicts[page.number] == "text" and _uses(page, fonts):
                verdicts[page.number] = "damaged"
    return verdicts


def _judge(page: Page, *, suspect: bool) -> Verdict:
    letters = sum(line.letters for row in page.rows for line in row)
    if letters < _FEW_LETTERS:
        if page.graphics.image_share >= _COVERS:
            return "scan"
        if letters == 0:
            return "scan" if page.graphics.image_share > _SOME_IMAGE else "blank"
    text = page_text(page)
    if page.graphics.image_share >= _COVERS and page.hidden >= _HIDDEN * letters:
        return "layer" if valid_share(text) >= _GOOD_LAYER else "scan"
    if not suspect and page.number > 1 and _plainly_sound(text):
        return "text"
    damage = looks_damaged(text, suspect) or ("garbage" if is_ciphered(text, suspect=suspect) else None)
    if damage == "garbage" and _decode_legacy(page):
        text = page_text(page)
        damage = looks_damaged(text, suspect) or ("garbage" if is_ciphered(text, suspect=suspect) else None)
    return "damaged" if damage else "text"


def is_ciphered(text: str, *, suspect: bool = False) -> bool:
    """Whether codes of a font stand for other letters than they say ("thÿc hißn" for "thực hiện")."""
    signs = len(_CIPHER.findall(text)) if _ODD.search(text) else 0
    if suspect:
        return signs >= _SUSPECT
    return signs >= _CIPHERED[0] and signs >= _CIPHERED[1] * len(text.split())


def _ciphered_fonts(pages: Iterable[Page]) -> set[str]:
    """Names of the fonts whose codes stand for other letters on some of the pages."""
    signs: Counter[str] = Counter()
    for span in _spans(pages):
        if _CIPHER.search(span.text):
            signs[span.font] += 1
    return {font for font, count in signs.items() if font and count >= _SUSPECT}


def _uses(page: Page, fonts: set[str]) -> bool:
    return any(span.font in fonts and any(map(str.isalpha, span.text)) for span in _spans([page]))


def _spans(pages: Iterable[Page]) -> Iterator[Span]:
    return (span for page in pages for row in page.rows for line in row for span in line.spans)


def _plainly_sound(text: str) -> bool:
    """Whether a cheap look finds no sign of damage, so that the full measure may be left out."""
    words = text.split()
    if (_ODD.search(text) and (_NO_TEXT.search(text) or _CIPHER.search(text))) or not _LONE.isdisjoint(words):
        return False
    step = max(1, len(words) // _SAMPLE)
    sample = [word.strip(_PUNCTUATION) for word in words[::step]]
    sample = [word for word in sample if word.isalpha()]
    return 4 * sum(map(is_syllable, sample)) >= 3 * len(sample)


def _decode_legacy(page: Page) -> bool:
    """Decode a page set in TCVN3 or VNI whose fonts do not say so; False when it is neither."""
    kind = detect(page_text(page))
    if kind is None:
        return False
    for row in page.rows:
        for line in row:
            for span in line.spans:
                span.text = decode(span.text, kind)
    return True
