"""Tests of `extract.citations`."""
