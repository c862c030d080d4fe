"""Makes the variants of `tests/corpus/variants` importable."""

import sys
from pathlib import Path

VARIANTS = Path(__file__).resolve().parents[2] / "corpus" / "variants"
sys.path.insert(0, str(VARIANTS))
