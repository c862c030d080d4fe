"""Makes the fuzzing driver and the corpus' makers importable."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
for folder in (ROOT, ROOT / "tests" / "corpus", ROOT / "tests" / "corpus" / "pdf"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
