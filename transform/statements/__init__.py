"""The sentences of the provincial report, each with the quotes it rests on."""

from transform.statements.arrange import READS
from transform.statements.changes import changes
from transform.statements.compose import CampaignLike, compose
from transform.statements.settings import StatementSettings, settings_for

__all__ = ["READS", "CampaignLike", "StatementSettings", "changes", "compose", "settings_for"]
