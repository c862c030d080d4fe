"""The sentences of the provincial report, each with the quotes it rests on."""

from transform.statements.changes import changes
from transform.statements.compose import CampaignLike, compose
from transform.statements.settings import StatementSettings, settings_for

__all__ = ["CampaignLike", "StatementSettings", "changes", "compose", "settings_for"]
