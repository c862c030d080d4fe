"""Which language the program speaks: Vietnamese, or English for engineers (`--lang en`)."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

_language = "vi"
_CLICK_WORDS = Path(__file__).with_name("click_vi.json")


def use(language: str) -> None:
    """Set the language, `vi` or `en`."""
    global _language  # noqa: PLW0603 - one program, one language
    _language = language


def say(vietnamese: str, english: str) -> str:
    """Return the text in the language set."""
    return english if _language == "en" else vietnamese


class _Words(gettext.NullTranslations):
    """Click's own sentences in Vietnamese, from a table."""

    def __init__(self) -> None:
        super().__init__()
        self._table: dict[str, str] = json.loads(_CLICK_WORDS.read_text(encoding="utf-8"))

    def gettext(self, message: str) -> str:
        return self._table.get(message, message) if _language == "vi" else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def speak_vietnamese() -> None:
    """Give click, which asks Python's gettext, our words. Call before click is imported."""
    words = _Words()
    gettext.gettext = words.gettext
    gettext.ngettext = words.ngettext
