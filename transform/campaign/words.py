"""Vietnamese sentences for faults that the models find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rapidfuzz import process

from transform.campaign.fields import EXPECTS, KINDS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_VALUE_ERRORS = {
    "date": "Ngày «{value}» không hợp lệ; đề nghị ghi năm-tháng-ngày (2026-04-25) hoặc ngày/tháng/năm.",
    "time": "Thời điểm «{value}» không hợp lệ; ví dụ đúng: 2026-04-25T17:00:00+07:00, 25/4/2026 17:00.",
    "flag": "«{value}» không phải là true hoặc false.",
    "email": "Địa chỉ thư điện tử «{value}» không hợp lệ.",
    "code": "Mã «{value}» không hợp lệ; chỉ dùng chữ không dấu, số, dấu gạch và dấu chấm (tối đa 64 ký tự).",
}
_BY_KIND = {
    "missing": "Thiếu «{field}».",
    "string_too_short": "«{field}» để trống.",
    "tuple_type": "«{field}» phải là một danh sách.",
    "list_type": "«{field}» phải là một danh sách.",
    "model_type": "«{field}» phải gồm các khóa và giá trị, không phải «{value}».",
    "dict_type": "«{field}» phải gồm các khóa và giá trị, không phải «{value}».",
    "int_parsing": "«{field}» phải là số nguyên, không phải «{value}».",
    "int_type": "«{field}» phải là số nguyên, không phải «{value}».",
    "int_from_float": "«{field}» phải là số nguyên, không phải «{value}».",
    "greater_than_equal": "«{field}»: giá trị «{value}» ngoài khoảng cho phép.",
    "less_than_equal": "«{field}»: giá trị «{value}» ngoài khoảng cho phép.",
}
_CHOICES = {"kind": KINDS, "expects": EXPECTS}


def say(error: ErrorDetails, known: Iterable[str] = ()) -> str:
    """Word one pydantic error; `known` are the keys allowed at the place of an unknown key."""
    kind, value, field = error["type"], error.get("input"), _field(error)
    if kind == "extra_forbidden":
        return f"Khóa «{field}» không có trong quy định{_did_you_mean(field, known)}."
    if kind == "value_error":
        reason = str(error.get("ctx", {}).get("error", ""))
        return _VALUE_ERRORS.get(reason, "Giá trị «{value}» không hợp lệ.").format(value=_short(value))
    if kind == "literal_error":
        choices = _CHOICES.get(_named(error), ())
        listed = ", ".join(choices) if choices else str(error.get("ctx", {}).get("expected", ""))
        return f"«{_short(value)}» không hợp lệ ở «{_named(error)}»; chỉ nhận: {listed}."
    if value is None and kind != "missing":
        kind = "string_too_short"
    return _BY_KIND.get(kind, "«{field}»: giá trị «{value}» không hợp lệ.").format(
        field=field, value=_short(value)
    )


def _field(error: ErrorDetails) -> str:
    return str(error["loc"][-1]) if error["loc"] else ""


def _named(error: ErrorDetails) -> str:
    return next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    best = process.extractOne(word, list(known), score_cutoff=70)
    return f" (có phải là «{best[0]}»?)" if best else ""


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "..."
