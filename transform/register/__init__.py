"""Identity of cited documents over all reports of a campaign, and the register of plans."""

from __future__ import annotations

from transform.register.bodies import Agency
from transform.register.build import Register, build_register
from transform.register.plans import carried_out, plan_gaps

__all__ = ["Agency", "Register", "build_register", "carried_out", "plan_gaps"]
