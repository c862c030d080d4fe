"""Helpers: compare found citations with what a case expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extract.citations import Citation, find

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT / ".." / "shared"
Case = dict[str, Any]


def load(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def differences(text: str, expected: list[Case]) -> list[str]:
    """List what differs between `find(text)` and the expected fields; offsets are checked for all."""
    found = find(text)
    problems = [f"offsets of {c.surface!r}" for c in found if text[c.char_start : c.char_end] != c.surface]
    if len(found) != len(expected):
        return [*problems, f"found {[c.surface for c in found]}, expected {[e['surface'] for e in expected]}"]
    for citation, fields in zip(found, expected, strict=True):
        problems += [
            f"{citation.surface!r}.{name}: {getattr(citation, name)!r}, expected {value!r}"
            for name, value in fields.items()
            if getattr(citation, name) != value
        ]
    return problems


def keys(citations: list[Citation]) -> list[tuple[str | None, ...]]:
    return [(c.type, c.number, c.date, c.issuer) for c in citations]
