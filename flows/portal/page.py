"""The start page as HTML; everything interpolated is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader

from flows.layout import Layout
from flows.portal.overview import NothingPublishedError, Overview, read_overview
from report_templates.ooxml import clean
from report_templates.shared.env import environment

_HERE = Path(__file__).resolve().parent


def start_page(layout: Layout, campaign_id: str) -> bytes:
    """Return the start page as UTF-8: the published state, or that nothing is published yet."""
    view: Overview | None
    try:
        view = read_overview(layout, campaign_id)
    except NothingPublishedError:
        view = None
    shared = environment()
    pages = shared.overlay(
        loader=ChoiceLoader([FileSystemLoader(_HERE), shared.loader or FileSystemLoader([])])
    )
    return clean(pages.get_template("trang-dau.html").render(view=view)).encode()
