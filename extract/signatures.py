"""Digital signatures of a PDF: who signed, when, and whether the bytes are still those signed.

pyHanko does the cryptography and is an optional extra (`signatures`): without it no signature is
reported. Nothing is asked over the network, and `trusted` is None because no root certificates are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from extract.encoding import nfc
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
            yield _one(signature, last=signature is embedded[-1])


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
        # the last day of the year 9999 has no Vietnamese time
        return moment.astimezone(_VIETNAM).isoformat() if isinstance(moment, datetime) else None
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
