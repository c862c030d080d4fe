"""Digital signatures of a PDF: who signed, when, and whether the bytes are still those signed.

pyHanko does the cryptography and is an optional extra (`signatures`): without it a warning says that the
signatures were not looked at. Nothing is asked over the network, and `trusted` is None because no root
certificates are given.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from extract.blocks import RawWarning
from extract.encoding import nfc
from extract.model import Signature

_VIETNAM = timezone(timedelta(hours=7))
_MARK = b"/ByteRange"
_MOST = 50


_WARNINGS: Final = {
    "signatures_not_checked": "Tệp có chữ ký số nhưng máy này chưa cài thành phần kiểm tra (pyHanko);"
    " chưa rõ người ký, thời điểm ký và tệp có bị sửa sau khi ký hay không.",
    "signatures_unreadable": "Tệp có dấu hiệu chữ ký số nhưng không đọc được phần chữ ký;"
    " đề nghị kiểm tra bằng phần mềm ký số.",
    "signatures_cut": "Tệp có {n} chữ ký số; phần mềm chỉ kiểm tra {most} chữ ký đầu.",
    "signature_unverified": "Không kiểm tra được {n} chữ ký số trong tệp;"
    " đề nghị kiểm tra bằng phần mềm ký số.",
    "signature_extended": "Có {n} chữ ký số ký trước khi tệp được bổ sung rồi ký tiếp: phần đã ký không đổi,"
    " chữ ký sau cùng còn nguyên vẹn, chưa rõ phần bổ sung gồm những gì.",
    "signature_broken": "Có {n} chữ ký số không còn khớp với nội dung tệp: tệp đã thay đổi sau khi ký."
    " Đề nghị đối chiếu với bản gốc.",
}


def read_signatures(path: Path) -> list[Signature]:
    """Return the signatures in the order of the file; a damaged one is left out, never an exception."""
    return signatures_of(path)[0]


def signatures_of(path: Path) -> tuple[list[Signature], list[RawWarning]]:
    """Return the signatures in the order of the file, and what could not be said of them."""
    if _MARK not in path.read_bytes():
        return [], []
    _hush()
    try:
        from extract.signed_objects import Reader
    except ImportError:
        return [], [_warning("signatures_not_checked")]
    with path.open("rb") as stream:
        try:
            embedded = list(Reader(stream, strict=False).embedded_signatures)
        except Exception:  # hostile input: whatever pyHanko says of it, there is nothing to tell
            return [], [_warning("signatures_unreadable")]
        states = [_state(signature, last=signature is embedded[-1]) for signature in embedded[:_MOST]]
        sealed = len(embedded) <= _MOST and states[-1:] == [_INTACT]
        states = [state if sealed or state != _EXTENDED else _BROKEN for state in states]
        found = [_one(signature, state) for signature, state in zip(embedded, states, strict=False)]
    warnings = [_warning("signatures_cut", n=len(embedded), most=_MOST)] if len(embedded) > _MOST else []
    warnings += [
        _warning(f"signature_{state}", n=states.count(state))
        for state in (_UNVERIFIED, _EXTENDED, _BROKEN)
        if state in states
    ]
    return found, warnings


def _hush() -> None:
    """Keep pyHanko's own log (a traceback for every certificate without a root) off the officer's screen."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _warning(code: str, **values: int) -> RawWarning:
    return RawWarning(code, _WARNINGS[code].format(**values))


def _one(signature: Any, state: str) -> Signature:  # noqa: ANN401 - pyHanko's EmbeddedPdfSignature
    return Signature(signer=_signer(signature), signed_at=_time(signature), intact=_SHOWN.get(state))


def _signer(signature: Any) -> str | None:  # noqa: ANN401
    try:
        name = signature.signer_cert.subject.native.get("common_name")
    except Exception:
        return None
    return nfc(str(name)) if name else None


def _time(signature: Any) -> str | None:  # noqa: ANN401
    try:
        moment = signature.self_reported_timestamp
        if not isinstance(moment, datetime):
            return None
        if moment.tzinfo is None:  # a time without a zone is the signer's own clock
            moment = moment.replace(tzinfo=_VIETNAM)
        return moment.astimezone(_VIETNAM).isoformat()  # the year 9999 may have no Vietnamese time
    except Exception:
        return None


_INTACT, _BROKEN, _EXTENDED, _UNVERIFIED = "intact", "broken", "extended", "unverified"
_SHOWN: Final = {_INTACT: True, _BROKEN: False}
_ALLOWED_LAST = frozenset({"LTA_UPDATES"})
"""What may follow the last signature: time stamps and proofs of its certificate."""
_ALLOWED_LATER = frozenset({"NONE", "LTA_UPDATES", "FORM_FILLING"})
"""What may follow a signature that is not the last: the next signature fills its field."""


def _state(signature: Any, *, last: bool) -> str:  # noqa: ANN401
    """Tell whether the signed bytes are unchanged and what came after them.

    The last signature must cover the whole file. An earlier one covers its own revision: a head signs,
    then the agency seals, and both stand. `extended`: the bytes stand, and what was written after them is
    more than a signature as pyHanko knows it (signing programs here write the number, the date and the
    seal that way).
    """
    try:
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext

        offline = ValidationContext(trust_roots=[], allow_fetching=False)
        status = validate_pdf_signature(signature, signer_validation_context=offline)
        coverage = signature.coverage.name
        if not (status.intact and status.valid):
            return _BROKEN
        if coverage == "ENTIRE_FILE":
            return _INTACT
        later = status.modification_level
        allowed = _ALLOWED_LAST if last else _ALLOWED_LATER
        if coverage == "ENTIRE_REVISION" and status.docmdp_ok and later is not None and later.name in allowed:
            return _INTACT
    except Exception:
        return _UNVERIFIED
    return _EXTENDED if coverage == "ENTIRE_REVISION" and not last else _BROKEN
