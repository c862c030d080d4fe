"""The provincial report: `tong-hop.docx` and `tong-hop.html`, every sentence with its sources."""

from report_templates.provincial.write import place_report, write

__all__ = ["place_report", "write"]
