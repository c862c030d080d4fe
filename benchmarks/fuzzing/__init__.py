"""Mutated inputs fed to every reader: each must end in a `Document` or a typed error, and nothing else."""
