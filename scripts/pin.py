"""Write exact pins of the whole dependency tree into `[tool.uv] constraint-dependencies`.

uv.lock records download addresses, so it stays out of git; these pins carry the versions without them.
Run `python scripts/pin.py` after changing a dependency; `--check` fails when one has no pin.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
BEGIN, END = "# pins: begin (written by scripts/pin.py)", "# pins: end"
_BLOCK = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END) + "\n", re.DOTALL)


def resolve() -> list[str]:
    """Ask uv for one resolution that holds on every platform and Python we support."""
    without_pins = _BLOCK.sub("", PYPROJECT.read_text(encoding="utf-8"))
    work = PYPROJECT.with_name(".pin")
    work.mkdir(exist_ok=True)
    try:
        (work / "pyproject.toml").write_text(without_pins, encoding="utf-8")
        command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--all-extras", "--group", "dev"]
        command += ["--no-header", "--no-annotate", "--python-version", "3.11", "--quiet"]
        result = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    finally:
        (work / "pyproject.toml").unlink(missing_ok=True)
        work.rmdir()
    lines = (line.strip() for line in result.stdout.splitlines())
    return [line.replace('"', "'") for line in lines if line and not line.startswith(("#", "-"))]


def write(pins: list[str]) -> None:
    """Put the pins between the two marks below `[tool.uv]`."""
    text = _BLOCK.sub("", PYPROJECT.read_text(encoding="utf-8"))
    rows = "".join(f'    "{pin}",\n' for pin in pins)
    block = f"{BEGIN}\nconstraint-dependencies = [\n{rows}]\n{END}\n"
    PYPROJECT.write_text(text.replace("[tool.uv]\n", f"[tool.uv]\n{block}", 1), encoding="utf-8")


def missing_pins() -> list[str]:
    """Return declared dependencies without an exact pin."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    pinned = {_name(pin) for pin in project["tool"]["uv"].get("constraint-dependencies", [])}
    declared = list(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        declared += extra
    for group in project["dependency-groups"].values():
        declared += group
    return sorted({_name(one) for one in declared} - pinned)


def _name(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    if "--check" in sys.argv:
        absent = missing_pins()
        sys.exit(f"No pin for: {', '.join(absent)}" if absent else 0)
    write(resolve())
