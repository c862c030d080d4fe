"""overrides.yaml: the officer's corrections, each checked against files, agencies and outline."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from transform.campaign.faults import Fault
from transform.campaign.lists import inbox_names, relative_name
from transform.campaign.model import OutlineItem, Override, OverrideKind, clean_marker
from transform.campaign.words import say
from transform.campaign.yaml_lines import read_yaml

FILE = "overrides.yaml"
_NEEDED = {
    OverrideKind.AGENCY: ("file", "agency"),
    OverrideKind.OUTLINE: ("file", "section", "outline_path"),
    OverrideKind.NOT_CITATION: ("file", "surface"),
    OverrideKind.NOT_MISSING: ("agency", "outline_path"),
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What an override may name; `files` None when there is no inbox to look into."""

    files: set[str] | None
    codes: Container[str]
    paths: set[str]


def load_overrides(
    folder: Path, codes: Container[str], outline: tuple[OutlineItem, ...], faults: list[Fault]
) -> tuple[Override, ...]:
    """Read overrides.yaml when there is one: four lists, named by kind."""
    path = folder / FILE
    if not path.is_file():
        return ()
    lined = read_yaml(path)
    faults += lined.faults
    if lined.data is None:
        return ()
    if not isinstance(lined.data, dict):
        faults.append(Fault(FILE, 1, "Tệp phải gồm các khóa: " + ", ".join(OverrideKind) + "."))
        return ()
    known = _Known(inbox_names(folder / "inbox"), codes, {item.path for item in outline})
    result = []
    for key, entries in lined.data.items():
        line = lined.line((key,))
        if key not in set(OverrideKind):
            faults.append(
                Fault(FILE, line, f"Khóa «{key}» không có trong quy định ({', '.join(OverrideKind)}).")
            )
            continue
        if entries is not None and not isinstance(entries, list):
            faults.append(Fault(FILE, line, f"«{key}» phải là một danh sách."))
            continue
        for index, entry in enumerate(entries or []):
            at = lined.line((key, index))
            override = _one(OverrideKind(key), entry, at, faults)
            if override is not None:
                faults += _faults(override, at, known)
                result.append(override)
    return tuple(result)


def _one(kind: OverrideKind, entry: object, line: int, faults: list[Fault]) -> Override | None:
    if not isinstance(entry, dict):
        faults.append(Fault(FILE, line, f"Mỗi mục của «{kind}» phải gồm các khóa và giá trị."))
        return None
    allowed = (*_NEEDED[kind], "reason")
    wrong = [key for key in entry if key not in allowed]
    missing = [key for key in _NEEDED[kind] if not entry.get(key)]
    faults += [Fault(FILE, line, f"Khóa «{key}» không dùng ở «{kind}».") for key in wrong]
    faults += [Fault(FILE, line, f"Thiếu «{key}» ở «{kind}».") for key in missing]
    if wrong or missing:
        return None
    try:
        override = Override.model_validate({"kind": kind, **entry})
    except ValidationError as error:
        faults += [Fault(FILE, line, say(item)) for item in error.errors()]
        return None
    tidy = {"file": relative_name(override.file)} if override.file else {}
    if override.outline_path:
        tidy["outline_path"] = ".".join(clean_marker(part) for part in override.outline_path.split("."))
    return override.model_copy(update=tidy)


def _faults(override: Override, line: int, known: _Known) -> list[Fault]:
    said = []
    if override.file and known.files is not None and override.file not in known.files:
        said.append(f"Tệp «{override.file}» không có trong inbox/.")
    if override.agency and override.agency not in known.codes:
        said.append(f"Mã cơ quan «{override.agency}» không có trong danh sách cơ quan.")
    if override.outline_path and known.paths and override.outline_path not in known.paths:
        said.append(f"Mục «{override.outline_path}» không có trong đề cương.")
    return [Fault(FILE, line, message) for message in said]
