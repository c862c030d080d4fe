"""Make the scan maker, the layout variants and what sets them importable for the OCR tests."""

from __future__ import annotations

import sys
from pathlib import Path

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"
for _folder in (_CORPUS, _CORPUS / "variants", _CORPUS / "pdf"):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))
