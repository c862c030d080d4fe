"""YAML read safely, every value kept as it was typed, with the line of every key and value.

Scalars stay strings (a marker `Y` or a number `0123` must not become True or 83); the models turn
them into dates, numbers and flags. Anchors are refused: no campaign needs them, a bomb does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from transform.campaign.faults import Fault

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 40
_NULL = "tag:yaml.org,2002:null"

Loc = tuple[str | int, ...]


@dataclass(slots=True)
class Lined:
    """Plain data (dict, list, str, None) and the line of every place in it."""

    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """Line of `loc`, or of the nearest place above it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_yaml(path: Path) -> Lined:
    """Read a YAML file; what cannot be read comes back as faults, never as an exception."""
    result = Lined()
    try:
        if path.stat().st_size > MAX_BYTES:
            result.faults.append(Fault(path.name, 0, "Tệp quá lớn so với một tệp cấu hình."))
            return result
        text = path.read_bytes().decode("utf-8-sig")
        if fault := _shape_fault(text, path.name):
            result.faults.append(fault)
            return result
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except OSError as error:
        result.faults.append(Fault(path.name, 0, f"Không mở được tệp ({error.strerror or error})."))
    except UnicodeDecodeError:
        result.faults.append(Fault(path.name, 0, "Tệp phải lưu ở bảng mã UTF-8."))
    except RecursionError:
        result.faults.append(Fault(path.name, 0, "Tệp có quá nhiều cấp lồng nhau."))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        result.faults.append(Fault(path.name, line, f"Sai cú pháp YAML ({error.problem or error.context})."))
    except yaml.YAMLError as error:
        result.faults.append(Fault(path.name, 0, f"Sai cú pháp YAML ({str(error).splitlines()[0]})."))
    else:
        if root is not None:
            result.data = _convert(root, (), path.name, result)
    return result


def _shape_fault(text: str, file: str) -> Fault | None:
    """Look through the events for what must not be built: references, and nesting without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            return Fault(file, line, "Không dùng neo và tham chiếu (& và *) trong tệp này.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return Fault(file, line, "Quá nhiều cấp lồng nhau.")
    return None


def _convert(node: yaml.Node, loc: Loc, file: str, into: Lined) -> Any:  # noqa: ANN401 - plain data of any shape
    into.lines.setdefault(loc, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, (*loc, index), file, into) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _convert_mapping(node, loc, file, into)
    if node.tag == _NULL and isinstance(node, yaml.ScalarNode) and node.style is None:
        return None
    return str(node.value)


def _convert_mapping(node: yaml.MappingNode, loc: Loc, file: str, into: Lined) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            into.faults.append(Fault(file, line, "Tên khóa phải là chữ."))
            continue
        key = str(key_node.value)
        if key in result:
            into.faults.append(Fault(file, line, f"Khóa «{key}» ghi hai lần."))
            continue
        into.lines[(*loc, key)] = line
        result[key] = _convert(value_node, (*loc, key), file, into)
    return result
