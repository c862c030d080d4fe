"""Make the scan maker importable for the OCR tests."""

from __future__ import annotations

import sys
from pathlib import Path

_CORPUS = str(Path(__file__).resolve().parents[2] / "corpus")
if _CORPUS not in sys.path:
    sys.path.insert(0, _CORPUS)
