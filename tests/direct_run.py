"""The whole flow in this process: without Prefect and, unless asked for, without LibreOffice's PDF."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import pytest

from flows.consolidate import consolidate
from flows.engine import without_prefect
from flows.job import Summary

AS_OF = datetime.fromisoformat("2026-02-05T08:00:00+07:00")


def consolidated(folder: Path, out: Path | None = None, *, as_of=AS_OF, pdf=False, **options) -> Summary:
    """Run over a campaign folder. pdf: write the report as PDF too, which takes seconds."""
    patched = nullcontext() if pdf else pytest.MonkeyPatch.context()
    with without_prefect(), patched as patch:
        if patch is not None:
            patch.setattr("flows.steps.consolidation.write_pdf", lambda _layout: None)
        return consolidate.fn(folder, out, as_of, **options)
