"""The variants: what each one is about stands in its name."""

from __future__ import annotations

from dataclasses import replace

from variant_content import CULTURE, DIGITAL, FLOOD
from variant_layout import Look, Variant

DECREE = (Look("{I}.", caps=True), Look("{1}."), Look("{a})", bold=False, italic=True), Look("-", bold=False))
LETTERED = (Look("{A}.", caps=True), Look("{I}."), Look("{1}."), Look("{a})", bold=False))
DECIMAL = (Look("{I}.", caps=True), Look("{1}."), Look("{11}.", bold=True), Look("{a})", bold=False))
PLAIN = tuple(Look(m, bold=False) for m in ("{I}.", "{1}.", "{a})", "({1})"))
PARTS = (Look("Phần {I}.", caps=True, center=True), Look("{I}."), Look("{1}."), Look("{a})", bold=False))
ORDINAL = (Look("Phần thứ {thu}:", caps=True, center=True), Look("{I}.", caps=True), Look("{1}."), Look("{a})", bold=False))
PARTY = (Look("{I}-"), Look("{1}-"), Look("{a})", bold=False), Look("-", bold=False))
SLASH = (Look("{I} -"), Look("{1}/"), Look("{a}/", bold=False, italic=True), Look("-", bold=False))
STYLED = tuple(replace(look, style=f"Heading {k}") for k, look in enumerate(LETTERED[:3], 1)) + LETTERED[3:]
AUTO = tuple(replace(look, auto=True) for look in LETTERED)
RUN_IN = (Look("{I}.", caps=True), Look("{1}.", run_in=True), Look("{a})", run_in=True, italic=True), Look("-", bold=False))
BRACKETS = (Look("{I}.", caps=True), Look("{1}."), Look("({a})", bold=False, italic=True), Look("-", bold=False))
ITALIC = (Look("{I}."), Look("{1}.", bold=False, italic=True), Look("{a})", bold=False), Look("-", bold=False))
UNBOLD_CAPS = (Look("{I}.", bold=False, caps=True), Look("{1}.", bold=False), Look("{a})", bold=False), Look("({1})", bold=False))
CENTER_A = (Look("{A}.", caps=True, center=True), Look("{I}.", caps=True), Look("{1}."), Look("{a})", bold=False, italic=True))

H = frozenset


def variants() -> list[Variant]:
    """All of them, in a fixed order."""
    return [
        Variant("decree_digital", DIGITAL, DECREE, H({"annex"})),
        Variant("decree_flood", FLOOD, DECREE, H({"traps"})),
        Variant("lettered_digital", DIGITAL, LETTERED, H({"kinh_gui"})),
        Variant("lettered_flood_stacked", FLOOD, LETTERED, H({"traps"}), "stacked", "left_first"),
        Variant("decimal_digital", DIGITAL, DECIMAL, H({"traps"})),
        Variant("decimal_flood", FLOOD, DECIMAL, H({"annex"}), "merged", "left_first"),
        Variant("plain_digital", DIGITAL, PLAIN, H({"plain"})),
        Variant("plain_flood", FLOOD, PLAIN, H({"plain", "traps"}), "stacked", "signature_first"),
        Variant("parts_digital", DIGITAL, PARTS),
        Variant("parts_own_line", DIGITAL, PARTS, H({"own_line"})),
        Variant("ordinal_flood", FLOOD, ORDINAL, H({"rule"})),
        Variant("ordinal_own_line", CULTURE, ORDINAL, H({"own_line", "party", "rule"})),
        Variant("party_culture", CULTURE, PARTY, H({"party", "rule"})),
        Variant("party_flood", FLOOD, PARTY, H({"kinh_gui"}), "left_first", "left_first"),
        Variant("slash_digital", DIGITAL, SLASH),
        Variant("slash_culture", CULTURE, SLASH, H({"party"}), "stacked", "signature_first"),
        Variant("styled_digital", DIGITAL, STYLED),
        Variant("styled_flood", FLOOD, STYLED, H({"annex", "traps"})),
        Variant("auto_digital", DIGITAL, AUTO),
        Variant("auto_flood", FLOOD, AUTO, H({"blank_number"})),
        Variant("run_in_digital", DIGITAL, RUN_IN),
        Variant("run_in_colon_flood", FLOOD, RUN_IN, H({"run_in_colon"})),
        Variant("brackets_digital", DIGITAL, BRACKETS, H({"blank_number"})),
        Variant("italic_flood", FLOOD, ITALIC),
        Variant("italic_digital", DIGITAL, ITALIC, H({"annex"}), "columns", "signature_first"),
        Variant("unbold_caps_digital", DIGITAL, UNBOLD_CAPS),
        Variant("unbold_caps_flood", FLOOD, UNBOLD_CAPS, H({"traps"})),
        Variant("center_digital", DIGITAL, CENTER_A),
        Variant("split_headings_digital", DIGITAL, LETTERED, H({"split"})),
        Variant("split_headings_flood", FLOOD, DECREE, H({"split"})),
        Variant("soft_breaks_digital", DIGITAL, LETTERED, H({"soft"})),
        Variant("soft_breaks_flood", FLOOD, DECREE, H({"soft", "type_soft"})),
        Variant("joined_items_flood", FLOOD, DECREE, H({"joined_items"})),
        Variant("twice_digital", DIGITAL, DECREE, H({"twice"})),
        Variant("skip_digital", DIGITAL, DECIMAL, H({"skip"})),
        Variant("mixed_delim_flood", FLOOD, DECREE, H({"mixed_delim"})),
        Variant("no_head_flood", FLOOD, LETTERED, H(), "none", "left_first"),
        Variant("type_soft_digital", DIGITAL, DECREE, H({"type_soft", "kinh_gui"})),
    ]
