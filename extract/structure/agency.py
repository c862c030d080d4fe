"""Who issued the document: the left column's names, wrapped lines joined, parent and issuer told apart."""

from __future__ import annotations

import re

from extract.structure import vocabulary as v


def issuing_body(lines: list[tuple[str, bool]]) -> tuple[str | None, str | None]:
    """(parent, issuing body) from the letterhead's lines before the number, each with its bold flag.

    Nghị định 30/2020: the parent stands above in plain capitals, the issuing body below in bold.
    """
    clean = [(re.sub(r"\s+", " ", text).strip(" *"), bold) for text, bold in lines]
    clean = [(t, b) for t, b in clean if t and not v.RULE.match(t) and not v.NO_BODY.match(t)]
    clean = [(t, b) for k, (t, b) in enumerate(clean) if t not in [u for u, _ in clean[k + 1 :]]]
    if not clean:
        return None, None
    flags = {b for _, b in clean}
    if len(flags) == 2 and clean[-1][1]:
        first_bold = next(i for i, (_, b) in enumerate(clean) if b)
        if all(b for _, b in clean[first_bold:]):
            parent = " ".join(t for t, _ in clean[:first_bold])
            return parent or None, " ".join(t for t, _ in clean[first_bold:])
    names = _join([t for t, _ in clean])
    if len(names) == 1:
        return None, names[0]
    return " ".join(names[:-1]), names[-1]


def _join(lines: list[str]) -> list[str]:
    names: list[str] = []
    for line in lines:
        if names and _continues(names[-1], line):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names


def _continues(before: str, line: str) -> bool:
    upper, above = line.upper(), before.upper()
    if above.rstrip().endswith((",", " VÀ", "-", " CỦA")) or upper.startswith(("VÀ ", "- ")):
        return True
    if above == "VĂN PHÒNG" and upper.startswith(v.OFFICE_OF):
        return True
    if above in v.AGENCY_LEANS and v.PLACE_HEADS.match(line):
        return True
    return not (upper + " ").startswith(v.AGENCY_HEADS)
