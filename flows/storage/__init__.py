"""Originals from, and Parquet to, a shared folder or S3-compatible storage (anything fsspec speaks)."""

from __future__ import annotations
