"""A read-only page of the results on this machine: `tonghop serve`."""

from __future__ import annotations

from flows.portal.server import make_server

__all__ = ["make_server"]
