"""Write the bill of materials, CycloneDX 1.6 JSON: `python scripts/sbom.py [--out sbom.cdx.json]`.

What is installed for the program and its extras (not the tools of its developers), with versions, licences
and who needs whom. Deterministic: no time, no chance; the serial number follows from the content. Programs
outside Python that the operator may add (LibreOffice, tesseract) are not in it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "tonghop"
PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def asked_by_project() -> list[str]:
    """Read what `pyproject.toml` asks for, extras included."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(line for name in sorted(extras) for line in extras[name])]


def needs(lines: Iterable[str], extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a package needs on this machine, each with the extras asked of it."""
    chosen = extras or frozenset({""})
    for wanted in map(Requirement, lines):
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in chosen):
            yield canonicalize_name(wanted.name), frozenset(wanted.extras)


def closure() -> dict[str, tuple[Distribution, list[str]]]:
    """Map the program and every package below it to itself and to what it needs."""
    pending: list[tuple[str, frozenset[str]]] = [(PROGRAM, frozenset())]
    asked: set[tuple[str, frozenset[str]]] = set()
    found: dict[str, tuple[Distribution, list[str]]] = {}
    while pending:
        name, wanted = pending.pop()
        if (name, wanted) in asked:
            continue
        asked.add((name, wanted))
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another platform
        lines = asked_by_project() if name == PROGRAM else package.requires or ()
        below = list(needs(lines, wanted))
        known = found.get(name, (package, []))[1]
        found[name] = (package, sorted({*known, *(other for other, _ in below)}))
        pending += below
    return found


def licence(package: Distribution) -> str:
    """Return the licence as the package states it: expression, classifiers, else its first line, else `-`."""
    told = package.metadata
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classified = [
        c.rsplit(" :: ", 1)[-1] for c in told.get_all("Classifier") or () if c.startswith("License")
    ]
    if classified:
        return " OR ".join(sorted(classified))
    return (str(told.get("License") or "").strip().splitlines() or ["-"])[0][:100]


def component(name: str, package: Distribution) -> Component:
    """Describe one package."""
    own = name == PROGRAM
    return Component(
        name=name,
        version=package.version,
        type=ComponentType.APPLICATION if own else ComponentType.LIBRARY,
        bom_ref=f"{name}@{package.version}",
        purl=None if own else PackageURL("pypi", None, name, package.version),
        licenses=[DisjunctiveLicense(name=licence(package))],
    )


def bill() -> str:
    """Return the bill as JSON text. Raises ValueError when it is not valid CycloneDX."""
    packages = closure()
    parts = {name: component(name, package) for name, (package, _) in sorted(packages.items())}
    bom = Bom(components=[part for name, part in parts.items() if name != PROGRAM])
    bom.metadata = BomMetaData(component=parts[PROGRAM])
    for name, (_, below) in packages.items():
        bom.register_dependency(parts[name], [parts[other] for other in below if other in parts])
    data: dict[str, Any] = json.loads(
        make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    )
    data["metadata"].pop("timestamp", None)
    data.pop("serialNumber", None)
    stable = json.dumps(data, sort_keys=True)
    data["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, stable)}"
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    fault = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise ValueError(f"no valid CycloneDX: {fault}")
    return text


def main() -> int:
    """Write or print the bill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="write here (default: standard output)")
    out = parser.parse_args().out
    if out is None:
        sys.stdout.write(bill())
    else:
        out.write_text(bill(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
