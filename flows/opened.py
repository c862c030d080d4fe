"""The campaign that a command is about, and where its results lie."""

from __future__ import annotations

from pathlib import Path

from flows.layout import Layout, campaign_folder
from transform.campaign import Campaign, load_campaign


def opened(named: Path, out: Path | None) -> tuple[Campaign, Layout]:
    """Read the campaign named on the command line; `out` None = its own `out/`. Raises CampaignError."""
    folder = campaign_folder(named)
    return load_campaign(folder), Layout(out or folder / "out")
