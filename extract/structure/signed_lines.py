"""Lines of a signature that a reader ran together: capacity, title and name cut apart again."""

from __future__ import annotations

import re

from extract.structure import vocabulary as v
from extract.structure.wording import is_caps, looks_like_name

_LONGEST = 120
_DEPUTY = re.compile(r"\s(?=PHÓ\s)")


def signed_lines(text: str) -> list[str]:
    """Return the lines of a block; one with title and name ("PHÓ CHỦ TỊCH Lê Văn Tâm") is cut."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [part for line in lines for part in _parts(line)]


def _parts(line: str) -> list[str]:
    words = line.split()
    cut = len(words)
    while cut and not words[cut - 1].isupper():
        cut -= 1
    head, name = " ".join(words[:cut]), " ".join(words[cut:])
    titled = v.CAPACITY.match(head) or v.TITLES.match(head)
    if len(line) > _LONGEST or not titled or not is_caps(head) or not looks_like_name(name):
        return [line]
    deputy = _DEPUTY.search(head) if v.CAPACITY.match(head) else None
    return [head[: deputy.start()], head[deputy.end() :], name] if deputy else [head, name]
