"""Benchmarks of the rules."""
