"""Ask the public advisory services about every pinned package: `python scripts/audit.py` (needs the network).

The pins of `pyproject.toml` are asked about as they are, runtime and tools, for this Python; nothing is
installed. Exit 0: every pin was asked about and nothing is known; 1: faults are known, listed; 2: some pin
could not be asked about, which says nothing about it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
SERVICES = ("osv", "pypi")


def pins() -> list[str]:
    """Read the pinned requirements, one a line, markers included."""
    data = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    found: list[str] = data["tool"]["uv"]["constraint-dependencies"]
    return found


def ask(requirements: Path, service: str) -> tuple[Mapping[str, Any] | None, str]:
    """Run pip-audit; returns its report (None when there is none) and what it said beside."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(requirements), "--no-deps"]
    command += ["--disable-pip", "--vulnerability-service", service, "--format", "json"]
    command += ["--progress-spinner", "off", "--timeout", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1800)
    try:
        return json.loads(done.stdout), done.stderr
    except ValueError:
        return None, done.stderr


def judge(report: Mapping[str, Any]) -> tuple[int, list[str]]:
    """Turn a report into an exit code and lines; a package that was skipped is never called clean."""
    known = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or '-'}"
        for package in report["dependencies"]
        for fault in package.get("vulns", ())
    ]
    skipped = [package["name"] for package in report["dependencies"] if "skip_reason" in package]
    asked = len(report["dependencies"]) - len(skipped)
    lines = [
        *known,
        f"{asked} packages asked about, {len(known)} known faults, {len(skipped)} not asked about",
    ]
    if skipped:
        lines.append(f"not asked about: {', '.join(skipped[:10])}{' ...' if len(skipped) > 10 else ''}")
    return (1 if known else 2 if skipped or not asked else 0), lines


def main() -> int:
    """Ask the services in turn until one answers for every package."""
    code = 2
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "pins.txt")
        listed.write_text("\n".join(pins()) + "\n", encoding="utf-8")
        for service in SERVICES:
            report, said = ask(listed, service)
            if report is None:
                print(f"{service}: no answer ({(said.strip().splitlines() or ['-'])[-1][:200]})")
                continue
            code, lines = judge(report)
            print(*(f"{service}: {line}" for line in lines), sep="\n")
            if code != 2:
                return code
    return code


if __name__ == "__main__":
    sys.exit(main())
