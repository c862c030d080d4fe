"""Letters that hold true no longer are taken back: to an agency whose file is another's now, to silent ones.

A letter that an officer has edited is never deleted: it is renamed, so that nothing sends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from flows.layout import Layout
from report_templates.shared.output import LEDGER, safe_name, withdraw

_LETTER = ("phan-hoi.docx", "phan-hoi.html")
_MADE = ("findings.json", "bao-cao-kem-nhan-xet.*", LEDGER)
"""Written beside a letter by machine; they go with it."""
_MESSAGES = ("*-phan-hoi.eml", "*-nhac-*.eml")


def withdraw_letters(layout: Layout, senders: Iterable[str], *, reminder: bool) -> None:
    """Leave letters to `senders` only, and the reminder only when one was written in this run."""
    due = {safe_name(code) for code in senders}
    for folder in sorted(layout.feedback.glob("*")):
        if folder.is_dir() and folder.name not in due:
            _withdraw_folder(folder)
    if not reminder:
        withdraw(layout.reminders / "don-doc.docx")


def _withdraw_folder(folder: Path) -> None:
    for name in _LETTER:
        withdraw(folder / name)
    for pattern in _MADE:
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)
    with suppress(OSError):  # something of the officer's lies there
        folder.rmdir()


def withdraw_messages(layout: Layout, current: Iterable[Path]) -> None:
    """Remove messages of ours that are not among `current`; the ledger of what was sent stays."""
    names = {path.name for path in current}
    for pattern in _MESSAGES:
        for path in sorted(layout.outbox.glob(pattern)):
            if path.name not in names:
                path.unlink(missing_ok=True)
