"""Legacy formats (.doc, .rtf, .odt, web pages and XML named .doc) turned into DOCX by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from extract.errors import CorruptFile, NeedsLibreOffice, TimeLimitExceeded
from extract.flatopc import flat_package
from extract.limits import DEFAULT, Limits
from extract.office import find_soffice, run_soffice
from extract.sniff import sniff

_INPUT_FILTERS: Final = {
    "html": "HTML (StarWriter)",
    "rtf": "Rich Text Format",
    "wordxml": "MS Word 2003 XML",
}
_OUTPUT: Final = "docx:MS Word 2007 XML"


def convert(path: Path, workdir: Path, limits: Limits = DEFAULT) -> Path:
    """Return a DOCX made from `path`, written below `workdir`; what is DOCX already comes back as it is.

    Raises NeedsLibreOffice, TimeLimitExceeded (the program is stopped with all it started),
    CorruptFile when nothing comes out, or what `sniff` says of the bytes.
    """
    kind = sniff(path, limits)
    if kind == "docx":
        return path
    if kind == "pdf":
        raise CorruptFile("(tệp PDF không cần chuyển đổi)")
    if kind == "wordxml" and (package := flat_package(path, workdir.resolve())) is not None:
        return package
    program = find_soffice()
    if program is None:
        raise NeedsLibreOffice
    # a plain name of our own: the original may hold anything
    source = workdir / f"nguon.{'xml' if kind == 'wordxml' else kind}"
    shutil.copyfile(path, source)
    options = [f"--infilter={_INPUT_FILTERS[kind]}"] if kind in _INPUT_FILTERS else []
    try:
        made = run_soffice(program, source, _OUTPUT, workdir, seconds=limits.seconds, options=options)
    except subprocess.TimeoutExpired as error:
        raise TimeLimitExceeded("(LibreOffice)") from error
    if made is None:
        raise CorruptFile("(LibreOffice không mở được tệp)")
    return made
