"""The annexes of the provincial report: `phu-luc.xlsx`."""

from report_templates.annex.write import place_annex, write

__all__ = ["place_annex", "write"]
