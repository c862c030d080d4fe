"""How an agency stands in a campaign, as `status` prints it and a scheduled run notes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from warehouse.schema import literal

if TYPE_CHECKING:
    import duckdb


class Standing(NamedTuple):
    """One agency: when its report came in, and on how many of the items asked of it there is something."""

    name: str
    status: str
    received: str
    number: str
    covered: int
    asked: int

    @property
    def items(self) -> str:
        """`12/14`; empty where no report came in or nothing is asked."""
        return f"{self.covered}/{self.asked}" if self.received and self.asked else ""


def standings(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[Standing]:
    """Every agency of the campaign, in the officer's order; absent values are "" and 0."""
    asked = f"""SELECT s.name, s.status_text, coalesce(strftime(s.received_at, '%d/%m/%Y %H:%M'), ''),
        coalesce(s.number, ''), coalesce(s.items_covered, 0), coalesce(s.items_required, 0)
        FROM submission_status AS s JOIN agency AS a USING (campaign_id, agency_code)
        WHERE s.campaign_id = {literal(campaign_id)} ORDER BY a.seq, s.agency_code"""  # noqa: S608
    return [Standing(*row) for row in con.execute(asked).fetchall()]
