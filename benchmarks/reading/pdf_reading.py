"""PDF reading beside pdfplumber and plain pdfium: `python benchmarks/reading/pdf_reading.py [FILE…]`.

Alternates the readers over the same files in one run and takes the median of five rounds of processor
time. Peak memory is that of a fresh process per reader. Without files it sets its own reports by typst
(9 pages with a table, 46 and 457 pages), to show that cost grows with the pages. `--write` keeps the
figures in RESULTS.md.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/corpus/pdf")]

from timing import in_turn  # noqa: E402

RESULTS = Path(__file__).with_name("RESULTS.md")
ROUNDS = 5


def pdfplumber_text(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
        return len(pdf.pages)


def pdfium_text(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    count = len(document)
    for index in range(count):
        page = document[index]
        text = page.get_textpage()
        text.get_text_bounded()
        text.close()
        page.close()
    document.close()
    return count


def our_reading(path: Path) -> int:
    from extract.pdf import read_pdf

    return read_pdf(path).pages or 0


def our_document(path: Path) -> int:
    from extract.document import read
    from extract.model import to_json

    document = read(path)
    to_json(document)
    return document.file.pages or 0


READERS: dict[str, Callable[[Path], int]] = {
    "pdfplumber extract_text": pdfplumber_text,
    "pypdfium2 get_text": pdfium_text,
    "read_pdf (RawDocument)": our_reading,
    "document.read (JSON)": our_document,
}


def own_files(folder: Path) -> list[Path]:
    """Write a report of about twelve pages with a table, and two long ones."""
    import pdf_cases
    from pdf_typeset import Case

    files = []
    for name, count in (("bao-cao-12", 34), ("bao-cao-50", 185), ("bao-cao-500", 1850)):
        items = (
            (*pdf_cases.body(3, count), *pdf_cases.tables().items[4:5])
            if count == 34
            else pdf_cases.body(3, count)
        )
        path = folder / f"{name}.pdf"
        path.write_bytes(Case(name, items, layout=pdf_cases.LAYOUTS["decree"]).pdf())
        files.append(path)
    return files


def peak_memory(reader: str, path: Path) -> float:
    """Peak resident memory in MB of a fresh process that reads `path` once."""
    done = subprocess.run(
        [sys.executable, __file__, "--memory", reader, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def print_memory(reader: str, path: Path) -> None:
    READERS[reader](path)
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would tell the parent's peak
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        print(int(peak.split()[1]) / 1024)
    else:
        import resource

        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024)


def measure(path: Path) -> list[str]:
    """Rows of the table for one file. A slow reader is not repeated on a long file."""
    slow = "pdfplumber extract_text"
    pages = pdfium_text(path)
    times = in_turn(READERS, path, ROUNDS, once=(slow,) if pages > 60 else ())
    _, base = times[slow]
    rows = []
    for name, (_, middle) in times.items():
        memory = peak_memory(name, path)
        rows.append(
            f"| {path.name} | {pages} | {name} | {pages / middle:.0f} | {1000 * middle / pages:.2f} |"
            f" {base / middle:.1f} × | {memory:.0f} |"
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--memory", nargs=2, metavar=("READER", "FILE"))
    parser.add_argument("--write", action="store_true", help="keep the figures in RESULTS.md")
    options = parser.parse_args()
    if options.memory:
        print_memory(options.memory[0], Path(options.memory[1]))
        return
    lines = [
        "| file | pages | reader | pages/s | ms/page | to pdfplumber | peak MB |",
        "|---|---|---|---|---|---|---|",
    ]
    print("\n".join(lines))
    with tempfile.TemporaryDirectory() as folder:
        for path in options.files or own_files(Path(folder)):
            for row in measure(path):
                print(row, flush=True)
                lines.append(row)
    if options.write:
        python, machine = platform.python_version(), platform.machine()
        head = (
            "# Reading PDF\n\n"
            "`python benchmarks/reading/pdf_reading.py --write`: median of five alternating rounds"
            f" of processor time, Python {python}, {machine}, one process.\n\n"
        )
        RESULTS.write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
