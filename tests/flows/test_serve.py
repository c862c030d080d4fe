"""The portal: what it shows is what was published; nothing else on the machine can be read through it."""

from __future__ import annotations

import http.client
import shutil
import threading
import urllib.request
from contextlib import contextmanager
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import unquote

import duckdb
import pytest
from click.testing import CliRunner

from flows.commands.serve import PortTakenError, command
from flows.layout import Layout
from flows.portal import make_server
from flows.portal.files import find_file


class Links(HTMLParser):
    """Collect addresses and everything that would make a browser load something."""

    def __init__(self):
        super().__init__()
        self.hrefs, self.loads = [], []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "a" and named["href"].startswith("/"):
            self.hrefs.append(named["href"])
        if tag in ("script", "img", "link", "iframe", "object", "form") or "src" in named:
            self.loads.append(tag)


@contextmanager
def running(layout, campaign_id="x"):
    server = make_server(layout, campaign_id, 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def portal(province):
    with running(province.layout, province.summary.campaign_id) as address:
        yield address


@pytest.fixture
def results(tmp_path):
    """Make a small OUT with secrets around the folders that may be shown."""
    out = tmp_path / "out"
    for name in ("report/tong-hop.html", "feedback/xã-a/phan-hoi.html", "quality/index.html",
                 "export/section.json", ".tonghop/documents/x.json", "run.json", "report/.da-ghi.json",
                 "report/ghi-chu.txt"):  # fmt: skip
        file = out / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("nội dung", "utf-8")
    (tmp_path / "ngoai.html").write_text("bí mật", "utf-8")
    return Layout(out)


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - loopback
        return answer.read(), answer.headers


def raw(address, method, path, **headers):
    """Send a path as it is (urllib would tidy it)."""
    host = address.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": host, **headers}.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body, answer.headers


def test_the_start_page_says_what_the_warehouse_says(province, portal):
    body, _ = get(f"{portal}/")
    text = body.decode()
    sent, asked = province.query(
        "SELECT count(*) FILTER (sent), count(*) FROM submission_status WHERE required IS DISTINCT FROM false"
    )[0]
    assert f"<b>{sent}/{asked}</b>" in text
    late = province.query("SELECT count(*) FROM submission_status WHERE status = 'late' AND required")[0][0]
    assert f"<b>{late}</b> gửi sau hạn" in text
    for name, status in province.query("SELECT name, status_text FROM submission_status"):
        assert name in text
        assert status in text


def test_every_link_leads_to_its_file_and_every_letter_is_linked(province, portal):
    found = Links()
    found.feed(get(f"{portal}/")[0].decode())
    assert found.loads == []
    for href in found.hrefs:
        body, _ = get(portal + href)
        assert body == (province.layout.out / unquote(href[1:])).read_bytes()
    letters = {href for href in found.hrefs if href.endswith("/phan-hoi.html")}
    assert len(letters) == len(list(province.layout.feedback.glob("*/phan-hoi.html")))
    assert {"/report/tong-hop.html", "/report/phu-luc.xlsx", "/quality/index.html"} <= set(found.hrefs)


def test_security_headers_on_every_answer(portal):
    answers = [
        raw(portal, "GET", path)
        for path in ("/", "/report/tong-hop.html", "/report/phu-luc.xlsx", "/khong-co")
    ]
    assert [status for status, _, _ in answers] == [200, 200, 200, 404]
    for _, _, headers in answers:
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Access-Control-Allow-Origin"] is None
    assert "attachment" in answers[2][2]["Content-Disposition"]
    assert answers[1][2]["Content-Disposition"] is None


def test_the_reports_own_script_is_the_only_one_allowed(portal):
    body, headers = get(f"{portal}/report/tong-hop.html")
    allowed = headers["Content-Security-Policy"].partition("script-src ")[2].partition(";")[0]
    assert allowed.startswith("'sha256-")
    assert allowed in body.decode()  # the page's own policy names the same hash


HIDDEN = [
    "/run.json", "/warehouse.duckdb", "/export/section.json", "/.tonghop/documents/x.json", "/report",
    "/report/", "/feedback/", "/report/.da-ghi.json", "/report/ghi-chu.txt", "/report/../run.json",
    "/report/%2e%2e/run.json", "/report/..%2frun.json", "/report/%2e%2e%2f%2e%2e%2fngoai.html",
    "/report/..%5c..%5cngoai.html", "//etc/passwd", "/report//etc/passwd", "/report/tong-hop.html%00.html",
    "/report/%ff.html", "/report/C:ngoai.html", "/feedback/./xã-a/phan-hoi.html".replace("ã", "%C3%A3"),
    "/report/" + "a" * 5000 + ".html", "http://127.0.0.1/ngoai.html", "*",
]  # fmt: skip


@pytest.mark.parametrize("path", HIDDEN)
def test_nothing_else_is_served(results, path):
    with running(results) as address:
        status, body, _ = raw(address, "GET", path)
    assert status == 404
    assert "bí mật" not in body.decode()
    assert "nội dung" not in body.decode()


def test_files_that_may_be_seen(results):
    assert find_file(results.out, "/report/tong-hop.html") == (results.report / "tong-hop.html").resolve()
    assert find_file(results.out, "/feedback/x%C3%A3-a/phan-hoi.html?x=1") is not None


@pytest.mark.parametrize("kind", ["file", "folder", "root"])
def test_links_do_not_lead_out(results, tmp_path, kind):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "x.html").write_text("bí mật", "utf-8")
    if kind == "file":
        (results.report / "x.html").symlink_to(outside / "x.html")
    elif kind == "folder":
        (results.report / "sub").symlink_to(outside, target_is_directory=True)
    else:
        (results.out / "reminders").symlink_to(outside, target_is_directory=True)
    path = {"file": "/report/x.html", "folder": "/report/sub/x.html", "root": "/reminders/x.html"}[kind]
    assert find_file(results.out, path) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_it_is_for_looking_only(portal, method):
    status, _, headers = raw(portal, method, "/")
    assert status == 501
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_another_name_for_this_machine_is_refused(portal):
    for host in ("ke-xau.example", "ke-xau.example:8765", ""):
        status, body, _ = raw(portal, "GET", "/", Host=host)
        assert status == 421
        assert len(body) < 300


def test_head_sends_no_body(portal):
    status, body, headers = raw(portal, "HEAD", "/report/tong-hop.html")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_names_are_escaped(province_copy):
    with duckdb.connect(str(province_copy.layout.warehouse)) as con:
        con.execute("UPDATE agency SET name = '<script>alert(1)</script>&' WHERE seq = 1")
    with running(province_copy.layout, province_copy.summary.campaign_id) as address:
        text = get(f"{address}/")[0].decode()
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in text


def test_before_the_first_run_and_while_the_warehouse_is_damaged(results):
    with running(results) as address:
        assert "Chưa có kết quả được công bố" in get(f"{address}/")[0].decode()
        results.warehouse.write_bytes(b"not a database" * 100)
        with pytest.raises(HTTPError) as fault:
            get(f"{address}/")
        assert fault.value.code == 503
        assert "not a database" not in fault.value.read().decode()


def test_the_run_is_not_disturbed_by_readers(province_copy):
    with running(province_copy.layout, province_copy.summary.campaign_id) as address:
        get(f"{address}/")
        shutil.copy(province_copy.layout.warehouse, province_copy.folder / "moi.duckdb")
        (province_copy.folder / "moi.duckdb").replace(province_copy.layout.warehouse)
        assert "Tình trạng" in get(f"{address}/")[0].decode()


def test_command_says_why_it_cannot_start(province_copy):
    with running(province_copy.layout) as address:
        port = address.rpartition(":")[2]
        result = CliRunner().invoke(command, [str(province_copy.folder), "--port", port])
    assert isinstance(result.exception, PortTakenError)
    assert port in str(result.exception)
