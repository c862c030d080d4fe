"""Property tests: no limit on one example's time (test machines are shared; the whole test has a limit)."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("tonghop", deadline=None)
settings.load_profile("tonghop")
