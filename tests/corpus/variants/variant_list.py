"""The variants: what each one is about stands in its name."""

from __future__ import annotations

from dataclasses import replace

from variant_content import CULTURE, DIGITAL, FLOOD, RULES, RURAL
from variant_layout import Look, Variant

DECREE = (Look("{I}.", caps=True), Look("{1}."), Look("{a})", bold=False, italic=True), Look("-", bold=False))
LETTERED = (Look("{A}.", caps=True), Look("{I}."), Look("{1}."), Look("{a})", bold=False))
DECIMAL = (Look("{I}.", caps=True), Look("{1}."), Look("{11}.", bold=True), Look("{a})", bold=False))
PLAIN = tuple(Look(m, bold=False) for m in ("{I}.", "{1}.", "{a})", "({1})"))
PARTS = (Look("Phần {I}.", caps=True, center=True), Look("{I}."), Look("{1}."), Look("{a})", bold=False))
ORDINAL = (
    Look("Phần thứ {thu}:", caps=True, center=True),
    Look("{I}.", caps=True),
    Look("{1}."),
    Look("{a})", bold=False),
)
PARTY = (Look("{I}-"), Look("{1}-"), Look("{a})", bold=False), Look("-", bold=False))
SLASH = (Look("{I} -"), Look("{1}/"), Look("{a}/", bold=False, italic=True), Look("-", bold=False))
STYLED = tuple(replace(look, style=f"Heading {k}") for k, look in enumerate(LETTERED[:3], 1)) + LETTERED[3:]
AUTO = tuple(replace(look, auto=True) for look in LETTERED)
RUN_IN = (
    Look("{I}.", caps=True),
    Look("{1}.", run_in=True),
    Look("{a})", run_in=True, italic=True),
    Look("-", bold=False),
)
BRACKETS = (
    Look("{I}.", caps=True),
    Look("{1}."),
    Look("({a})", bold=False, italic=True),
    Look("-", bold=False),
)
ITALIC = (
    Look("{I}."),
    Look("{1}.", bold=False, italic=True),
    Look("{a})", bold=False),
    Look("-", bold=False),
)
UNBOLD_CAPS = (
    Look("{I}.", bold=False, caps=True),
    Look("{1}.", bold=False),
    Look("{a})", bold=False),
    Look("({1})", bold=False),
)
PLAIN_LETTERED = tuple(Look(m, bold=False) for m in ("{A}.", "{I}.", "{1}.", "{a})"))
PLAIN_DECIMAL = tuple(Look(m, bold=False) for m in ("{1}.", "{11}.", "{11}.", "{a})"))
PARTY_PLAIN = tuple(Look(m, bold=False) for m in ("{I}-", "{1}-", "{a})", "-"))
CENTER_A = (
    Look("{A}.", caps=True, center=True),
    Look("{I}.", caps=True),
    Look("{1}."),
    Look("{a})", bold=False, italic=True),
)

BARE = (Look("{I}.", caps=True), Look("", bold=True), Look("{a})", bold=False, italic=True))
BARE_TOP = (
    Look("", caps=True, center=True),
    Look("{1}."),
    Look("{a})", bold=False, italic=True),
    Look("-", bold=False),
)
CHAPTERS = (
    Look("Chương {I}", caps=True, center=True),
    Look("Điều {1}."),
    Look("{1}.", bold=False),
    Look("{a})", bold=False),
)
SPACED = (Look("{A} -", caps=True), Look("{I} -"), Look("{1} -"), Look("{a} -", bold=False))
UPPER_PAREN = (
    Look("{I}/", caps=True),
    Look("{1}/"),
    Look("{a}/", bold=False, italic=True),
    Look("-", bold=False),
)
STYLED_CAPS = (
    Look("{I}.", caps=True, style="Heading 1"),
    Look("{1}.", style="Heading 2"),
    Look("{11}.", style="Heading 3"),
    Look("-", bold=False),
)

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
        Variant("i_before_a", RURAL, LETTERED, H({"i_before_a"})),
        Variant(
            "i_before_a_plain", RURAL, PLAIN_LETTERED, H({"i_before_a", "plain"}), "stacked", "left_first"
        ),
        Variant("i_before_a_auto", RURAL, LETTERED, H({"i_before_a", "annex"}), "merged", "signature_first"),
        Variant("lookalike_il", RURAL, DECREE, H({"il"})),
        Variant("lookalike_il_plain", DIGITAL, PLAIN, H({"il", "plain"})),
        Variant("running_roman", RURAL, LETTERED, H({"running_2"})),
        Variant("no_space", DIGITAL, LETTERED, H({"nospace"})),
        Variant("no_space_plain", RURAL, PLAIN, H({"nospace", "plain"})),
        Variant("soft_wrap", DIGITAL, LETTERED, H({"soft_wrap"})),
        Variant("soft_wrap_styled", FLOOD, STYLED, H({"soft_wrap"})),
        Variant("official_letter", RURAL, DECREE, H({"cong_van"})),
        Variant("official_letter_stacked", DIGITAL, DECREE, H({"cong_van"}), "left_first", "left_first"),
        Variant("chapters", RULES, CHAPTERS, H({"own_line", "running_2", "quy_che"})),
        Variant("bare_second_level", RURAL, BARE),
        Variant("bare_top_level", DIGITAL, BARE_TOP),
        Variant("dashes", RURAL, SPACED),
        Variant("slashes_roman", RURAL, UPPER_PAREN),
        Variant("styled_caps", RURAL, STYLED_CAPS, H({"traps"})),
        Variant("plain_lettered", DIGITAL, PLAIN_LETTERED, H({"plain", "traps"})),
        Variant(
            "plain_decimal", DIGITAL, PLAIN_DECIMAL, H({"plain", "traps", "annex"}), "merged", "left_first"
        ),
        Variant("party_plain", CULTURE, PARTY_PLAIN, H({"party", "rule", "plain"}), "stacked", "left_first"),
    ]
