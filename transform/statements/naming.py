"""Names of models (mô hình, cách làm, câu lạc bộ …) as sentences print them."""

from __future__ import annotations

import re

from transform.statements.lexicon import LOWER, UPPER

_CUE = re.compile(
    rf"\b(?:[Mm]ô hình|[Cc]ách làm|[Cc]âu lạc bộ|CLB|[Ss]áng kiến|[Pp]hần việc)\b"
    rf"(?:\s+[{LOWER}]+){{0,3}}:?\s*"
)
_QUOTED = re.compile(r"[“\"]([^”\"\n]{3,90})[”\"]")
_JOINT = re.compile(r"\s*(?:,|;|và|hay|\(\d+\)|mô hình|\s)*\s*")
_BARE = re.compile(
    rf"\b[Mm]ô hình\s+([{UPPER}][\w]+(?:\s[\w/-]+){{1,7}}?)"
    r"(?=\s(?:tại|ở|của|do|với|được|đã|nhằm|giúp|trên|từ|góp|có|là|và|đang|thu|hoạt)\b|[,.;:()“\n])"
)


def named_models(text: str) -> list[str]:
    """Names of models in a sentence: quoted after a cue, also in a list, or capitalised after "mô hình"."""
    found: list[str] = []
    for cue in _CUE.finditer(text):
        place = cue.end()
        while quote := _QUOTED.match(text, place):
            found.append(quote.group(1).strip(" .,;"))
            joint = _JOINT.match(text, quote.end())
            place = joint.end() if joint else quote.end()
    found.extend(bare.group(1) for bare in _BARE.finditer(text))
    return list(dict.fromkeys(found))


def may_name_models(text: str) -> bool:
    """Whether a text holds a cue at all: cheap, before it is split into sentences."""
    return bool(_CUE.search(text))
