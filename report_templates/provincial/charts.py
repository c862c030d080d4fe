"""Inline SVG charts that read in black and white: solid and hatched bars, every value written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_HATCH = Markup(
    '<pattern id="gach" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#1c1c1e"/></pattern>'
)
_SVG = Markup(
    '<svg class="bieu-do" role="img" aria-label="{label}" viewBox="0 0 {width} {height}" '
    'preserveAspectRatio="xMinYMin meet">{defs}{body}</svg>'
)
_LIST = Markup('<ol class="hang" aria-label="{label}">{rows}</ol>')
_ROW = Markup(
    '<li><span>{label}</span><span class="vach"><svg viewBox="0 0 100 10" preserveAspectRatio="none" '
    'aria-hidden="true"><rect width="{length}" height="10" fill="#1c1c1e"/></svg><b>{value}</b></span></li>'
)
_TEXT = Markup('<text x="{x}" y="{y}"{extra}>{text}</text>')
_RECT = Markup('<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="#1c1c1e"/>')


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value, the hatched part of it counted in `hatched`."""

    label: str
    value: int
    hatched: int = 0


def horizontal(bars: Sequence[Bar], label: str) -> Markup:
    """Bars from left to right, the label in full above each and the value after it; nothing for no bars.

    A list, so that labels break on a narrow screen; each bar is a drawing that stretches with it.
    """
    if not bars:
        return Markup("")
    most = max(bar.value for bar in bars) or 1
    rows = (
        _ROW.format(label=bar.label, length=max(1, round(100 * bar.value / most)), value=bar.value)
        for bar in bars
    )
    return _LIST.format(label=label, rows=Markup("").join(rows))


def vertical(bars: Sequence[Bar], label: str, width: int = 720, height: int = 220) -> Markup:
    """Columns from left to right in the order given (days, years), value above and label below."""
    if not bars:
        return Markup("")
    step = min(90, width / len(bars))
    wide = max(4.0, step * 0.62)
    most = max(bar.value for bar in bars) or 1
    every = max(1, -(-len(bars) // int(width // 58)))
    parts: list[Markup] = []
    for place, bar in enumerate(bars):
        left = place * step + (step - wide) / 2
        tall = round((height - 60) * bar.value / most)
        top = height - 34 - tall
        hatched = round(tall * bar.hatched / bar.value) if bar.value else 0
        if tall:
            parts.append(_rect(left, top, wide, tall - hatched, "#1c1c1e"))
            parts.append(_rect(left, top + tall - hatched, wide, hatched, "url(#gach)"))
            parts.append(_text(left + wide / 2, top - 6, str(bar.value), ' text-anchor="middle"'))
        if place % every == 0:
            parts.append(_text(left + wide / 2, height - 14, bar.label, ' text-anchor="middle"'))
    return _svg(parts, label, width, height)


def _rect(x: float, y: float, width: float, height: float, fill: str) -> Markup:
    if width <= 0 or height <= 0:
        return Markup("")
    return _RECT.format(
        x=round(x, 1), y=round(y, 1), width=round(width, 1), height=round(height, 1), fill=fill
    )


def _text(x: float, y: float, text: str, extra: str = "") -> Markup:
    return _TEXT.format(x=round(x, 1), y=round(y, 1), text=text, extra=Markup(extra))  # noqa: S704 - our own attributes


def _svg(parts: Sequence[Markup], label: str, width: int, height: int) -> Markup:
    body = Markup("").join(parts)
    return _SVG.format(label=escape(label), width=width, height=height, defs=_HATCH, body=body)
