"""Write `docs/document.schema.json` from `extract.model`; with `--check`, say whether it is current."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from extract.model import json_schema

TARGET = Path(__file__).resolve().parents[1] / "docs" / "document.schema.json"


def schema_text() -> str:
    """Return the schema as it is published: stable key order, one trailing line end."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tonghop document",
        **json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write or check; exit 1 when `--check` finds the file outdated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == schema_text() else 1
    TARGET.write_text(schema_text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
