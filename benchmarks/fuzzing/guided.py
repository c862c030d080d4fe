"""Coverage-guided inputs (atheris, on libFuzzer) for the parsers of text, in a process of their own.

The first byte of an input chooses the parser, so that one run grows one corpus for all of them.
Run by `explore`; as a program: `python -m benchmarks.fuzzing.guided FOLDER RUNS SEED`.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

MODULES = (
    "extract.citations", "extract.figures", "extract.encoding", "extract.encoding.damage",
    "extract.structure", "extract.structure.markers", "extract.plaintext", "extract.document",
)  # fmt: skip
_LONGEST = 600
_COVERED = re.compile(r"cov: (\d+)")


def available() -> bool:
    """Whether atheris is installed (Linux only)."""
    return importlib.util.find_spec("atheris") is not None


def explore(folder: Path, runs: int, seed: int) -> dict[str, Any]:
    """Feed `runs` inputs; returns inputs, faults (with one example each, hex), edges at first and at last."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.fuzzing.guided", str(folder), str(runs), str(seed)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace", check=False)
    told = folder / "ket-qua.json"
    if not told.exists():
        return {"inputs": 0, "faults": {f"ended with code {done.returncode}": 1}, "examples": {}}
    covered = [int(found) for found in _COVERED.findall(done.stderr)]
    result: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    result["edges"] = [covered[0], covered[-1]] if covered else []
    return result


def _dictionary(path: Path) -> None:
    from benchmarks.fuzzing.nasty import NUMBERS, TEXTS

    words = sorted({word.encode() for word in (*TEXTS, *NUMBERS) if word})
    rows = ("".join(f"\\x{byte:02x}" for byte in word) for word in words)
    path.write_text("".join(f'"{row}"\n' for row in rows), encoding="ascii")


def _seeds(folder: Path, parsers: int) -> None:
    from benchmarks.fuzzing.seeds import text_seeds

    folder.mkdir(exist_ok=True)
    for k, text in enumerate(text_seeds()):
        for parser in range(parsers):
            (folder / f"{k}-{parser}").write_bytes(bytes([parser]) + text[:_LONGEST].encode()[:_LONGEST])


def _main(folder: Path, runs: int, seed: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["extract"], enable_loader_override=False):
        for name in MODULES:
            importlib.import_module(name)
    from benchmarks.fuzzing.kinds import parser_faults
    from benchmarks.fuzzing.texts import PARSERS

    parsers = list(PARSERS)
    _seeds(folder / "corpus", len(parsers))
    _dictionary(folder / "tu-dien")
    faults: Counter[str] = Counter()
    examples: dict[str, str] = {}
    fed = 0

    def one(data: bytes) -> None:
        nonlocal fed
        fed += 1
        name = parsers[data[0] % len(parsers)] if data else parsers[0]
        for fault in parser_faults(name, data[1:].decode("utf-8", "replace")):
            faults[fault] += 1
            examples.setdefault(fault, data.hex())
        if fed == runs:
            told = {"inputs": fed, "faults": faults, "examples": examples}
            (folder / "ket-qua.json").write_text(json.dumps(told), encoding="utf-8")
            sys.stderr.flush()
            os._exit(0)

    options = [
        f"-runs={runs + 1}", f"-seed={seed}", f"-max_len={_LONGEST}", "-timeout=30", "-rss_limit_mb=1536",
        f"-artifact_prefix={folder}/", f"-dict={folder / 'tu-dien'}", "-verbosity=1", str(folder / "corpus"),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
