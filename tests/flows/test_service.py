"""The systemd unit as it stands in the docs: no fault that systemd itself can see, and what it must say."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "docs" / "tonghop.service"


@pytest.fixture
def unit():
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(UNIT.read_text("utf-8"))
    return read


def test_the_unit_starts_a_command_that_exists_and_stops_it_as_it_can_be_stopped(unit):
    service = unit["Service"]
    program, command, *options = service["ExecStart"].split()
    assert (Path(program).name, command) == ("tonghop", "deploy")
    assert options[1:] == ["--every", "30s"]
    assert service["KillSignal"] == "SIGINT"  # what `serve` ends on
    assert options[0] + "/out" in service["ReadWritePaths"].split()
    assert service["IPAddressDeny"] == "any"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_no_fault(tmp_path):
    text = UNIT.read_text("utf-8")
    text = re.sub(r"^(User|Group)=tonghop$", r"\1=root", text, flags=re.M)  # no such user on this machine
    text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.M)
    path = tmp_path / "tonghop.service"
    path.write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Unknown" not in done.stderr
