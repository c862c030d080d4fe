"""Quality and speed of the citation finder."""
