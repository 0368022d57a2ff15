"""Run a real nginx with the configuration that is shipped, over a folder, on loopback."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

SHIPPED: Final = Path(__file__).resolve().parents[2] / "serving/nginx.conf"
BROTLI: Final = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
OUTER: Final = """{load}
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
    {more}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server answered: status, headers by their names in small letters, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def of(self, *names: str) -> tuple[str, ...]:
        """The values of headers; "" for one that was not sent."""
        return tuple(self.headers.get(name, "") for name in names)


@dataclass(frozen=True)
class Host:
    """A server on loopback."""

    port: int
    folder: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it stands; underscores in the names of headers are hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            found = answer.getheaders()
            names = [name.lower() for name, _ in found]
            if answer.status != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:  # nginx adds headers to these twice
                assert sorted({*names}) == sorted(names), f"twice: {found}"
            return Answer(answer.status, {name.lower(): text for name, text in found}, answer.read())
        finally:
            connection.close()


def program() -> str:
    """The nginx of this machine."""
    return shutil.which("nginx") or "/usr/sbin/nginx"


def free() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def hosted(site: Path, folder: Path, *, brotli: bool = True, more: str = "") -> Iterator[Host]:
    """nginx over `site`, changed from what is shipped only in its port and its root; `folder` is for what it writes.

    `more` is what else its block for HTTP holds.
    """
    port = free()
    text = SHIPPED.read_text(encoding="utf-8")
    for shipped, here in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/gongshi;", f'root "{site}";')):
        assert text.count(shipped) == 1
        text = text.replace(shipped, here)
    if brotli:
        assert text.count("# brotli_static on;") == 1
        text = text.replace("# brotli_static on;", "brotli_static on;")
    folder.mkdir()
    (folder / "site.conf").write_text(text, encoding="utf-8")
    load = f"load_module {BROTLI};" if brotli else ""
    user = "user root;" if os.geteuid() == 0 else ""  # folders of tests are closed to all others
    outer = OUTER.format(load=load, user=user, folder=folder, more=more.replace("BACK", str(port)))
    (folder / "nginx.conf").write_text(outer, encoding="utf-8")
    command = [program(), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", str(folder / "error.log")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(server, port, folder)
            yield Host(port, folder)
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(200):
        assert server.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError((folder / "error.log").read_text(encoding="utf-8"))
