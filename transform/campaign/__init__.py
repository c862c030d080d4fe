"""A campaign folder (campaign.yaml, agencies, register, overrides) read and checked at once."""

from __future__ import annotations

from transform.campaign.faults import CampaignError, Fault
from transform.campaign.load import load_campaign
from transform.campaign.model import Agency, Campaign, OutlineItem, Override, OverrideKind, RegisterRow
from transform.campaign.times import VIETNAM

__all__ = [
    "VIETNAM",
    "Agency",
    "Campaign",
    "CampaignError",
    "Fault",
    "OutlineItem",
    "Override",
    "OverrideKind",
    "RegisterRow",
    "load_campaign",
]
