"""Fixtures of the DOCX tests: write a body, read it back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "corpus"))

import docx_maker

from extract.blocks import RawDocument
from extract.docx import read_docx


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., RawDocument]:
    def make_and_read(body: str, **parts: str) -> RawDocument:
        return read_docx(docx_maker.write(tmp_path / "bao-cao.docx", body, **parts))

    return make_and_read
