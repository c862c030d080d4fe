"""Digital signatures of a PDF: who signed, when, and whether the bytes are still those signed.

pyHanko does the cryptography and is an optional extra (`signatures`): without it the signer and time
that the file itself states are given, and `intact` stays None. Nothing is asked over the network, and
`trusted` is None because no root certificates are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from extract.model import Signature

_VIETNAM = timezone(timedelta(hours=7))
_MARK = b"/ByteRange"
_MOST = 50


def read_signatures(path: Path) -> Iterator[Signature]:
    """Yield the signatures in the order of the file; a damaged one is skipped, never an exception."""
    if _MARK not in path.read_bytes():
        return
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return
    with path.open("rb") as stream:
        try:
            embedded = list(PdfFileReader(stream, strict=False).embedded_signatures)[:_MOST]
        except Exception:  # hostile input: whatever pyHanko says of it, there is nothing to tell
            return
        for signature in embedded:
            yield _one(signature)


def _one(signature: Any) -> Signature:  # noqa: ANN401 - pyHanko's EmbeddedPdfSignature
    return Signature(signer=_signer(signature), signed_at=_time(signature), intact=_intact(signature))


def _signer(signature: Any) -> str | None:  # noqa: ANN401
    try:
        name = signature.signer_cert.subject.native.get("common_name")
    except Exception:
        return None
    return str(name) if name else None


def _time(signature: Any) -> str | None:  # noqa: ANN401
    try:
        moment = signature.self_reported_timestamp
    except Exception:
        return None
    return moment.astimezone(_VIETNAM).isoformat() if isinstance(moment, datetime) else None


def _intact(signature: Any) -> bool | None:  # noqa: ANN401
    """Tell whether the signed bytes are unchanged and nothing was added since; None = not verified."""
    try:
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext

        offline = ValidationContext(trust_roots=[], allow_fetching=False)
        status = validate_pdf_signature(signature, signer_validation_context=offline)
        whole = signature.coverage.name == "ENTIRE_FILE"
    except Exception:
        return None
    return bool(status.intact and status.valid and whole)
