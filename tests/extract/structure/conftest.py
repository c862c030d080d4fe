"""Makes the reports of `tests/corpus/variants` and `tests/corpus/unseen`, and what sets them, importable."""

import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
for folder in ("variants", "unseen", "pdf", "."):
    sys.path.insert(0, str(CORPUS / folder))
