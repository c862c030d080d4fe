"""A letter about a further version: what was put right since the last letter, what remains."""

from __future__ import annotations

from typing import Any

from report_templates.feedback.compose import item_name
from report_templates.feedback.data import FeedbackData
from report_templates.shared.findings import Finding
from report_templates.shared.format import count

_NAMED = 8
"""Items named in the sentence on what was put right; the rest are counted."""


def asked_before(data: FeedbackData) -> set[tuple[str, str, str]]:
    """Return the keys (see `Finding.key`) of what the last letter asked or noted."""
    if not data.previous:
        return set()
    return {_old_key(old) for old in data.previous["findings"] if old.get("owner") != "officer"}


def _old_key(old: dict[str, Any]) -> tuple[str, str, str]:
    path = old.get("outline_path") or ""
    return (str(old.get("rule") or ""), str(path), "" if path else str(old.get("evidence") or ""))


def resolved_since(data: FeedbackData) -> list[dict[str, Any]]:
    """Return the last letter's requests that no longer apply, as they stood in `findings.json`."""
    if not data.previous:
        return []
    now = {finding.key for finding in data.findings}
    return [
        old
        for old in data.previous["findings"]
        if old.get("owner") != "officer" and old.get("severity") != "info" and _old_key(old) not in now
    ]


def progress_words(data: FeedbackData, resolved: list[dict[str, Any]], remaining: list[Finding]) -> str:
    """Compare with the last letter: what was put right, what remains."""
    if not data.previous:
        return ""
    version = data.previous["submission"].get("version")
    since = f" (đối với bản gửi lần {version})" if version else ""
    done = f"đã bổ sung, hoàn thiện {count(len(resolved))} nội dung" if resolved else ""
    named = list(dict.fromkeys(_old_name(old) for old in resolved if _old_name(old)))
    if named:
        rest = f" và {count(len(named) - _NAMED)} mục khác" if len(named) > _NAMED else ""
        done += f" ({'; '.join(named[:_NAMED])}{rest})"
    left = f"còn {count(len(remaining))} nội dung đề nghị tiếp tục hoàn thiện" if remaining else ""
    if not done and not left:
        return ""
    return f"So với lần phản hồi trước{since}, {'; '.join(part for part in (done, left) if part)}."


def _old_name(old: dict[str, Any]) -> str:
    return item_name(old.get("outline_path"), old.get("outline_title"))
