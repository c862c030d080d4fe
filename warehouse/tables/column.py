"""How a table and its columns are declared; comments are Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: DuckDB type, Vietnamese comment, whether it is part of the key, may be null."""

    name: str
    type: str
    comment: str
    key: bool = False
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its Vietnamese comment and its columns, keys first."""

    name: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(column.name for column in self.columns if column.key)


def key(name: str, comment: str, type_: str = "VARCHAR") -> Column:
    """Declare a part of the key."""
    return Column(name, type_, comment, key=True, nullable=False)


def text(name: str, comment: str) -> Column:
    """Declare a text."""
    return Column(name, "VARCHAR", comment)


def whole(name: str, comment: str) -> Column:
    """Declare a whole number."""
    return Column(name, "INTEGER", comment)


def real(name: str, comment: str) -> Column:
    """Declare a number."""
    return Column(name, "DOUBLE", comment)


def flag(name: str, comment: str) -> Column:
    """Declare a yes or no."""
    return Column(name, "BOOLEAN", comment)


def day(name: str, comment: str) -> Column:
    """Declare a date."""
    return Column(name, "DATE", comment)


def time(name: str, comment: str) -> Column:
    """Declare a moment."""
    return Column(name, "TIMESTAMPTZ", comment)
