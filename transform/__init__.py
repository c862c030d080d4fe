"""Many documents and a campaign in, rows out. Knows nothing of file formats, SQL or flows."""
