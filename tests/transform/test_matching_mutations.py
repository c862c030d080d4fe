"""Good reports, one change each: what was removed is missing, what was only changed is not.

Prints gains and losses by name when it fails: every wrong verdict is listed.
"""

from __future__ import annotations

import copy
import random
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from synthetic import ALL, DAN_VAN, EXTRA, Part, more_titles, outline, parts, sections, walk

from transform.matching import match_sections, outline_model

MODELS = {name: outline_model(outline(source)) for name, source in ALL.items()}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def verdict(name: str, roots: list[Part]) -> set[str]:
    """Paths of last-level items that no section answers."""
    model = MODELS[name]
    found = {m.outline_path for m in match_sections(model, sections(roots)) if m.kind != "child"}
    return {item.path for item in model.items if item.is_leaf} - found


def mutants(change: Callable[[str, Part], Iterator[tuple[list[Part], set[str], str]]]) -> Iterator[tuple]:
    for name, source in ALL.items():
        for part in walk(parts(source)):
            for roots, missing, what in change(source, part):
                yield name, roots, missing, what


def at(roots: list[Part], path: str) -> Part:
    return next(part for part in walk(roots) if part.path == path)


def siblings(roots: list[Part], path: str) -> list[Part]:
    parent = path.rsplit(".", 1)[0] if "." in path else None
    return at(roots, parent).children if parent else roots


def renumber(group: list[Part]) -> None:
    """Close the gap: markers run on in the style of the first."""
    style = ROMAN if group and group[0].marker in ROMAN else [str(n) for n in range(1, 30)]
    if group and group[0].marker == "A":
        return
    for part, marker in zip(group, style, strict=False):
        part.path = f"{part.path.rsplit('.', 1)[0]}.{marker}" if "." in part.path else marker


def leaves_below(part: Part) -> set[str]:
    return {p.path for p in walk([part]) if not p.children}


def deleted(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    for close_gap in (False, True):
        roots = parts(source)
        group = siblings(roots, part.path)
        group.remove(at(roots, part.path))
        if close_gap:
            renumber(group)
        yield roots, leaves_below(part), f"delete {part.path} {close_gap}"


def deleted_with_extra(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    for title, text in EXTRA:
        roots = parts(source)
        group = siblings(roots, part.path)
        group[group.index(at(roots, part.path))] = Part(part.path, title, [], text)
        yield roots, leaves_below(part), f"replace {part.path} by {title}"


def retitled(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    for paraphrase in part.paraphrases:
        roots = parts(source)
        at(roots, part.path).title = paraphrase
        yield roots, set(), f"retitle {part.path}: {paraphrase}"


def retitled_and_shifted(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Paraphrase, and let an unasked section before it shift all numbers."""
    for paraphrase in part.paraphrases[:1]:
        roots = parts(source)
        at(roots, part.path).title = paraphrase
        group = siblings(roots, part.path)
        group.insert(0, Part(part.path + "x", EXTRA[0][0], [], EXTRA[0][1]))
        renumber(group)
        yield roots, set(), f"retitle and shift {part.path}"


def swapped(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    roots = parts(source)
    group = siblings(roots, part.path)
    index = group.index(at(roots, part.path))
    if index + 1 < len(group):
        group[index], group[index + 1] = group[index + 1], group[index]
        renumber(group)
        yield roots, set(), f"swap {part.path}"


def merged(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Two neighbours under one title that names both, with the text of both."""
    roots = parts(source)
    group = siblings(roots, part.path)
    index = group.index(at(roots, part.path))
    if index + 1 < len(group) and not group[index].children and not group[index + 1].children:
        one, two = group[index], group[index + 1]
        second = two.title[0].lower() + two.title[1:]
        one.title, one.text = f"{one.title} và {second}", f"{one.text}\n{two.text}"
        group.remove(two)
        renumber(group)
        yield roots, set(), f"merge {part.path}"


def merged_and_retitled(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Merge two neighbours under one title in other words."""
    for join in (" và ", "; "):
        roots = parts(source)
        group = siblings(roots, part.path)
        index = group.index(at(roots, part.path))
        if index + 1 >= len(group) or group[index].children or group[index + 1].children:
            continue
        one, two = group[index], group[index + 1]
        if not one.paraphrases or not two.paraphrases:
            continue
        second = two.paraphrases[0]
        one.title = f"{one.paraphrases[0]}{join}{second[0].lower()}{second[1:]}"
        one.text += "\n" + two.text
        group.remove(two)
        renumber(group)
        yield roots, set(), f"merge {part.path} as {one.title}"


def labelled(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Put the item in its neighbour's text, under a label of its own."""
    roots = parts(source)
    group = siblings(roots, part.path)
    index = group.index(at(roots, part.path))
    if index > 0 and not group[index].children and not group[index - 1].children:
        before, here = group[index - 1], group[index]
        before.text += f"\n- Về {here.title[0].lower()}{here.title[1:]}: {here.text}"
        group.remove(here)
        renumber(group)
        yield roots, set(), f"label {part.path}"


def in_prose(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Make the items paragraphs of their parent that open with the subject."""
    if part.children and not any(child.children for child in part.children):
        roots = parts(source)
        here = at(roots, part.path)
        here.text = "\n".join(f"{c.title}: {c.text}" for c in here.children)
        here.children = []
        yield roots, set(), f"prose {part.path}"


def flattened(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Leave a parent's heading out: its items stand one level up."""
    if part.children:
        roots = parts(source)
        group = siblings(roots, part.path)
        index = group.index(at(roots, part.path))
        group[index : index + 1] = group[index].children
        yield roots, set(), f"flatten {part.path}"


def orphaned(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Lose a heading in reading: its sections hang below the one before, one of them in other words."""
    roots = parts(source)
    group = siblings(roots, part.path)
    index = group.index(at(roots, part.path))
    if index == 0 or not part.children or group[index - 1].children:
        return
    group[index - 1].children = group[index].children
    group.remove(group[index])
    for again in range(2):
        yield copy.deepcopy(roots), set(), f"lose the heading of {part.path} {again}"
        changed = next((p for p in group[index - 1].children[1:] if p.paraphrases), None)
        if changed is None:
            return
        changed.title = changed.paraphrases[0]


def wrapped(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Put a heading of the writer's own above all, one section in other words, one removed."""
    if "." in part.path or part.children:
        return
    roots = parts(source)
    roots.remove(at(roots, part.path))
    changed = next((other for other in roots if other.paraphrases and not other.children), None)
    if changed is not None:
        changed.title = changed.paraphrases[0]
    yield [Part("P", "Nội dung báo cáo", [], "", roots)], {part.path}, f"wrap all, delete {part.path}"


def all_retitled(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Every title that has a paraphrase is paraphrased; then, too, with one section removed."""
    if part.children:
        return
    roots = parts(source)
    for other in walk(roots):
        if other.paraphrases:
            other.title = other.paraphrases[-1]
    group = siblings(roots, part.path)
    group.remove(at(roots, part.path))
    renumber(group)
    yield roots, {part.path}, f"all retitled, delete {part.path}"


def shouted(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    roots = parts(source)
    here = at(roots, part.path)
    here.title = unicodedata.normalize("NFD", here.title.upper()) + ":"
    yield roots, set(), f"capitals and decomposed {part.path}"


def with_own_parts(source: str, part: Part) -> Iterator[tuple[list[Part], set[str], str]]:
    """Divide a section further, its parts titled in general words."""
    if part.children:
        return
    roots = parts(source)
    here = at(roots, part.path)
    here.children = [
        Part(f"{part.path}.a", "Công việc chuẩn bị", [], here.text),
        Part(f"{part.path}.b", "Một số việc cụ thể", [], here.text),
    ]
    here.text = ""
    group = siblings(roots, part.path)
    index = group.index(here)
    removed = set()
    if index + 1 < len(group) and not group[index + 1].children:
        removed = {group.pop(index + 1).path}
    yield roots, removed, f"subdivide {part.path}, delete {removed}"


CHANGES = [
    shouted,
    with_own_parts,
    deleted,
    deleted_with_extra,
    retitled,
    retitled_and_shifted,
    swapped,
    merged,
    merged_and_retitled,
    labelled,
    in_prose,
    flattened,
    orphaned,
    wrapped,
    all_retitled,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_false_missing_and_no_false_present(change: Callable) -> None:
    wrong, count = [], 0
    for name, roots, missing, what in mutants(change):
        count += 1
        said = verdict(name, copy.deepcopy(roots))
        if said != missing:
            wrong.append(f"{name}: {what}: false missing {said - missing}, false present {missing - said}")
    assert count > 0
    assert not wrong, f"{len(wrong)} of {count}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", ALL)
def test_a_good_report_has_every_item_under_its_own_number_and_title(name: str) -> None:
    found = match_sections(MODELS[name], sections(parts(ALL[name])))
    assert {match.outline_path for match in found if match.kind == "exact"} == {
        i.path for i in MODELS[name].items
    }
    assert {match.kind for match in found} == {"exact"}


@pytest.mark.parametrize("path", more_titles())
def test_further_titles_of_the_same_meaning_are_found(path: str) -> None:
    for title in more_titles()[path]:
        roots = parts(DAN_VAN)
        at(roots, path).title = title
        assert verdict("dan_van", roots) == set(), title


@pytest.mark.parametrize("which", range(3))
def test_all_titles_changed_at_once_and_one_section_removed(which: int) -> None:
    for path in more_titles():
        roots = parts(DAN_VAN)
        for other, titles in more_titles().items():
            at(roots, other).title = titles[min(which, len(titles) - 1)]
        if at(roots, path).children:
            continue
        siblings(roots, path).remove(at(roots, path))
        assert verdict("dan_van", roots) == {path}, path


@pytest.mark.parametrize("name", ALL)
def test_levels_lost_by_the_reader_change_nothing(name: str) -> None:
    flat = sections(parts(ALL[name]))
    for section in flat:
        section.level = 1
    found = {m.outline_path for m in match_sections(MODELS[name], flat)}
    assert found == {item.path for item in MODELS[name].items}


@pytest.mark.parametrize("mark", [". ", ": "])
@pytest.mark.parametrize("name", ALL)
def test_titles_run_into_the_text_are_found(name: str, mark: str) -> None:
    """`1. Công tác hòa giải: Trong kỳ …` is a numbered paragraph without a title."""
    leaves = {item.path for item in MODELS[name].items if item.is_leaf and item.level > 1}
    found = sections(parts(ALL[name]))
    for section in found:
        if ".".join(section.path) in leaves:
            section.text = f"{section.title}{mark}{section.text}"
            section.title, section.kind = "", "item"
    answered = {m.outline_path for m in match_sections(MODELS[name], found) if m.kind != "child"}
    assert leaves <= answered


@pytest.mark.parametrize("removed", [True, False])
def test_a_writers_own_subdivision_is_not_the_item_of_the_same_title(removed: bool) -> None:
    """A section's own «Kết quả đạt được» does not answer the outline's item of that title."""
    roots = parts(DAN_VAN)
    here = at(roots, "A.IV.1")
    here.children = [
        Part("A.IV.1.a", "Kết quả đạt được", [], here.text),
        Part("A.IV.1.b", "Những hạn chế, khó khăn và nguyên nhân", [], here.text),
    ]
    if removed:
        siblings(roots, "A.VII.1").remove(at(roots, "A.VII.1"))
    assert verdict("dan_van", roots) == ({"A.VII.1"} if removed else set())


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("seed", range(10))
def test_a_misread_level_here_and_there_changes_nothing(name: str, seed: int) -> None:
    """One level in seven is one too high or too low, as on badly scanned pages."""
    choose = random.Random(seed)
    found = sections(parts(ALL[name]))
    for section in found:
        if choose.random() < 1 / 7:
            section.level = max(1, section.level + choose.choice([-1, 1]))
    answered = {m.outline_path for m in match_sections(MODELS[name], found) if m.kind != "child"}
    assert {item.path for item in MODELS[name].items if item.is_leaf} <= answered
