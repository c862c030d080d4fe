"""The rules: one SQL file each, its sentence and its metadata in the header beside the query."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse import header
from warehouse.errors import HeaderError, RuleError

RULES_DIR = Path(__file__).parent / "rules"
SEVERITIES = ("blocker", "error", "warning", "info")
OWNERS = ("agency", "officer")
SUITES = ("submissions", "coverage", "content", "citations", "integrity")
MERGES = ("", "section", "submission")
BLOCKING = frozenset({"blocker", "error"})
_REQUIRED = (
    "id",
    "version",
    "suite",
    "severity",
    "owner",
    "about",
    "message",
    "advice",
    "unjudged",
    "example",
)
_HIDING = ("hidden_by", "hidden_under", "hidden_over", "hidden_by_section", "hidden_by_agency")
_OPTIONAL = ("message_many", "merge", *_HIDING)
_ID = re.compile(r"[a-z][a-z0-9_]{2,60}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `sql` returns every row it looked at: see `verdicts.COLUMNS`.

    merge: several failing rows of one submission (or section) become one finding.
    hidden_by: rules whose finding on the same item makes this one a mere consequence;
    hidden_under: on an item above that was not found at all; hidden_over: on an item inside;
    hidden_by_section: on the same section; hidden_by_agency: on the same agency.
    custom: added by the campaign, so it runs in the sandbox.
    """

    id: str
    version: str
    suite: str
    severity: str
    owner: str
    about: str
    message: str
    message_many: str
    advice: str
    unjudged: str
    example: str
    sql: str
    merge: str = ""
    hidden_by: frozenset[str] = frozenset()
    hidden_under: frozenset[str] = frozenset()
    hidden_over: frozenset[str] = frozenset()
    hidden_by_section: frozenset[str] = frozenset()
    hidden_by_agency: frozenset[str] = frozenset()
    custom: bool = False


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A campaign's rule file that cannot be used, with the reason in Vietnamese."""

    id: str
    error: str


def parse(path: Path, *, custom: bool = False) -> Rule:
    """Read one rule file; raises `HeaderError` or `RuleError` with the file's name."""
    parsed = header.read(path, _REQUIRED, _OPTIONAL)
    values = {key: " ".join(value.split()) for key, value in parsed.values.items()}
    _allowed(path, "severity", values["severity"], SEVERITIES)
    _allowed(path, "owner", values["owner"], OWNERS)
    _allowed(path, "suite", values["suite"], SUITES)
    _allowed(path, "merge", values.get("merge", ""), MERGES)
    if not _ID.fullmatch(values["id"]) or values["id"] != path.stem:
        raise RuleError(
            f"{path.name}: “id” phải trùng tên tệp, chỉ gồm chữ thường không dấu, số và gạch dưới"
        )
    hiding = {key: frozenset(values.pop(key, "").split()) for key in _HIDING}
    values.setdefault("message_many", values["message"])
    return Rule(**values, **hiding, sql=parsed.sql, custom=custom)  # type: ignore[arg-type]


@cache
def builtin() -> tuple[Rule, ...]:
    """Rules shipped with the program, by suite and id."""
    rules = [parse(path) for path in sorted(RULES_DIR.glob("*.sql"))]
    return tuple(sorted(rules, key=lambda rule: (SUITES.index(rule.suite), rule.id)))


def load(
    folder: Path | None = None, off: Collection[str] = ()
) -> tuple[tuple[Rule, ...], tuple[BrokenRule, ...]]:
    """Rules for a campaign: the program's, plus those in `folder` (`CAMPAIGN/rules`), minus `off`.

    A faulty file of the campaign is returned as broken, never raised: one bad rule must not
    stop the others. A file may not take the id of a rule of the program. An id in `off` that no rule
    bears is returned as broken too: a misspelt one would leave the rule on without a word.
    """
    own = {rule.id for rule in builtin()}
    rules = [rule for rule in builtin() if rule.id not in off]
    broken: list[BrokenRule] = []
    for path in sorted(folder.glob("*.sql")) if folder and folder.is_dir() else ():
        try:
            rule = parse(path, custom=True)
        except (HeaderError, RuleError, OSError, UnicodeDecodeError) as error:
            broken.append(BrokenRule(path.stem, str(error)))
            continue
        if rule.id in own:
            broken.append(BrokenRule(rule.id, f"{path.name}: trùng mã với quy tắc có sẵn"))
        elif rule.id not in off:
            rules.append(rule)
    files = folder.glob("*.sql") if folder and folder.is_dir() else ()
    unknown = set(off) - own - {path.stem for path in files}
    broken += [
        BrokenRule(name, f"campaign.yaml, rules.off: không có quy tắc mang mã «{name}»")
        for name in sorted(unknown)
    ]
    return tuple(rules), tuple(broken)


def fill(template: str, params: dict[str, object]) -> str:
    """Put `{name}` values into a sentence; raises `RuleError` when one is not given."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if params.get(name) is None:
            raise RuleError(f"câu nhận xét cần giá trị “{name}” mà truy vấn không trả về")
        return str(params[name])

    return re.sub(r"\{(\w+)\}", value, template)


def _allowed(path: Path, key: str, value: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise RuleError(f"{path.name}: “{key}: {value}” không thuộc: {', '.join(filter(None, allowed))}")
