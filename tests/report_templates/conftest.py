"""Fixtures of the letters' tests."""

from __future__ import annotations

import letters_factory
import pytest


@pytest.fixture
def empty() -> letters_factory.Warehouse:
    """Return a campaign with its outline and agencies; nothing was sent."""
    return letters_factory.empty()


@pytest.fixture
def full(empty: letters_factory.Warehouse) -> letters_factory.Warehouse:
    """Return agencies in every state: complete, to be supplemented, scan, unread, secret, silent."""
    return letters_factory.full(empty)
