"""The examples of the page on citations are true."""

from __future__ import annotations

import doctest

from .conftest import ROOT


def test_examples() -> None:
    result = doctest.testfile(str(ROOT / "docs" / "citations.md"), module_relative=False)
    assert result.attempted >= 8
    assert result.failed == 0
