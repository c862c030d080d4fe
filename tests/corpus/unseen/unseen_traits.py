"""What hands do to outlines: numbers that run on, skip or repeat, careless dress, quotations, full cells.

A trait changes a drawn outline before it is printed; the gold follows, for it is written while printing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import unseen_words as words
from unseen_tree import SCHEMES, Dress, Node, Outline, label

_LAW = (
    "“Điều {n}. Nguyên tắc tổ chức và hoạt động",
    "1. Bảo đảm sự lãnh đạo của cấp ủy; công khai, minh bạch.",
    "2. Phân định rõ thẩm quyền, trách nhiệm của từng cấp.”",
)
"""Paragraphs of a quoted law: they look like a heading with its points and are none."""
_MOST = 10
"""Ordinals that every kind of number has."""
_SIGNS = {".": ("/", "-", ":"), ")": (".", "/"), "/": (".",), "-": (".",)}


def walk(nodes: list[Node]) -> Iterator[Node]:
    """Yield every section as printed."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def apply(name: str, rng: Random, tree: Outline) -> None:
    """Give an outline a trait."""
    TRAITS[name](rng, tree)


def _run_on(rng: Random, tree: Outline) -> None:
    """Count the second level through, whatever stands above it."""
    pattern = SCHEMES[tree.scheme][1]
    total = sum(len(top.children) for top in tree.nodes)
    if pattern not in ("{I}.", "{1}.", "{I}-", "{1}-") or total > _MOST:
        return
    count = 0
    for top in tree.nodes:
        for child in top.children:
            count += 1
            child.marker = label(pattern, (1, count))


def _skip(rng: Random, tree: Outline) -> None:
    """Leave out a few sections but keep the numbers of the others."""
    for group in [tree.nodes, *(node.children for node in walk(tree.nodes))]:
        if len(group) > 2 and rng.random() < 0.4:
            del group[rng.randrange(1, len(group) - 1)]


def _repeat(rng: Random, tree: Outline) -> None:
    """Forget to raise a number once: two neighbours bear the same one."""
    groups = [g for g in [tree.nodes, *(n.children for n in walk(tree.nodes))] if len(g) > 2]
    group = rng.choice(groups) if groups else []
    if group:
        at = rng.randrange(1, len(group))
        if group[at].title and not group[at].children:
            group[at].marker = group[at - 1].marker


def _colons(rng: Random, tree: Outline) -> None:
    """Set every title as the text is, with a colon."""
    tree.dresses = tuple(Dress(bold=False, center=d.center, end=":") for d in tree.dresses)
    _titles(tree, lambda t: t.rstrip(".:").capitalize() + ":")


def _ellipses(rng: Random, tree: Outline) -> None:
    """End some titles in "…" or "..."."""
    _titles(tree, lambda t: t.rstrip(".:") + rng.choice(("…", "...", "", "")))


def _stops(rng: Random, tree: Outline) -> None:
    """End some titles in a full stop."""
    _titles(tree, lambda t: t.rstrip(".:") + rng.choice((".", "", "")))


def _careless(rng: Random, tree: Outline) -> None:
    """Forget the bold type of a title, or set it twice as often as needed; end it one way or the other."""
    for node in walk(tree.nodes):
        dress = tree.dresses[node.level - 1]
        if node.title and dress.end != "run" and rng.random() < 0.12:
            node.dress = replace(dress, bold=not dress.bold, italic=False)
    _titles(tree, lambda t: t.rstrip(".:") + rng.choice((":", ".", "", "", "", "")))


def _signs(rng: Random, tree: Outline) -> None:
    """Type another sign after a number once in a while."""
    for node in walk(tree.nodes):
        sign = node.marker[-1:]
        if sign in _SIGNS and node.title and not node.own_line and rng.random() < 0.1:
            node.marker = node.marker[:-1] + rng.choice(_SIGNS[sign])


def _noted(rng: Random, tree: Outline) -> None:
    """Call the footnotes of some sections in their titles."""
    for node in walk(tree.nodes):
        if node.title and rng.random() < 0.3:
            node.note, node.noted_title = words.sentence(rng), True


def _laws(rng: Random, tree: Outline) -> None:
    """Quote an article of a law within the text of some sections."""
    for node in walk(tree.nodes):
        if node.title and node.body and not node.children and rng.random() < 0.3:
            lead = f"Luật này quy định tại Điều {rng.randint(4, 30)}:"
            quoted = [line.replace("{n}", str(rng.randint(4, 30))) for line in _LAW]
            node.body += [lead, *quoted, words.paragraph(rng, 2)]


def _cells(rng: Random, tree: Outline) -> None:
    """Put tables between the sections whose cells look like headings."""
    for node in walk(tree.nodes):
        if node.title and not node.children and not node.table and rng.random() < 0.3:
            head = [rng.choice(("TT", "Số TT")), "Chỉ tiêu", "Kết quả"]
            rows = [
                [numeral, rng.choice(words.TOP_TITLES), str(rng.randint(3, 90))]
                for numeral in ("I", "1", "2", "II", "1")
            ]
            rows.append(["III. Tổng hợp", "1. " + words.title(rng), "a) Đạt"])
            node.table = [head, *rows]


def _empty(rng: Random, tree: Outline) -> None:
    """Leave some sections without a word under their titles."""
    for node in walk(tree.nodes):
        if node.title and not node.children and tree.dresses[node.level - 1].bold and rng.random() < 0.2:
            node.body, node.note, node.table = [], "", []


def _leads(rng: Random, tree: Outline) -> None:
    """Begin dashed paragraphs with words in bold, as if they were titles."""
    for node in walk(tree.nodes):
        if node.title and node.body and not node.children and rng.random() < 0.4:
            node.body.append(f"- {words.title(rng).split(' (')[0]}: {words.sentence(rng)}")
            node.bold_leads = True


def _glued(rng: Random, tree: Outline) -> None:
    """Type no space, two or a hard one after some numbers."""
    for node in walk(tree.nodes):
        if node.title and not node.own_line and node.marker[-1:] in ".)" and rng.random() < 0.4:
            node.gap = rng.choice(("", "  ", "\u00a0"))


def _titles(tree: Outline, change: Callable[[str], str]) -> None:
    for node in walk(tree.nodes):
        if node.title and not node.own_line:
            node.title = change(node.title)


TRAITS: dict[str, Callable[[Random, Outline], None]] = {
    "run_on": _run_on, "skip": _skip, "repeat": _repeat, "colons": _colons, "ellipses": _ellipses,
    "stops": _stops, "careless": _careless, "signs": _signs, "noted": _noted, "laws": _laws, "cells": _cells,
    "empty": _empty, "leads": _leads, "glued": _glued,
}  # fmt: skip
TYPED = ("run_on", "skip", "repeat", "signs", "glued")
"""Traits of numbers typed by hand."""
