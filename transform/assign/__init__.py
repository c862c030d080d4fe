"""Which agency a file comes from: every source is asked, and they must agree."""

from __future__ import annotations

from transform.assign.decide import Assignment, assign
from transform.assign.names import NameIndex

__all__ = ["Assignment", "NameIndex", "assign"]
