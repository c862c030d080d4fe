"""A draft campaign.yaml read from the requesting letter and its đề cương."""

from __future__ import annotations
