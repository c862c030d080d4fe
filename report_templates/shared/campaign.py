"""The campaign and its agencies as letters speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from report_templates.shared.format import short_date
from report_templates.shared.query import Row, one, rows


class UnknownCampaignError(LookupError):
    """The warehouse holds no such campaign, or the campaign no such agency."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign; `consolidator` in normal writing ("Sở Nội vụ"), `consolidator_caps` as on letterheads."""

    campaign_id: str
    title: str
    deadline: datetime | None
    request: str
    request_short: str
    consolidator: str
    consolidator_caps: str
    parent: str
    symbol: str
    place: str

    @property
    def basis(self) -> str:
        """What letters carry out: the requesting letter, or the campaign's title where none is recorded."""
        return self.request or f"yêu cầu báo cáo “{self.title}”"

    @property
    def opening(self) -> str:
        """First words of a letter: `Thực hiện …`, with the title unless the basis names it already."""
        matter = f" (nội dung: {self.title})" if self.request else ""
        return f"Thực hiện {self.basis}{matter}"

    @property
    def by_request(self) -> str:
        """End of a letter's subject: ` theo Công văn số …`; empty where no requesting letter is recorded."""
        return f" theo {self.request_short}" if self.request_short else ""

    @property
    def unit(self) -> str:
        """Unit that keeps the letter: the symbol after its first hyphen (`SNV-CQTN&VTLT` → `CQTN&VTLT`)."""
        return self.symbol.partition("-")[2]

    @property
    def superior(self) -> str:
        """The consolidator's superior as Nơi nhận names it: "UBND tỉnh", else as on the letterhead."""
        kinds = (("UBND TỈNH", "UBND tỉnh"), ("UBND THÀNH PHỐ", "UBND thành phố"))
        return next((short for caps, short in kinds if self.parent.startswith(caps)), self.parent)

    @property
    def leaders(self) -> str:
        """Whom the draft goes to inside the consolidator."""
        is_department = self.consolidator.casefold().startswith("sở ")
        return "Giám đốc, các Phó Giám đốc Sở" if is_department else "Lãnh đạo cơ quan"

    @property
    def keep_line(self) -> str:
        """The line "Lưu: VT, <unit>" of Nơi nhận."""
        return f"Lưu: VT, {self.unit}" if self.unit else "Lưu: VT"


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency of the officer's list."""

    code: str
    name: str
    kind: str
    parent: str
    email: str
    deadline: datetime | None


def read_campaign(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Campaign:
    """Read the campaign; raises `UnknownCampaignError`."""
    row = one(con, "SELECT * FROM campaign WHERE campaign_id = ?", campaign_id)
    if row is None:
        raise UnknownCampaignError(f"Không có đợt báo cáo “{campaign_id}” trong kho dữ liệu.")
    short = " ".join(
        part
        for part in (row["request_type"], "số" if row["request_number"] else "", row["request_number"])
        if part
    )
    name = row["consolidator_name"] or ""
    return Campaign(
        campaign_id=campaign_id,
        title=row["title"] or campaign_id,
        deadline=row["deadline"],
        request=_request(short, row["request_date"], row["request_issuer"]),
        request_short=short,
        consolidator=_plain_name(con, campaign_id, name, row["request_issuer"]),
        consolidator_caps=name.upper(),
        parent=(row["consolidator_parent"] or "").upper(),
        symbol=row["consolidator_symbol"] or "",
        place=row["consolidator_place"] or row["province"] or "",
    )


def _request(short: str, day: date | None, issuer: str | None) -> str:
    if not short:
        return ""
    dated = f"{short} ngày {short_date(day)}" if day else short
    return f"{dated} của {issuer}" if issuer else dated


def _plain_name(con: duckdb.DuckDBPyConnection, campaign_id: str, name: str, issuer: str | None) -> str:
    """Find the consolidator's name in normal writing; capitals are never lowered by guess."""
    if issuer and issuer.upper() == name.upper():
        return issuer
    asked = "SELECT name FROM agency WHERE campaign_id = ? AND upper(name) = ? ORDER BY seq, agency_code"
    found = one(con, asked, campaign_id, name.upper())
    return found["name"] if found and name else name


def read_agencies(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[Agency]:
    """Return the campaign's agencies in the order of the officer's list."""
    asked = "SELECT * FROM agency WHERE campaign_id = ? ORDER BY seq NULLS LAST, agency_code"
    return [_agency(row) for row in rows(con, asked, campaign_id)]


def read_agency(con: duckdb.DuckDBPyConnection, campaign_id: str, agency_code: str) -> Agency:
    """Return one agency; raises `UnknownCampaignError`."""
    asked = "SELECT * FROM agency WHERE campaign_id = ? AND agency_code = ?"
    row = one(con, asked, campaign_id, agency_code)
    if row is None:
        raise UnknownCampaignError(f"Không có cơ quan mã “{agency_code}” trong danh sách của đợt báo cáo.")
    return _agency(row)


def _agency(row: Row) -> Agency:
    return Agency(
        code=row["agency_code"],
        name=row["name"] or row["agency_code"],
        kind=row["kind"] or "other",
        parent=row["parent"] or "",
        email=row["email"] or "",
        deadline=row["deadline"],
    )
