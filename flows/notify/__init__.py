"""Tell the officer, by e-mail, of a scheduled run that failed: that it did and why, nothing of a report."""
