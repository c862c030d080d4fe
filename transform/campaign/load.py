"""`load_campaign`: a folder becomes a `Campaign`, or one error that lists every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from transform.campaign.faults import CampaignError, Fault
from transform.campaign.lists import load_agencies, load_register
from transform.campaign.model import (
    Campaign,
    Code,
    Consolidator,
    Deadline,
    Defaults,
    Filled,
    Frozen,
    MailOptions,
    OutlineNode,
    Period,
    ReportOptions,
    Request,
    RuleOptions,
    Text,
)
from transform.campaign.outline import flatten, outline_faults
from transform.campaign.overrides import load_overrides
from transform.campaign.words import say
from transform.campaign.yaml_lines import Lined, read_yaml

FILE = "campaign.yaml"


class CampaignFile(Frozen):
    """campaign.yaml as written."""

    id: Code
    title: Filled
    request: Request = Request()
    period: Period = Period()
    deadline: Deadline
    province: Text | None = None
    consolidator: Consolidator = Consolidator()
    defaults: Defaults = Defaults()
    outline: tuple[OutlineNode, ...] = Field(default=())
    report: ReportOptions = ReportOptions()
    rules: RuleOptions = RuleOptions()
    mail: MailOptions = MailOptions()


_PARTS: dict[str, type[Frozen]] = {
    "request": Request,
    "period": Period,
    "consolidator": Consolidator,
    "defaults": Defaults,
    "outline": OutlineNode,
    "items": OutlineNode,
    "report": ReportOptions,
    "rules": RuleOptions,
    "mail": MailOptions,
}


def load_campaign(folder: Path) -> Campaign:
    """Read a campaign folder. Raises CampaignError listing every fault of every file."""
    folder = Path(folder)
    path = folder / FILE
    if not path.is_file():
        raise CampaignError([Fault(FILE, 0, f"Không thấy tệp {FILE} trong thư mục «{folder.name}».")])
    lined = read_yaml(path)
    faults = list(lined.faults)
    declared = _declared(lined, faults)
    agencies, codes = load_agencies(folder, faults)
    register = load_register(folder, codes, faults)
    outline = flatten(declared.outline, declared.defaults) if declared else ()
    overrides = load_overrides(folder, codes, outline, faults)
    if declared:
        faults += _template_faults(folder, declared.report.template, lined)
    if faults or declared is None:
        raise CampaignError(faults)
    return Campaign(
        folder=folder,
        outline=outline,
        agencies=agencies,
        register_rows=register,
        overrides=overrides,
        **{name: getattr(declared, name) for name in CampaignFile.model_fields if name != "outline"},
    )


def _declared(lined: Lined, faults: list[Fault]) -> CampaignFile | None:
    if lined.faults and lined.data is None:
        return None
    if not isinstance(lined.data, dict):
        faults.append(Fault(FILE, 1, "Tệp trống hoặc không gồm các khóa và giá trị."))
        return None
    faults += outline_faults(lined, FILE)
    faults += _period_faults(lined)
    try:
        return CampaignFile.model_validate(lined.data)
    except ValidationError as error:
        for item in error.errors():
            loc = item["loc"]
            if loc == ("outline",) and not lined.data.get("outline"):
                continue
            faults.append(Fault(FILE, lined.line(loc), say(item, _known_keys(loc))))
        return None


def _template_faults(folder: Path, name: str | None, lined: Lined) -> list[Fault]:
    """Return a fault when the report's frame is no Word file of the campaign's own folder."""
    if name is None:
        return []
    line = lined.line(("report", "template"))
    path = Path(name)
    if path.is_absolute() or ".." in path.parts or path.suffix.lower() != ".docx":
        return [Fault(FILE, line, f"Mẫu báo cáo «{name}» phải là tệp .docx trong thư mục của đợt báo cáo.")]
    if not (folder / path).is_file():
        return [
            Fault(FILE, line, f"Không thấy mẫu báo cáo «{name}»; lấy mẫu để sửa bằng lệnh tonghop template.")
        ]
    return []


def _known_keys(loc: tuple[Any, ...]) -> list[str]:
    parents = [part for part in loc[:-1] if isinstance(part, str)]
    model: type[Frozen] = _PARTS.get(parents[-1], CampaignFile) if parents else CampaignFile
    return [field.alias or name for name, field in model.model_fields.items()]


def _period_faults(lined: Lined) -> list[Fault]:
    try:
        period = Period.model_validate(lined.data.get("period") or {})
    except ValidationError:
        return []
    if period.start and period.end and period.start > period.end:
        return [Fault(FILE, lined.line(("period",)), "Kỳ báo cáo: ngày đầu sau ngày cuối.")]
    return []
