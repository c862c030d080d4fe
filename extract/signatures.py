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
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return [], [_warning("signatures_not_checked")]
    with path.open("rb") as stream:
        try:
            embedded = list(PdfFileReader(stream, strict=False).embedded_signatures)
        except Exception:  # hostile input: whatever pyHanko says of it, there is nothing to tell
            return [], [_warning("signatures_unreadable")]
        found = [_one(signature, last=signature is embedded[-1]) for signature in embedded[:_MOST]]
    warnings = [_warning("signatures_cut", n=len(embedded), most=_MOST)] if len(embedded) > _MOST else []
    for code, state in (("signature_unverified", None), ("signature_broken", False)):
        count = sum(signature.intact is state for signature in found)
        if count:
            warnings.append(_warning(code, n=count))
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


def _one(signature: Any, *, last: bool) -> Signature:  # noqa: ANN401 - pyHanko's EmbeddedPdfSignature
    return Signature(
        signer=_signer(signature), signed_at=_time(signature), intact=_intact(signature, last=last)
    )


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


_ALLOWED_LATER = frozenset({"NONE", "LTA_UPDATES", "FORM_FILLING"})
"""What may follow a signature that is not the last: the next signature fills its field."""


def _intact(signature: Any, *, last: bool) -> bool | None:  # noqa: ANN401
    """Tell whether the signed bytes are unchanged; None = not verified.

    The last signature must cover the whole file. An earlier one covers its own revision: a head signs,
    then the agency seals, and both stand.
    """
    try:
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext

        offline = ValidationContext(trust_roots=[], allow_fetching=False)
        status = validate_pdf_signature(signature, signer_validation_context=offline)
        coverage = signature.coverage.name
        covered = coverage == "ENTIRE_FILE"
        if not last and coverage == "ENTIRE_REVISION":
            later = status.modification_level
            covered = bool(status.docmdp_ok) and later is not None and later.name in _ALLOWED_LATER
    except Exception:
        return None
    return bool(status.intact and status.valid and covered)
