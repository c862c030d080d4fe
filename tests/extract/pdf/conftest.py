"""Makes the PDF test corpus importable and reads bytes as a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "corpus" / "pdf"))

from extract.blocks import RawDocument
from extract.pdf import read_pdf

SHARED = Path(__file__).resolve().parents[3] / "../shared"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], RawDocument]:
    def write_and_read(data: bytes) -> RawDocument:
        path = tmp_path / "bao-cao.pdf"
        path.write_bytes(data)
        return read_pdf(path)

    return write_and_read


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.pdf.reader.find_engine", lambda: None)


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the folder of real public documents is not on this machine")
    return folder
