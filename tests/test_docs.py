"""The docs mention every command, option, rule, error class and table."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in sorted(PAGES))
COMMANDS = sorted(p.stem for p in (ROOT / "flows/commands").glob("*.py") if p.stem != "__init__")
SOURCES = [p for part in ("extract", "transform", "warehouse", "flows") for p in (ROOT / part).rglob("*.py")]

LINK = re.compile(r"\]\((?!https?:)([^)#\s]+\.(?:md|sql|png|json))[)#]")


def _said(word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", TEXT) is not None


@pytest.mark.parametrize("name", COMMANDS)
def test_command_and_its_options_are_documented(name: str) -> None:
    command = importlib.import_module(f"flows.commands.{name}").command
    assert isinstance(command, click.Command)
    assert _said(f"tonghop {name}")
    options = [p for p in command.params if isinstance(p, click.Option)]
    missing = [max(p.opts, key=len) for p in options if not _said(max(p.opts, key=len))]
    assert missing == []


def test_every_error_class_is_documented() -> None:
    found = {
        name
        for path in SOURCES
        for name in re.findall(
            r"^class ([A-Za-z]\w*)\((?:\w+\.)?(?:Exception|LookupError|\w+Error)\)",
            path.read_text(encoding="utf-8"),
            re.M,
        )
    }
    errors = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    assert len(found) > 20
    assert sorted(name for name in found if f"`{name}`" not in errors) == []


def test_every_rule_is_documented() -> None:
    rules = sorted(p.stem for p in (ROOT / "warehouse/rules").glob("*.sql"))
    assert rules
    assert [rule for rule in rules if f"`{rule}`" not in TEXT] == []


def test_every_table_is_documented() -> None:
    from warehouse.tables import TABLES

    names = [getattr(table, "name", table) for table in TABLES]
    assert names
    assert [name for name in names if f"`{name}`" not in TEXT] == []


def test_links_between_pages_hold() -> None:
    """Links into benchmarks/ are left out: their figures are written when a benchmark has run."""
    own = [ROOT / "README.vi.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in own
        for target in re.findall(
            r"\]\((?!https?:)([^)#\s]+\.(?:md|sql|png|json))[)#]", page.read_text(encoding="utf-8")
        )
        if "benchmarks/" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
