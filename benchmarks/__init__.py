"""Benchmarks: each prints quality or speed beside a baseline and keeps its last figures."""
