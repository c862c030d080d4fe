"""The Jinja environment of every page: autoescape always on, strict about missing names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from report_templates.ooxml import clean
from report_templates.shared import format as vi

ROOT = Path(__file__).resolve().parent.parent


@cache
def environment() -> Environment:
    """Return the environment; templates are named from `report_templates/`, as `feedback/phan-hoi.html`.

    Everything interpolated is escaped: names and quotes come from files nobody here wrote.
    """
    env = Environment(
        loader=FileSystemLoader(ROOT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(
        short_date=vi.short_date,
        table_date=vi.table_date,
        long_date=vi.long_date,
        moment=vi.moment_text,
        table_moment=vi.table_moment,
        number=vi.number,
        count=vi.count,
        join_and=vi.join_and,
        shorten=vi.shorten,
    )
    return env


def render(template: str, **context: object) -> bytes:
    """Fill an HTML template and return it as UTF-8 without characters that no page may hold."""
    return clean(environment().get_template(template).render(**context)).encode()
