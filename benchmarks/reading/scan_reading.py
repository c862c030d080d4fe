"""Scanned pages to full Document JSON beside bare `tesseract` on the same pictures.

`python benchmarks/reading/scan_reading.py [--write]`; alternating, median of 3, wall and processor time, one
core each, then two reading processes. `--write` keeps the figures in SCAN_RESULTS.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from timing import in_turn, keep, with_processes

from extract.document import read
from extract.model import to_json
from extract.ocr import available
from flows.demo.compose import compose
from flows.demo.names import bodies
from flows.demo.write_pdf import pdf_bytes

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "corpus"))
from scan_maker import Spoil, scan

ROUNDS, PAGES = 3, 1
KINDS = {
    "300 dpi, clean": Spoil(dpi=300, skew=0.4, jpeg=80),
    "150 dpi, seal, 2° skew": Spoil(dpi=150, skew=2.0, seal=True, jpeg=60),
}


def _bare(path: Path) -> int:
    """Draw the pages at 300 dpi and give each to the program as it is."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    size = 0
    for page in document:
        picture = path.with_suffix(".png")
        page.render(scale=300 / 72).to_pil().convert("L").save(picture, compress_level=1)
        done = subprocess.run(
            ["tesseract", str(picture), "stdout", "-l", "vie", "--dpi", "300"],
            capture_output=True,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        size += len(done.stdout)
    return size


def _ours(path: Path) -> int:
    return len(to_json(read(path)))


def main() -> None:
    """Print the table, and keep it with `--write`."""
    if not available():
        sys.exit("needs tesseract with Vietnamese data")
    pdf = pdf_bytes(compose(bodies(12)[3]))
    readers = {"tesseract, bare text": _bare, "tonghop, full Document JSON": _ours}
    lines = ["| pages | reader | pages/s (wall) | processor s a page |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for kind, how in KINDS.items():
            path = Path(folder) / "scan.pdf"
            path.write_bytes(scan(pdf, how, PAGES))
            for name, (wall, processor) in in_turn(readers, path, ROUNDS).items():
                lines.append(f"| {kind} | {name} | {PAGES / wall:.2f} | {processor / PAGES:.2f} |")
            rate = 2 * PAGES / with_processes(path, copies=2, workers=2)
            lines.append(f"| {kind} | tonghop, two processes | {rate:.2f} | |")
    keep(Path(__file__).with_name("SCAN_RESULTS.md"), lines, write="--write" in sys.argv)


if __name__ == "__main__":
    main()
