"""Scanned pages to full Document JSON beside bare `tesseract` on the same pictures.

`python benchmarks/reading/scan_reading.py [--write]`; alternating, median of 3, wall and processor time, one
core each, then two reading processes. `--write` keeps the figures in SCAN_RESULTS.md.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from extract.document import read
from extract.isolation import read_many
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


def _seconds(function: Callable[[Path], int], path: Path) -> tuple[float, float]:
    """Wall and processor seconds of a call, the programs that it starts included."""
    before, start = _processor(), time.perf_counter()
    function(path)
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Print the table, and keep it with `--write`."""
    if not available():
        sys.exit("needs tesseract with Vietnamese data")
    pdf = pdf_bytes(compose(bodies(12)[3]))
    lines = ["| pages | reader | pages/s (wall) | processor s a page |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for kind, how in KINDS.items():
            path = Path(folder) / "scan.pdf"
            path.write_bytes(scan(pdf, how, PAGES))
            loops = {"tesseract, bare text": _bare, "tonghop, full Document JSON": _ours}
            times: dict[str, list[tuple[float, float]]] = {name: [] for name in loops}
            for _ in range(ROUNDS):
                for name, function in loops.items():
                    times[name].append(_seconds(function, path))
            for name, values in times.items():
                wall, processor = (statistics.median(part) / PAGES for part in zip(*values, strict=True))
                lines.append(f"| {kind} | {name} | {1 / wall:.2f} | {processor:.2f} |")
            files = []
            for number in range(2):
                files.append(Path(folder) / f"{number}.pdf")
                files[-1].write_bytes(path.read_bytes())
            start = time.perf_counter()
            assert all(outcome.document for outcome in read_many(files, workers=2))
            rate = PAGES * len(files) / (time.perf_counter() - start)
            lines.append(f"| {kind} | tonghop, two processes | {rate:.2f} | |")
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        Path(__file__).with_name("SCAN_RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
