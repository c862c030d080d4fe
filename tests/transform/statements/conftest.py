"""Make the province of `statement_factory` once for all tests of the composition."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import statement_factory as factory

from transform.statements import compose


@pytest.fixture(scope="session")
def frames():
    return factory.province().frames()


@pytest.fixture(scope="session")
def composed(frames):
    return compose(factory.Campaign(), frames)
