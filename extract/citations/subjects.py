"""Reads the subject (trích yếu) of a cited document, to its true end.

Commas do not end it. A semicolon, a full stop, a closing bracket, the next citation of the same rank
and the start of the sentence's main clause do. Quotes are kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.citations import clauses as c
from extract.citations.mention import Mention
from extract.citations.names import FOOTNOTE_CALL
from extract.citations.symbols import organ

_INTRO = re.compile(
    r"(?:\s*[.'_~*|](?=\s+(?-i:v)))?\s*,?\s*(?:(?:v/v|v[êềểễẻè]\s+việc|v[êềểễẻè])[:\s]\s*)(?=\S)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*,?\s*(?=[“\"«])")
_QUOTED_ABOUT = re.compile(r"\s*,?\s*(?=[“\"«]\s*(?:[Vv]ề|V/v)\s)")
_NO_SUBJECT = r"(?!ban\s+hành\s+(?:kèm|tại|theo|ngày|năm)\b)"
_VERB = re.compile(rf"\s+{_NO_SUBJECT}(?={c.SUBJECT_VERBS}(?:\s|,\s+{c.SUBJECT_VERBS}\s))")
_FIRM_VERB = re.compile(rf"\s+{_NO_SUBJECT}(?={c.FIRM_VERBS}(?:\s+[^\W\d_]|,\s+{c.SUBJECT_VERBS}\s))")
_STOP = re.compile(rf"[;.\n()“”\"«»:,]|\s{c.PREDICATES}\s|\svà\s+{c.COORDINATED}(?!\w)|\svà\s+{c.ACTIONS}\s")
_ASIDE = re.compile(rf"\(\s*{c.ASIDES}(?!\w)|\([^()]{{0,80}}\ssẽ\s")
_MAIN = re.compile(
    rf"(?:(?<=[a-zà-ỹđ][a-zà-ỹđ])(?<!/nb)|(?<=”)),\s+ngày\s+\d{{1,2}}(?:[/.-]|\s+tháng\s)\s?\d"
    rf"|(?<=/\d\d\d\d),\s+{c.BODIES}\s|,\s+(?:{c.OPENERS}(?!\w)|(?:sau|qua|trong)\s+\d+|trên\s+địa\s+bàn\s[^,;.]{{2,40}}\sđã\s"
    rf"|{c.BODIES}\s[^,;.]{{0,60}}?\b{c.MAIN_VERBS}(?!\w)|{c.PLAIN_BODIES}(?!\w)(?:[^,;.]|,\s(?={c.PAIRED_NOUNS}(?!\w))){{0,60}}?\s(?:đã|luôn)(?!\w))"
)
_YEAR_BEFORE = re.compile(r"(?:năm |[-–] ?)(?:19|20)\d\d\Z")
_AFTER_YEAR = re.compile(rf"\s*(?:\d|{c.AFTER_YEAR}(?!\w))")
_AFTER_QUOTE = re.compile(rf",\s*+(?![\d“\"«]|(?:{c.AFTER_YEAR}|{c.AFTER_QUOTE}|{c.SUBJECT_VERBS})(?!\w))")
_JOINED = re.compile(
    r"(?:[,;]\s*(?:và\s+)?|\s(?:và|hoặc|cùng|cùng với|kèm theo)\s+|\s&\s)(?:(?:các|những)\s+)?(?:bản\s+)?\Z",
    re.IGNORECASE,
)
_PHASE = re.compile(r"\s+từ năm (?:19|20)\d\d đến", re.IGNORECASE)
_MARKER = re.compile(r"\w{1,4}[.)/]\s")
_LAST_WORD = re.compile(r"\w+\Z")
_CLOSING = {"“": "”", '"': '"', "«": "»"}
_MAX = 1200
_MAX_QUOTE = 600
_TRIM = " \n\t,;:.-¹²³⁴⁵⁶⁷⁸⁹⁰"


def subject_start(text: str, at: int, limit: int, *, after_issuer: bool, whole: bool) -> int | None:
    """Where the subject begins after `at`; most verbs introduce it only after an issuer or a date.

    `whole`: the document is cited as a whole, not one of its provisions (which may "quy định" something).
    """
    match = _INTRO.match(text, at, limit)
    if match:
        return match.end()
    if after_issuer:
        match = _VERB.match(text, at, limit) or _QUOTE.match(text, at, limit)
        if match:
            return match.end()
    elif whole and (match := _FIRM_VERB.match(text, at, limit) or _QUOTED_ABOUT.match(text, at, limit)):
        return match.end()
    return None


def subject_end(text: str, start: int, limit: int, outer: Mention, following: Sequence[Mention]) -> int:
    """End of the subject that begins at `start`; `following` are the mentions after `outer`, in order."""
    last = min(limit, start + _MAX)
    end = _sentence_end(text, start, last)
    nested: Mention | None = None
    for mention in following:
        if mention.start >= end:
            break
        joined = _JOINED.search(text, max(start, mention.start - 24), mention.start)
        if joined and _is_sibling(mention, outer, nested):
            end = joined.start()
            break
        nested = mention
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    call = FOOTNOTE_CALL.search(text, max(start, end - 4), end)
    return call.start() if call else end


def _is_sibling(mention: Mention, outer: Mention, nested: Mention | None) -> bool:
    """Whether a mention after "," or "và" stands beside `outer` rather than inside its subject."""
    if nested is None:
        return True
    if mention.type in (None, nested.type) and (
        not mention.key or organ(mention.groups) == organ(nested.groups)
    ):
        return False
    same_body = bool(outer.key and mention.key) and (
        organ(outer.groups).split("-")[0] == organ(mention.groups).split("-")[0]
    )
    return mention.type == outer.type or same_body


def _sentence_end(text: str, start: int, last: int) -> int:
    at, depth = start, 0
    while (stop := _STOP.search(text, at, last)) is not None:
        sign, at = stop.group(), stop.end()
        if sign in _CLOSING:
            close = text.find(_CLOSING[sign], at, min(at + _MAX_QUOTE, last))
            if close < 0 and sign != '"':
                continue
            if close < 0:  # closes a quotation that began before the citation
                break
            at = close + 1
            if stop.start() == start and _quote_is_all(text, at, last):
                return at
            if _AFTER_QUOTE.match(text, at, last):
                return at
        elif sign == "(" and not _ASIDE.match(text, stop.start()):
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign in "()”»" or _ends(text, stop, last):
            break
    return stop.start() if stop else last


def _quote_is_all(text: str, at: int, last: int) -> bool:
    return at >= last or text[at] in ";.,)\n:" or not text[at:last].strip()


def _ends(text: str, stop: re.Match[str], last: int) -> bool:
    """Whether the sign at `stop` ends a subject (quotes and brackets are seen to before)."""
    sign, at = stop.group(), stop.end()
    following = text[at : at + 1]
    if sign == ",":
        if _YEAR_BEFORE.search(text, max(0, stop.start() - 9), stop.start()):
            return not _AFTER_YEAR.match(text, at)
        return bool(_MAIN.match(text, stop.start(), min(last + 80, len(text))))
    if sign == ".":
        return _full_stop(text, stop.start(), following)
    if sign == "\n":
        return _new_paragraph(text, at)
    if sign == ":":
        return (not following or following.isspace()) and not _PHASE.match(text, at)
    return sign == ";" or sign.strip()[:1].isalpha()


def _full_stop(text: str, at: int, following: str) -> bool:
    if following and not following.isspace() and following not in '”")/':
        return False
    word = _LAST_WORD.search(text, max(0, at - 6), at)
    return not (word and word.group() in c.ABBREVIATED and following == " ")


def _new_paragraph(text: str, at: int) -> bool:
    """Tell a new paragraph from a wrapped line, which goes on in lower case."""
    rest = text[at : at + 40].lstrip(" ")
    return not rest or rest[0] in "\n-+*•" or rest[0].isupper() or bool(_MARKER.match(rest))
