"""LibreOffice run once over one file: without macros, without updating links, without a network.

A file opens behind a proxy that leads nowhere, and each call has a profile of its own, because
LibreOffice loses documents when two share one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_NAMES: Final = ("soffice", "libreoffice", "soffice.exe", "soffice.com")
_PLACES: Final = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_OPTIONS: Final = (
    "--headless",
    "--norestore",
    "--nodefault",
    "--nologo",
    "--nolockcheck",
    "--nofirststartwizard",
)
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


def run_soffice(
    program: Path,
    source: Path,
    to: str,
    workdir: Path,
    *,
    seconds: float,
    options: Sequence[str] = (),
    home: bool = False,
) -> Path | None:
    """Turn `source` into the format `to` (`pdf`, `docx:<filter>`); None where nothing comes out.

    Profile and result lie below `workdir`. home: leave the user's own folder, where fonts may lie, in sight.
    Raises `subprocess.TimeoutExpired` after so many seconds; the program is stopped with all it started.
    """
    source, workdir = source.resolve(), workdir.resolve()  # the program runs in `workdir`
    profile, results = workdir / "profile", workdir / "ket-qua"
    _write_profile(profile)
    results.mkdir(exist_ok=True)
    where = [f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS, *options]
    command = [str(program), *where, "--convert-to", to, "--outdir", str(results), str(source)]
    _run(command, workdir, seconds, home=home)
    made = results / f"{source.stem}.{to.partition(':')[0]}"
    return made if made.is_file() and made.stat().st_size else None


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


def _run(command: list[str], workdir: Path, seconds: float, *, home: bool) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment |= {"http_proxy": _DEAD_PROXY, "https_proxy": _DEAD_PROXY}
    environment["SAL_USE_VCLPLUGIN"] = "svp"  # no display needed
    if not home:
        environment["HOME"] = str(workdir)
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
