"""Which deployments a campaign gets, and when each runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron, Interval, RRule, Schedule
from prefect.types.entrypoint import EntrypointType

from flows.deployments.jobs import scheduled, watch
from transform.campaign import Campaign
from transform.campaign.times import in_vietnam

ZONE = "Asia/Ho_Chi_Minh"
NIGHTLY = "0 1 * * *"
AFTER_DEADLINE = timedelta(minutes=1)


def deadlines(campaign: Campaign) -> list[datetime]:
    """Return the campaign's deadline and the agencies' own, each once, in Vietnam's time."""
    return sorted({in_vietnam(moment) for moment in campaign.deadlines})


def closing(moment: datetime) -> Schedule:
    """One run, a minute after `moment`."""
    at = in_vietnam(moment) + AFTER_DEADLINE
    return RRule(f"DTSTART:{at:%Y%m%dT%H%M%S}\nRRULE:FREQ=DAILY;COUNT=1", timezone=ZONE)


def deployments(campaign: Campaign, out: Path | None, every: timedelta) -> list[RunnerDeployment]:
    """Make `theo-doi`, `hang-dem` and `chot-han` for one campaign; nothing is registered yet.

    No concurrency limit of Prefect's: its slots outlive a server that was killed, and then no run would
    start again. The lock on the output folder keeps runs apart, and the system frees it.
    """
    common: dict[str, Any] = {
        "parameters": {
            "campaign": str(campaign.folder.resolve()),
            "out": str(out.resolve()) if out else None,
        },
        "tags": ["tonghop", campaign.id],
        "entrypoint_type": EntrypointType.MODULE_PATH,
    }
    made = [
        watch.to_deployment(
            f"theo-doi {campaign.id}",
            schedule=Interval(every, timezone=ZONE),
            description="Theo dõi hộp nhận: có tệp mới thì đọc, viết thư phản hồi, cập nhật dự thảo.",
            **common,
        ),
        scheduled.to_deployment(
            f"hang-dem {campaign.id}",
            schedule=Cron(NIGHTLY, timezone=ZONE),
            description="Chạy lại toàn bộ lúc 01 giờ hằng đêm.",
            **common,
        ),
        scheduled.to_deployment(
            f"chot-han {campaign.id}",
            schedules=[closing(moment) for moment in deadlines(campaign)],
            description="Chốt danh sách ngay sau thời hạn: ghi nhận gửi chậm, đôn đốc, dự thảo báo cáo.",
            **common,
        ),
    ]
    return [deployment for deployment in made if isinstance(deployment, RunnerDeployment)]
