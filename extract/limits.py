"""What one file may cost. Exceeding a limit is a typed error about that file, never about the run."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Per-file limits. Defaults leave room for a 500-page scan and stop what no report needs.

    max_bytes: size on disk. max_unzipped_bytes/max_ratio: all members of a DOCX together, and
    unzipped to zipped (a bomb is far above it). max_members: members of the zip. max_pages, max_pixels:
    pages of a PDF, pixels of one image. seconds/memory_bytes: of the worker process for one file; a
    scan gets `seconds_per_scan_page` for every page on top. Depth of elements is libxml2's own (256).
    """

    max_bytes: int = 200 * _MIB
    max_unzipped_bytes: int = 512 * _MIB
    max_ratio: int = 200
    max_members: int = 10_000
    max_pages: int = 2_000
    max_pixels: int = 120_000_000
    seconds: float = 60.0
    seconds_per_scan_page: float = 20.0
    memory_bytes: int = 2_048 * _MIB


DEFAULT = Limits()
