"""How the cost of a run grows from a district's worth of reports to a nation's."""
