"""The bill of materials is valid, complete and the same each time; the audit vouches for nothing unasked."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator

ROOT = Path(__file__).resolve().parents[2]


def _script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sbom():
    return _script("sbom")


@pytest.fixture(scope="module")
def text(sbom):
    return sbom.bill()


def test_the_bill_is_valid_and_the_same_each_time(sbom, text):
    validator = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"thư viện"')) is not None  # it does look
    assert sbom.bill() == text
    assert "timestamp" not in text


def test_the_bill_names_what_the_program_asks_for_in_the_pinned_versions(text):
    bill = json.loads(text)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    versions = {part["name"]: part["version"] for part in bill["components"]}
    asked = {re.split(r"[<>=\[ ;]", line)[0].lower() for line in project["project"]["dependencies"]}
    assert asked <= versions.keys()
    pinned = {}
    for line in project["tool"]["uv"]["constraint-dependencies"]:
        name, _, version = line.partition(";")[0].strip().partition("==")
        pinned.setdefault(name, set()).add(version)
    assert {name for name, version in versions.items() if version not in pinned.get(name, ())} == set()
    assert "pytest" not in versions  # a tool of developers is no part of the program
    assert all(part["licenses"][0]["license"]["name"] not in ("", "-") for part in bill["components"])


def test_the_bill_says_who_needs_whom(text):
    bill = json.loads(text)
    refs = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    needed = {other for one in bill["dependencies"] for other in one.get("dependsOn", ())}
    assert {one["ref"] for one in bill["dependencies"]} == refs
    assert needed == refs - {bill["metadata"]["component"]["bom-ref"]}


def _package(name, **more):
    return {"name": name, "version": "1", "vulns": [], **more}


@pytest.mark.parametrize(
    ("packages", "code"),
    [
        ([_package("a"), _package("b")], 0),
        ([_package("a"), _package("b", vulns=[{"id": "X-1", "fix_versions": ["2"]}])], 1),
        ([_package("a"), {"name": "b", "skip_reason": "not found"}], 2),
        ([_package("a", vulns=[{"id": "X-1", "fix_versions": []}]), {"name": "b", "skip_reason": "x"}], 1),
        ([], 2),
    ],
)
def test_a_package_that_was_not_asked_about_is_not_clean(packages, code):
    found, lines = _script("audit").judge({"dependencies": packages})
    assert found == code
    assert lines
    assert ("not asked about: b" in lines) == any("skip_reason" in one for one in packages)


def test_every_pin_is_asked_about():
    assert len(_script("audit").pins()) > 100
