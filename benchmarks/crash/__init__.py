"""Runs killed at random moments; the next one must end as if nothing had happened."""
