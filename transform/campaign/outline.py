"""The outline: from nested items to a list in order, each with its path and defaults applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transform.campaign.faults import Fault
from transform.campaign.model import Defaults, OutlineItem, OutlineNode, clean_marker
from transform.campaign.yaml_lines import Lined, Loc


def flatten(nodes: Sequence[OutlineNode], defaults: Defaults) -> tuple[OutlineItem, ...]:
    """List all items in printed order; an optional part makes its items optional unless they differ."""
    result: list[OutlineItem] = []

    def visit(node: OutlineNode, parent: OutlineItem | None) -> None:
        inherited = defaults.required if parent is None or parent.required else False
        marker = clean_marker(node.marker)
        item = OutlineItem(
            path=f"{parent.path}.{marker}" if parent else marker,
            seq=len(result) + 1,
            marker=marker,
            title=node.title,
            level=parent.level + 1 if parent else 1,
            parent_path=parent.path if parent else None,
            is_leaf=not node.items,
            required=inherited if node.required is None else node.required,
            min_words=defaults.min_words if node.min_words is None else node.min_words,
            expects=defaults.expects if node.expects is None else node.expects,
        )
        result.append(item)
        for child in node.items:
            visit(child, item)

    for node in nodes:
        visit(node, None)
    return tuple(result)


def outline_faults(yaml: Lined, file: str) -> list[Fault]:
    """Faults that no single item shows: no item at all, the same path twice."""
    outline = yaml.data.get("outline") if isinstance(yaml.data, dict) else None
    if not outline:
        return [Fault(file, yaml.line(("outline",)), "Đề cương trống: cần ít nhất một mục ở «outline».")]
    faults, seen = [], dict[str, int]()
    for path, loc in _paths(outline, ("outline",), ""):
        line = yaml.line((*loc, "marker"))
        if path in seen:
            faults.append(Fault(file, line, f"Mục «{path}» trùng số thứ tự với mục ở dòng {seen[path]}."))
        seen.setdefault(path, line)
    return faults


def _paths(nodes: object, loc: Loc, parent: str) -> Iterator[tuple[str, Loc]]:
    for index, node in enumerate(nodes if isinstance(nodes, list) else []):
        if not isinstance(node, dict) or not isinstance(node.get("marker"), str):
            continue
        marker = clean_marker(node["marker"])
        path = f"{parent}.{marker}" if parent else marker
        yield path, (*loc, index)
        yield from _paths(node.get("items"), (*loc, index, "items"), path)
