"""The HTTP server: this machine only, GET and HEAD only, nothing but the start page and known files.

The names in the `Host` header are checked, so that a page of the internet cannot read the results
through a name of its own that it points at 127.0.0.1.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import shutil
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO
from urllib.parse import quote

import duckdb

import report_templates
from flows.layout import Layout
from flows.portal.files import TYPES, find_file
from flows.portal.page import start_page

HOST = "127.0.0.1"
_SECONDS = 30
_log = logging.getLogger(__name__)


class Portal(ThreadingHTTPServer):
    """Server of one campaign's results."""

    daemon_threads = True

    def __init__(self, layout: Layout, campaign_id: str, port: int) -> None:
        self.layout, self.campaign_id = layout, campaign_id
        super().__init__((HOST, port), _Handler)

    @property
    def names(self) -> frozenset[str]:
        """Values of the Host header that are answered."""
        port = self.server_address[1]
        hosts = {f"{host}:{port}" for host in (HOST, "localhost")}
        return frozenset(hosts | ({HOST, "localhost"} if port == 80 else set()))


def make_server(layout: Layout, campaign_id: str, port: int) -> Portal:
    """Bind the portal to 127.0.0.1:`port` (0: a free one). Raises OSError when the port is taken."""
    return Portal(layout, campaign_id, port)


class _Handler(BaseHTTPRequestHandler):
    server: Portal
    server_version = "tonghop"
    sys_version = ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        if self.headers.get("Host", "").lower() not in self.server.names:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        if self.path.partition("?")[0] == "/":
            self._start(body=body)
            return
        file = find_file(self.server.layout.out, self.path)
        try:
            if file is not None:
                self._file(file, body=body)
                return
        except OSError:  # removed or replaced by a run since it was found
            _log.info("file gone")
        self.send_error(HTTPStatus.NOT_FOUND)

    def _start(self, *, body: bool) -> None:
        try:
            page = start_page(self.server.layout, self.server.campaign_id)
        except (duckdb.Error, OSError):
            _log.exception("start page")
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self._head(TYPES[".html"], len(page))
        if body:
            self.wfile.write(page)

    def _file(self, file: Path, *, body: bool) -> None:
        with file.open("rb") as stream:
            self._head(TYPES[file.suffix.lower()], file.stat().st_size, file.name)
            if body:
                self._copy(stream)

    def _copy(self, stream: IO[bytes]) -> None:
        try:
            shutil.copyfileobj(stream, self.wfile)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _head(self, kind: str, size: int, download: str = "") -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(size))
        if download and not kind.startswith("text/html"):
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(download)}")
        self.end_headers()

    def end_headers(self) -> None:
        """Add the security headers to every answer, errors too."""
        for name, value in _security().items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an error with a short Vietnamese page that repeats nothing of the request."""
        del message, explain
        text = _ERRORS.get(code, "Không thực hiện được yêu cầu này.")
        page = (
            f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>{text}</title><p>{text}</p></html>'
        )
        data = page.encode()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet: paths hold agencies' codes."""


_ERRORS: dict[int, str] = {
    404: "Không có trang này.",
    405: "Trang này chỉ để xem.",
    421: "Trang này chỉ mở trên chính máy này.",
    501: "Trang này chỉ để xem.",
    503: "Kho dữ liệu đang được thay; đề nghị tải lại trang sau ít phút.",
}


@cache
def _security() -> dict[str, str]:
    """Headers of every answer: no script but the one that the report page ships with."""
    script = Path(report_templates.__file__).with_name("provincial") / "tong-hop.js"
    digest = base64.b64encode(hashlib.sha256(script.read_text("utf-8").strip().encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
