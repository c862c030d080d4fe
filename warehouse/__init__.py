"""Tables, views, rules and the published snapshot. Knows nothing of templates or flows."""
