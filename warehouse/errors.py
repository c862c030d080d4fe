"""Errors of the warehouse, one class per cause. Messages are Vietnamese: officers read them."""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of everything the warehouse raises on purpose."""


class LoadError(WarehouseError):
    """Rows that do not fit `tables`: unknown column, null or repeated key."""


class HeaderError(WarehouseError):
    """A view or rule file whose comment block is not as `header.py` prescribes."""


class RuleError(WarehouseError):
    """A rule that cannot run: bad SQL, missing column, forbidden statement."""


class PublishError(WarehouseError):
    """The published snapshot could not be put in place."""
