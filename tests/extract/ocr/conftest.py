"""Make the scan maker and the layout variants importable for the OCR tests."""

from __future__ import annotations

import sys
from pathlib import Path

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"
for _folder in (_CORPUS, _CORPUS / "variants"):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))
