"""Legacy formats (.doc, .rtf, .odt, web pages and XML named .doc) turned into DOCX by LibreOffice.

The file is opened without macros, without updating links and behind a proxy that leads nowhere;
each call has a profile of its own, because LibreOffice loses documents when two share one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from extract.errors import CorruptFile, NeedsLibreOffice, TimeLimitExceeded
from extract.flatopc import flat_package
from extract.limits import DEFAULT, Limits
from extract.sniff import sniff

_NAMES: Final = ("soffice", "libreoffice", "soffice.exe", "soffice.com")
_PLACES: Final = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_INPUT_FILTERS: Final = {
    "html": "HTML (StarWriter)",
    "rtf": "Rich Text Format",
    "wordxml": "MS Word 2003 XML",
}
_OUTPUT: Final = "docx:MS Word 2007 XML"
_SETTINGS: Final = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_DEAD_PROXY: Final = "http://127.0.0.1:9"


def find_soffice() -> Path | None:
    """Return LibreOffice's program, None when it is not on this machine.

    The environment variable TONGHOP_SOFFICE names it where it lies elsewhere.
    """
    named = os.environ.get("TONGHOP_SOFFICE")
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


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
    workdir = workdir.resolve()
    if kind == "wordxml" and (package := flat_package(path, workdir)) is not None:
        return package
    program = find_soffice()
    if program is None:
        raise NeedsLibreOffice
    # a plain name of our own: the original may hold anything
    source = workdir / f"nguon.{'xml' if kind == 'wordxml' else kind}"
    shutil.copyfile(path, source)
    _write_profile(workdir / "profile")
    target = workdir / "ket-qua" / "nguon.docx"
    target.parent.mkdir(exist_ok=True)
    _run(_command(program, kind, source, workdir), workdir, limits.seconds)
    if not target.is_file() or target.stat().st_size == 0:
        raise CorruptFile("(LibreOffice không mở được tệp)")
    return target


def _command(program: Path, kind: str, source: Path, workdir: Path) -> list[str]:
    options = [
        "--headless",
        "--norestore",
        "--nodefault",
        "--nologo",
        "--nolockcheck",
        "--nofirststartwizard",
    ]
    if kind in _INPUT_FILTERS:
        options.append(f"--infilter={_INPUT_FILTERS[kind]}")
    profile = f"-env:UserInstallation={(workdir / 'profile').as_uri()}"
    outdir = str(workdir / "ket-qua")
    return [str(program), profile, *options, "--convert-to", _OUTPUT, "--outdir", outdir, str(source)]


def _write_profile(profile: Path) -> None:
    """Write the settings that LibreOffice reads at its first start."""
    user = profile / "user"
    user.mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>"
    )
    (user / "registrymodifications.xcu").write_text(text, "utf-8")


def _run(command: list[str], workdir: Path, seconds: float) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment |= {"http_proxy": _DEAD_PROXY, "https_proxy": _DEAD_PROXY, "HOME": str(workdir)}
    environment["SAL_USE_VCLPLUGIN"] = "svp"  # no display needed
    process = subprocess.Popen(
        command,
        cwd=workdir,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeLimitExceeded("(LibreOffice)") from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop the program and what it started: `soffice` is only the launcher."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
