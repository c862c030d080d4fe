"""What counts for and against a reading, as log-odds set by hand from how such documents are written."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "label": 1.2,  # a well-formed label at the start of a line
    "auto": 2.5,  # numbered by Word itself
    "bold": 1.6,
    "run_in": 1.2,  # bold title, then plain text in the same paragraph
    "caps": 1.0,
    "outline": 2.0,  # Word heading style
    "capital": 0.6,  # the text after the label starts with a capital
    "small": -1.0,
    "glued": -0.6,  # no space after the label
    "no_delim": -1.5,
    "repaired": -1.6,
    "repaired_scan": -1.8,
    "quoted": -3.0,
    "within_quotation": -9.0,  # a quotation that begins with its own paragraph and is seen to end
    "after_open": -1.2,  # the line before breaks off in the middle of a phrase
    "follows": 2.0,
    "skipped": -1.3,  # per missing member
    "far": -5.0,  # at most, however many are missing
    "far_titled": -3.0,  # the same for a title set as its neighbour is
    "twice": -2.5,
    "twice_brief": -1.0,  # a short line without a sentence's end, set as its neighbour is
    "other_sign": -1.4,  # "2)" between "1." and "3."
    "backwards": -4.5,
    "backwards_titled": -3.0,
    "restart": -3.5,
    "first": 1.0,
    "not_first": -2.6,
    "late_start": -4.5,
    "runs_on": -0.5,  # the series goes on under a new parent
    "rank": -4.0,  # an outer series under an inner one
    "same_kind": -3.0,
    "switch": -2.6,  # another series takes over at the same level
    "beside": 2.0,  # the first part after an unnumbered one that has its own text
    "usual_parent": 1.6,  # the series under which this one mostly opens in this document
    "ignored": -0.6,  # a line set like a heading read as prose
    "ignored_title": -3.0,  # a title by itself, in bold, with a number, read as prose
    "delim": -0.7,
    "style": -1.4,
    "prefix": 1.0,
    "wrong_prefix": -2.5,
}
