"""Outlines of random shape and dress: marker schemes, weight, slope, underlining, capitals, place."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import unseen_words as words

SCHEMES: dict[str, tuple[str, ...]] = {
    "decree": ("{I}.", "{1}.", "{a})"),
    "decree4": ("{I}.", "{1}.", "{1.1}.", "{a})"),
    "part_line": ("Phần {I}", "{I}.", "{1}.", "{a})"),
    "part_dot": ("Phần {I}.", "{I}.", "{1}.", "{1.1}."),
    "part_colon": ("PHẦN {I}:", "{I}.", "{1}.", "{a})"),
    "part_ordinal": ("Phần thứ {thu}", "{I}.", "{1}.", "{a})"),
    "letters": ("{A}.", "{I}.", "{1}.", "{a})"),
    "letters_party": ("{A}-", "{I}-", "{1}-", "{a}-"),
    "party": ("{I}-", "{1}-", "{1.1}-"),
    "party_dot": ("{I}-", "{1}.", "{a})"),
    "arabic": ("{1}.", "{1.1}.", "{1.1.1}.", "{a})"),
    "arabic_bare": ("{1}.", "{1.1}", "{1.1.1}"),
    "arabic_simple": ("{1}.", "{a})"),
    "arabic_letter_dot": ("{I}.", "{1}.", "{a}."),
    "roman_decimal": ("{I}.", "{I.1}.", "{I.1.1}."),
    "letter_decimal": ("{A}.", "{A.1}.", "{A.1.1}."),
    "roman_letter": ("{I}.", "{A}.", "{1}."),
    "slashes": ("{I}/", "{1}/", "{a}/"),
    "slash_decimal": ("{1}/", "{1.1}/"),
    "paren": ("{I}.", "{1})", "{a})"),
    "bracket": ("{I}.", "{1}.", "({1})", "({a})"),
    "chapter": ("Chương {I}", "Mục {1}.", "{1}.", "{a})"),
    "muc": ("Mục {I}.", "{1}.", "{a})"),
    "lower_roman": ("{I}.", "{1}.", "{i})"),
    "dash_roman": ("{I} -", "{1} -", "{a} -"),
    "decimal_deep": ("{I}.", "{1}.", "{1.1}.", "{1.1.1}."),
    "letter_holds_decimal": ("{I}.", "{a})", "{1.1}."),
    "letter_number": ("{I}.", "{1}.", "{a})", "{a.1})"),
    "letter_digit": ("{I}.", "{1}.", "{a})", "{a1})"),
    "muc_arabic": ("Mục {1}:", "{1}.", "{a})"),
    "ordinal_letters": ("PHẦN THỨ {THU}", "{A}.", "{I}.", "{1}."),
}
"""Markers by level; what a level's sign means stands in `label`."""
RARE = ("letter_holds_decimal", "letter_number", "letter_digit", "muc_arabic", "ordinal_letters")
DRAWN = sorted(set(SCHEMES) - set(RARE))
"""Schemes that a seed may draw; the others are asked for by name."""
_ROMAN = ("0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
_ORDINAL = ("0", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LETTERS = "abcdđeghiklmnopq"


@dataclass(frozen=True)
class Dress:
    """How the headings of a level look."""

    bold: bool = True
    italic: bool = False
    underline: bool = False
    caps: bool = False
    center: bool = False
    plain_marker: bool = False
    """The marker is set as the body is, only the title is dressed."""
    end: str = ""
    """"", "." or ":" after every title of the level; "run" = run-in: the body follows in the paragraph."""


@dataclass
class Node:
    """A section. Without title it is a numbered paragraph; `body` then starts after its marker."""

    title: str
    level: int
    marker: str = ""
    body: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    note: str = ""
    table: list[list[str]] = field(default_factory=list)
    own_line: bool = False
    """The marker stands on a line of its own above the title."""
    dress: Dress | None = None
    """Its own look where it is not that of its level."""
    noted_title: bool = False
    """The footnote is called at the end of the title."""
    bold_leads: bool = False
    """Dashed paragraphs begin in bold, up to their colon."""
    gap: str = " "
    """What stands between marker and title."""


@dataclass
class Outline:
    """A tree with its scheme's name and the dress of its levels."""

    scheme: str
    dresses: tuple[Dress, ...]
    nodes: list[Node]


def label(pattern: str, path: tuple[int, ...]) -> str:
    """Print a marker: path = ordinals from the first level down."""
    n = path[-1]
    if "{a." in pattern or "{a1" in pattern:
        dot = "." if "{a." in pattern else ""
        return f"{_LETTERS[path[-2] - 1]}{dot}{n})"
    deep = {"{1.1}": 2, "{1.1.1}": 3}
    if "{I.1" in pattern or "{A.1" in pattern:
        first = _ROMAN[path[0]] if "{I." in pattern else _LETTERS[path[0] - 1].upper()
        inner = ".".join([first, *map(str, path[1:])])
        return pattern[: pattern.index("{")] + inner + pattern[pattern.index("}") + 1 :]
    for token, count in deep.items():
        if token in pattern:
            return pattern.replace(token, ".".join(map(str, path[-count:])))
    return (
        pattern.replace("{I}", _ROMAN[n]).replace("{A}", _LETTERS[n - 1].upper()).replace("{1}", str(n))
        .replace("{a}", _LETTERS[n - 1]).replace("{i}", _ROMAN[n].lower()).replace("{thu}", _ORDINAL[n])
        .replace("{THU}", _ORDINAL[n].upper())
    )  # fmt: skip


KINDS = (
    "usual", "usual", "italic", "underlined", "plain", "plain_caps", "centred", "run_in", "colons",
    "run_italic", "run_underline", "plain_marker",
)  # fmt: skip
"""Looks of a whole outline; one that stands twice is drawn twice as often."""


def dresses(rng: Random, scheme: str) -> tuple[Dress, ...]:
    """Choose a look for every level of a scheme."""
    kind = rng.choice(KINDS)
    patterns = SCHEMES[scheme]
    return tuple(
        _dress(
            rng, kind, level, level == len(patterns) - 1 and level > 0,
            pattern.startswith(("Phần", "PHẦN", "Chương")),
        )
        for level, pattern in enumerate(patterns)
    )  # fmt: skip


def _dress(rng: Random, kind: str, level: int, last: bool, word: bool) -> Dress:
    """Look of one level. last: the lowest one. word: its marker has a word (Phần, Chương)."""
    top = level == 0
    run = "run" if last else ""
    match kind:
        case "plain":
            return Dress(bold=False, center=word, caps=word)
        case "plain_caps":
            return Dress(bold=False, caps=top, center=word)
        case "italic":
            return Dress(bold=top, italic=not top, caps=top and rng.random() < 0.5, center=word)
        case "underlined":
            return Dress(bold=top, underline=not top, caps=top, center=word)
        case "centred":
            return Dress(caps=top, center=top, italic=last)
        case "run_in":
            return Dress(caps=top, italic=last and rng.random() < 0.5, center=word, end=run)
        case "run_italic" | "run_underline":
            slanted = last and kind == "run_italic"
            return Dress(
                bold=not last, italic=slanted, underline=last and not slanted, caps=top, center=word,
                plain_marker=last and rng.random() < 0.5, end=run,
            )  # fmt: skip
        case "plain_marker":
            return Dress(plain_marker=not word, caps=top, center=word, end=run)
        case "colons":
            return Dress(bold=not last, italic=last, caps=top, center=word, end="" if top else ":")
        case _:
            return Dress(caps=top, italic=last and rng.random() < 0.6, center=word)


def outline(rng: Random, *, size: int = 0, scheme: str = "") -> Outline:
    """Draw an outline of about `size` sections (6 to 60)."""
    scheme = scheme or rng.choice(DRAWN)
    size = size or rng.choice((6, 8, 12, 16, 20, 26, 34, 45, 60))
    looks = dresses(rng, scheme)
    depth = min(len(looks), rng.randint(2, 4), 2 if size < 9 else 4)
    tops = min(max(2, round(size**0.45)), 7)
    nodes = [_node(rng, scheme, looks, (n,), depth, size / tops) for n in range(1, tops + 1)]
    if SCHEMES[scheme][0][:2] in ("Ph", "PH", "Ch") and rng.random() < 0.7:
        for node in nodes:
            node.own_line = SCHEMES[scheme][0][-1] == "}"
    return Outline(scheme, looks, nodes)


def _node(
    rng: Random, scheme: str, looks: tuple[Dress, ...], path: tuple[int, ...], depth: int, share: float,
    item: bool = False,
) -> Node:  # fmt: skip
    level = len(path)
    dress = looks[level - 1]
    text = "" if item else (rng.choice(words.TOP_TITLES) if level == 1 else words.title(rng))
    if text and dress.end in (".", ":"):
        text += dress.end
    node = Node(text.upper() if dress.caps else text, level, label(SCHEMES[scheme][level - 1], path))
    count = round(share) - 1
    branch = level < depth and count >= 2 and not item
    if branch:
        kids = min(rng.randint(2, 5), count, 9)
        items = (
            level == depth - 1 and rng.random() < 0.25 and dress.end != "run" and looks[level].end != "run"
        )
        if rng.random() < 0.35 or items:
            node.body.append(words.paragraph(rng, 2))
        node.children = [
            _node(rng, scheme, looks, (*path, n), depth, (count) / kids, items) for n in range(1, kids + 1)
        ]
    else:
        node.body = [words.paragraph(rng) for _ in range(1 if item else rng.randint(1, 3))]
        if item and len(node.body[0]) < 120:
            node.body[0] += " " + words.sentence(rng)
    _decorate(rng, node, branch, item, dress.end == "run")
    return node


def _decorate(rng: Random, node: Node, branch: bool, item: bool, run_in: bool) -> None:
    if not branch and rng.random() < 0.25:
        sign = rng.choice(("-", "+", "*", "•"))
        lead = "Cụ thể như sau:" if not run_in else "Kết quả như sau:"
        node.body.append(lead)
        node.body += [
            f"{sign} {words.filled(rng.choice(words.BULLETS), rng)}" for _ in range(rng.randint(2, 4))
        ]
        node.body[-1] = node.body[-1].rstrip(";") + "."
    elif not branch and not item and rng.random() < 0.2:
        node.body.append(rng.choice(words.TRAPS))
        node.body.append(words.paragraph(rng, 2))
    if node.body and rng.random() < 0.2:
        node.note = words.sentence(rng)
    if not branch and not item and rng.random() < 0.08:
        rows = rng.choice((2, 3, 5, 30))
        node.table = [["STT", "Nội dung", "Số lượng"]]
        node.table += [
            [str(k), rng.choice(words.TOP_TITLES), str(rng.randint(1, 900))] for k in range(1, rows + 1)
        ]
