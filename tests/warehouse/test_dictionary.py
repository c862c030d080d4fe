"""Generated documents are current; declarations hold together."""

from __future__ import annotations

from datetime import date, datetime

import jsonschema
import pytest
from warehouse_factory import frames, good_report, make_campaign

from warehouse import dictionary, store
from warehouse.tables import BY_NAME, TABLES


def test_dictionary_is_current():
    assert dictionary.DICTIONARY.read_text(encoding="utf-8") == dictionary.dictionary_markdown(), (
        "chạy: python -m warehouse.dictionary"
    )


def test_rule_pages_are_current():
    pages = dictionary.rule_pages()
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in dictionary.RULES_FOLDER.glob("*.md")}
    assert on_disk == pages, "chạy: python -m warehouse.dictionary"


def test_every_table_and_column_is_in_the_dictionary():
    text = dictionary.dictionary_markdown()
    for table in TABLES:
        assert f"### `{table.name}`" in text
        assert all(f"| `{column.name}` |" in text for column in table.columns)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_rows_fit_the_json_schema(name):
    table = BY_NAME[name]
    schema = dictionary.json_schema(table)
    jsonschema.Draft202012Validator.check_schema(schema)
    rows = frames(make_campaign(["cq0"]), [good_report("cq0")]).get(name)
    for row in store.fit(table, rows).iter_rows(named=True) if rows is not None else ():
        plain = {key: v.isoformat() if isinstance(v, date | datetime) else v for key, v in row.items()}
        jsonschema.validate(plain, schema)


def test_every_table_has_a_key_and_keys_come_first():
    for table in TABLES:
        flags = [column.key for column in table.columns]
        assert flags[0], table.name
        assert flags == sorted(flags, reverse=True), table.name
