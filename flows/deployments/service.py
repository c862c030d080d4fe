"""Keep the deployments of a campaign served on this machine until told to stop."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from flows.prefect_local import LocalServer, prefect_api
from flows.text import printable
from transform.campaign import load_campaign

PORT = 4200
_AT_ONCE = 3
"""A run under way, a look that finds it so, and the nightly one waiting for its turn."""
_KEPT: Mapping[str, str] = {"PREFECT_LOGGING_TO_API_ENABLED": "true", "PREFECT_LOGGING_LEVEL": "INFO"}


def _server() -> LocalServer:
    """Start a server with scheduler and pages, its records apart from those of single runs."""
    return LocalServer(_KEPT, home="prefect-dich-vu", port=PORT if _free(PORT) else None)


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def serve_campaign(folder: Path, out: Path | None, every: timedelta) -> None:
    """Serve until interrupted. Raises CampaignError before anything starts."""
    campaign = load_campaign(folder)
    with prefect_api(_server) as server:
        from prefect import serve

        from flows.deployments.plan import deployments

        made = deployments(campaign, out, every)
        if server is not None:
            server.wait()
            click.echo(f"Trang theo dõi của Prefect: {server.url.removesuffix('/api')}")
        for deployment in made:
            click.echo(f"  • {printable(deployment.name)}: {deployment.description}")
        click.echo("Đang phục vụ; bấm Ctrl+C để dừng.")
        serve(*made, print_starting_message=False, limit=_AT_ONCE)


def watch_once(folder: Path, out: Path | None) -> str:
    """One look at the inbox, and a run when something changed; returns what Prefect records of it."""
    load_campaign(folder)
    with prefect_api() as server:
        from flows.deployments.jobs import watch

        if server is not None:
            server.wait()
        state: Any = watch(folder, out, return_state=True)
        state.result()  # raises what the run raised
        return str(state.message)
