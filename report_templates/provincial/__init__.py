"""The provincial report: `tong-hop.docx` and `tong-hop.html`, every sentence with its sources."""

from report_templates.provincial.data import Moved
from report_templates.provincial.frame import TEMPLATE, try_frame
from report_templates.provincial.write import place_report, write

__all__ = ["TEMPLATE", "Moved", "place_report", "try_frame", "write"]
