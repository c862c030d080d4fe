"""Versions that a result depends on, for `run.json` and `tonghop --version`."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

_NAMED = (
    "tonghop",
    "prefect",
    "duckdb",
    "polars",
    "pdfplumber",
    "pypdfium2",
    "great-expectations",
    "docxtpl",
)


def versions() -> dict[str, str]:
    """Package name → installed version; `-` when absent."""
    return {name: _version(name) for name in _NAMED}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
