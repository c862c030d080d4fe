"""Memory that a step no longer needs."""

import sys
from pathlib import Path

import pytest

from flows.memory import give_back


def _held():
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_free_memory_goes_back():
    texts = [("ỏ" * 20_000) + str(number) for number in range(4_000)]  # 160 MB in pieces
    kept = texts[::100]
    full = _held()
    del texts
    give_back()
    assert _held() < full - 100
    assert len(kept) == 40
