"""A slice of the inputs through worker processes, as in a real run, and the programs they start."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from benchmarks.fuzzing.checks import document_faults
from benchmarks.fuzzing.kinds import CANARY, LIMITS, Acts
from benchmarks.fuzzing.sandbox import Result
from extract.isolation import read_many

_CHUNK = 250
_BASE = 10**6
_MIXED, _PROGRAMS = ("docx", "docx", "pdf", "pdf", "other"), ("other", "pdf")


def kinds_of_workers(index: int) -> str:
    """Return the kind of the input `index` of a run through workers (see `mixed`, `with_programs`)."""
    return _MIXED[(index - _BASE) % 5] if index < 2 * _BASE else _PROGRAMS[index % 2]


def mixed(count: int, base: int = _BASE, skip: int = 0) -> list[tuple[str, int]]:
    """Return inputs that no forked run has seen; from twice the base on, of kinds that start programs.

    skip: how many of them earlier rounds have had.
    """
    return [(kinds_of_workers(k), k) for k in range(base + skip, base + skip + count)]


def with_programs(count: int, skip: int = 0) -> list[tuple[str, int]]:
    """Return inputs for OCR and LibreOffice."""
    return mixed(count, 2 * _BASE, skip)


def run(acts: Acts, inputs: Sequence[tuple[str, int]], path: str, soffice: str | None) -> list[Result]:
    """Read the inputs (kind, index) with `read_many`; path, soffice: where workers find programs."""
    results: list[Result] = []
    folder = acts.folder / "vao"
    folder.mkdir(exist_ok=True)
    before = dict(os.environ)
    os.environ["PATH"] = path
    os.environ["TMPDIR"] = str(acts.folder)
    os.environ.pop("TONGHOP_SOFFICE") if soffice is None else os.environ.update(TONGHOP_SOFFICE=soffice)
    try:
        for start in range(0, len(inputs), _CHUNK):
            results += _chunk(acts, inputs[start : start + _CHUNK], folder)
    finally:
        os.environ.clear()
        os.environ.update(before)
    return results


def _chunk(acts: Acts, inputs: Sequence[tuple[str, int]], folder: Path) -> list[Result]:
    files: dict[Path, int] = {}
    for kind, index in inputs:
        name, data = acts.make(kind, index)
        (folder / name).write_bytes(data)
        files[folder / name] = index
    results = []
    for outcome in read_many(list(files), workers=1, limits=LIMITS):
        result = Result(files.pop(outcome.path), "document", round(outcome.seconds, 5))
        if outcome.document is not None:
            result.faults = document_faults(outcome.document, canary=CANARY.encode())
        elif outcome.error is not None:
            result.outcome = outcome.error.code
            if outcome.error.code == "reader_crashed":
                result.faults = [f"reader_crashed {outcome.error.detail}".strip()]
        else:
            result.faults = ["neither a document nor an error"]
        results.append(result)
    if files:
        results[-1].faults.append(f"{len(files)} files without an outcome")
    results[-1].faults += leftovers(acts.folder)
    for path in folder.iterdir():
        path.unlink()
    return results


def leftovers(folder: Path) -> list[str]:
    """Name processes and scratch folders that should have ended with the readers."""
    for _ in range(50):
        left = psutil.Process().children(recursive=True)
        stray = [path.name for path in folder.glob("tonghop-*")]
        if not left and not stray:
            return []
        time.sleep(0.1)
    return [f"process left: {_name(child)}" for child in left] + [f"folder left: {name}" for name in stray]


def _name(process: psutil.Process) -> str:
    try:
        return f"{process.name()} ({process.status()})"
    except psutil.Error:
        return "gone"
