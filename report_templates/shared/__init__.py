"""What every letter, report and page shares: wording of numbers and dates, templates, output files."""
