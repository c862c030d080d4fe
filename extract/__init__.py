"""One file in, one `Document` out. Knows nothing of campaigns, databases or flows."""
