"""Deployments: the same job by schedule (watch the inbox, every night, at the deadline)."""
