"""Agencies and register: rows checked one by one, every fault with its line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from transform.campaign.faults import Fault
from transform.campaign.model import Agency, RegisterRow
from transform.campaign.sheets import Sheet, read_sheet
from transform.campaign.words import say

AGENCY_COLUMNS = ("code", "name", "kind", "parent", "email", "aliases", "required", "deadline")
REGISTER_COLUMNS = ("file", "received_at", "agency", "arrival_number", "note")
_Row = TypeVar("_Row", bound=BaseModel)


def load_agencies(folder: Path, faults: list[Fault]) -> tuple[tuple[Agency, ...], set[str]]:
    """Read agencies.csv or agencies.xlsx; what is wrong is added to `faults`.

    Also returns every code listed, so that a fault in a row is not told again where its code is used.
    """
    path = _one_of(folder, "agencies", faults)
    if path is None:
        if not any(fault.file.startswith("agencies") for fault in faults):
            faults.append(
                Fault("agencies.csv", 0, "Không thấy danh sách cơ quan (agencies.csv hoặc agencies.xlsx).")
            )
        return (), set()
    sheet = read_sheet(path, AGENCY_COLUMNS, ("code", "name", "kind"))
    faults += sheet.faults
    if not sheet.rows and not sheet.faults:
        faults.append(Fault(path.name, 0, "Danh sách cơ quan trống."))
    agencies = tuple(agency for _, agency in _models(sheet, Agency, faults, _agency_values))
    _unique(path.name, ((line, row.get("code", "")) for line, row in sheet.rows), faults)
    return agencies, {row["code"] for _, row in sheet.rows if "code" in row}


def load_register(folder: Path, codes: Iterable[str], faults: list[Fault]) -> tuple[RegisterRow, ...]:
    """Read register.csv or register.xlsx when there is one; files and agencies must be known."""
    path = _one_of(folder, "register", faults)
    if path is None:
        return ()
    sheet = read_sheet(path, REGISTER_COLUMNS, ("file",))
    faults += sheet.faults
    known = {code.casefold(): code for code in codes}
    files = inbox_names(folder / "inbox")
    rows, seen = [], dict[str, int]()
    for line, row in _models(sheet, RegisterRow, faults, _register_values):
        if row.agency and row.agency.casefold() not in known:
            faults.append(
                Fault(path.name, line, f"Mã cơ quan «{row.agency}» không có trong danh sách cơ quan.")
            )
        if files is not None and row.file not in files:
            faults.append(Fault(path.name, line, f"Tệp «{row.file}» không có trong inbox/."))
        if row.file in seen:
            faults.append(Fault(path.name, line, f"Tệp «{row.file}» đã ghi ở dòng {seen[row.file]}."))
        seen.setdefault(row.file, line)
        code = known.get(row.agency.casefold()) if row.agency else None
        rows.append(row.model_copy(update={"agency": code}))
    return tuple(rows)


def inbox_names(inbox: Path) -> set[str] | None:
    """Relative names (NFC, with /) of the files below `inbox`; None when there is no inbox."""
    if not inbox.is_dir():
        return None
    return {relative_name(path.relative_to(inbox)) for path in inbox.rglob("*") if not path.is_dir()}


def relative_name(path: Path | str) -> str:
    r"""One spelling for a file's place in the inbox: NFC, / between parts, no leading ./ or inbox/."""
    text = unicodedata.normalize("NFC", str(path).replace("\\", "/"))
    parts = PurePosixPath(text).parts
    return "/".join(parts[1:] if len(parts) > 1 and parts[0] == "inbox" else parts)


def _one_of(folder: Path, stem: str, faults: list[Fault]) -> Path | None:
    present = [path for path in (folder / f"{stem}.csv", folder / f"{stem}.xlsx") if path.is_file()]
    if len(present) > 1:
        faults.append(Fault(f"{stem}.csv", 0, f"Có cả {stem}.csv và {stem}.xlsx; đề nghị chỉ giữ một tệp."))
        return None
    return present[0] if present else None


def _models(
    sheet: Sheet,
    model: type[_Row],
    faults: list[Fault],
    prepare: Any,  # noqa: ANN401 - a plain function of one row
) -> list[tuple[int, _Row]]:
    result = []
    for line, row in sheet.rows:
        try:
            result.append((line, model.model_validate(prepare(row))))
        except ValidationError as error:
            faults += [Fault(sheet.file, line, say(item, model.model_fields)) for item in error.errors()]
    return result


def _agency_values(row: dict[str, str]) -> dict[str, object]:
    values: dict[str, object] = dict(row)
    values["kind"] = row.get("kind", "").casefold().replace("-", "_") or None
    if values["kind"] is None:
        del values["kind"]
    values["aliases"] = tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip())
    return values


def _register_values(row: dict[str, str]) -> dict[str, object]:
    return {**row, "file": relative_name(row["file"])} if "file" in row else dict(row)


def _unique(file: str, codes: Iterable[tuple[int, str]], faults: list[Fault]) -> None:
    seen: dict[str, int] = {}
    for line, code in codes:
        key = code.casefold()
        if key and key in seen:
            faults.append(Fault(file, line, f"Mã cơ quan «{code}» trùng với dòng {seen[key]}."))
        seen.setdefault(key, line)
