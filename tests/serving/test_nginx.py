"""A real nginx with the shipped configuration serves a built site as docs/serving.md says."""

import gzip
import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import brotli
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from gongshi.site import addresses, theme
from tests.programs import CHROMIUM, needs
from tests.publication import publication
from tests.released import first
from tests.serving.hosting import BROTLI, SHIPPED, Host, free, hosted
from tests.whole.browsing import ARGUMENTS, watch
from tests.whole.conftest import build

pytestmark = needs("nginx")

ENCODINGS: Final = ("br", "gzip", "identity")
FOREVER: Final = "public, max-age=31536000, immutable"
CSV: Final = "text/csv; header=present; charset=utf-8"
SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Files that this publication does not have, or that nobody should find, laid into the built site.
PLANTED: Final = {
    ".git/config": "secret",
    "data/.hidden.csv": "secret",
    ".well-known/security.txt": "Contact: mailto:trees@example.org\n",
    "embed/none/by-year/index.html": "<!doctype html><title>嵌入</title>",
    "en/embed/none/by-year/index.html": "<!doctype html><title>Embedded</title>",
    "releases/1/embed/zh/none/by-year/index.html": "<!doctype html><title>嵌入</title>",
    "data/embed/index.html": "<!doctype html><title>名叫嵌入的数据集</title>",
    "t/a.xlsx": "x",
    "t/a.parquet": "x",
    "t/a.sqlite": "x",
    "t/a.ttl": "# x",
    "t/a.jsonld": "{}",
    "t/a.geojson": "{}",
    "t/a.vl.json": "{}",
    "t/a.csv-metadata.json": "{}",
    "t/a.sig": "x",
    "t/a.pdf": "x",
    "t/a.woff2": "x",
    "t/a.xml": "<x/>",
    "t/a.txt": "x",
}
# The beginning of an address and the beginning of its type.
TYPES: Final = {
    "/": "text/html; charset=utf-8",
    "/data/figures.csv": CSV,
    "/data/figures.excel.csv": CSV,
    "/data/figures.json": "application/json",
    "/data/datapackage.json": "application/json",
    "/data/all.zip": "application/zip",
    "/feeds/releases.atom": "application/atom+xml",
    "/charts/trees/by-year.svg": "image/svg+xml",
    "/charts/trees/by-year.png": "image/png",
    "/releases/HEAD": "text/plain; charset=utf-8",
    "/SHA256SUMS": "text/plain; charset=utf-8",
    "/releases/1/publication.yaml": "application/yaml",
    f"/{theme.published(addresses.STYLE)}": "text/css; charset=utf-8",
    f"/{theme.published(addresses.SCRIPT)}": "text/javascript; charset=utf-8",
    "/t/a.xlsx": SHEET,
    "/t/a.parquet": "application/vnd.apache.parquet",
    "/t/a.sqlite": "application/vnd.sqlite3",
    "/t/a.ttl": "text/turtle; charset=utf-8",
    "/t/a.jsonld": "application/ld+json",
    "/t/a.geojson": "application/geo+json",
    "/t/a.vl.json": "application/json",
    "/t/a.csv-metadata.json": "application/csvm+json",
    "/t/a.sig": "text/plain; charset=utf-8",
    "/t/a.pdf": "application/pdf",
    "/t/a.woff2": "font/woff2",
    "/t/a.xml": "application/xml",
    "/t/a.txt": "text/plain; charset=utf-8",
    "/.well-known/security.txt": "text/plain; charset=utf-8",
    "/index.html.br": "application/octet-stream",
    "/index.html.gz": "application/gzip",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional publication, released once, built with compressed twins, with more laid into it."""
    folder = tmp_path_factory.mktemp("serving")
    site = publication(folder / "root")
    first(site)
    run = build(folder / "site", site.root, compress=True)
    assert run.returncode == 0, run.stderr
    for path, text in PLANTED.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_text(text, encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def host(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(built, tmp_path_factory.mktemp("nginx") / "run", brotli=BROTLI.exists()) as found:
        yield found


@pytest.mark.parametrize(("path", "said"), TYPES.items(), ids=str)
def test_each_kind_of_file_has_its_type(host: Host, path: str, said: str) -> None:
    answer = host.ask(path)
    assert (answer.status, *answer.of("content-type", "x-content-type-options")) == (200, said, "nosniff")


def test_every_kind_of_file_that_is_built_has_a_type(built: Path) -> None:
    listed = re.search(r"types \{\n(.*?)\n    \}", SHIPPED.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    known = {ending for line in listed[1].splitlines() for ending in line.rstrip(";").split()[1:]}
    found = {path.suffix.removeprefix(".") for path in built.rglob("*") if path.is_file()}
    assert found - known - {"", "hidden"} == set()


@pytest.mark.skipif(not BROTLI.exists(), reason="not installed: libnginx-mod-http-brotli-static (tests/programs.sh)")
@pytest.mark.parametrize("path", ["/index.html", "/data/figures.json", "/charts/trees/by-year.svg"])
def test_a_file_comes_as_small_as_the_reader_can_take_it_and_is_the_same(built: Path, host: Host, path: str) -> None:
    answers = {name: host.ask(path, Accept_Encoding=name) for name in ENCODINGS}
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
    plain = (built / path.removeprefix("/")).read_bytes()
    twins = {"br": ".br", "gzip": ".gz", "identity": ""}
    assert {name: answer.of("content-encoding", "vary") for name, answer in answers.items()} == {
        "br": ("br", "Accept-Encoding"),
        "gzip": ("gzip", "Accept-Encoding"),
        "identity": ("", "Accept-Encoding"),
    }
    assert {name: unpack[name](answer.body) for name, answer in answers.items()} == dict.fromkeys(ENCODINGS, plain)
    assert {name: answer.body for name, answer in answers.items()} == {
        name: (built / f"{path.removeprefix('/')}{ending}").read_bytes() for name, ending in twins.items()
    }
    assert len({answer.headers["etag"] for answer in answers.values()}) == 3
    assert host.ask(path, Accept_Encoding="gzip, deflate, br, zstd").headers["content-encoding"] == "br"


def test_without_the_module_it_is_gzip_and_without_twins_it_is_compressed_on_the_way(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.csv").write_bytes(b"a,b\n" * 1000)
    (site / "b.csv").write_bytes(b"a,b\n" * 1000)
    (site / "b.csv.gz").write_bytes(gzip.compress(b"a,b\n" * 1000))
    (site / "b.csv.br").write_bytes(brotli.compress(b"a,b\n" * 1000))
    with hosted(site, tmp_path / "run", brotli=False) as host:
        answers = [host.ask(path, Accept_Encoding="br, gzip") for path in ("/a.csv", "/b.csv")]
    assert [answer.of("content-encoding", "vary", "content-type") for answer in answers] == [
        ("gzip", "Accept-Encoding", CSV),
        ("gzip", "Accept-Encoding", CSV),
    ]
    assert [gzip.decompress(answer.body) for answer in answers] == [b"a,b\n" * 1000] * 2


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-cache"),
        ("/topics/trees/index.html", "no-cache"),
        ("/data/figures.csv", "no-cache"),
        ("/charts/trees/by-year.svg", "no-cache"),
        ("/SHA256SUMS", "no-cache"),
        ("/releases/HEAD", "no-cache"),
        ("/releases/1/index.html", "no-cache"),
        ("/releases/1/", "no-cache"),
        ("/releases/1/embed/zh/none/by-year/", "no-cache"),
        ("/releases/1/manifest.json", FOREVER),
        ("/releases/1/datasets/trees/figures.csv", FOREVER),
        ("/static/style.000000000000.css", "no-cache"),
        *((f"/{theme.published(name)}", FOREVER) for name in (addresses.STYLE, addresses.SCRIPT, addresses.ICON)),
    ],
    ids=str,
)
def test_what_never_changes_is_kept_for_a_year_and_all_else_is_asked_for(host: Host, path: str, kept: str) -> None:
    assert host.ask(path).headers["cache-control"] == kept


def test_every_picture_and_static_file_of_a_page_is_kept_for_a_year(built: Path, host: Host) -> None:
    page = BeautifulSoup((built / "topics/trees/index.html").read_text(encoding="utf-8"), "html.parser")
    links = [tag["href"] for tag in page.select('link[rel="stylesheet"], link[rel="icon"]')]
    links += [tag["src"] for tag in page.select("script[src], img[src]")]
    links += [tag["srcset"] for tag in page.select("source[srcset]")]
    assert len(links) == 8
    answers = [host.ask(f"/topics/trees/{link}") for link in links]
    assert {(answer.status, answer.headers["cache-control"]) for answer in answers} == {(200, FOREVER)}


def test_what_the_reader_has_is_not_sent_again(host: Host) -> None:
    had = host.ask("/data/figures.csv")
    again = host.ask("/data/figures.csv", If_None_Match=had.headers["etag"])
    old = host.ask("/data/figures.csv", If_None_Match='"0-0"')
    assert (again.status, again.body, *again.of("cache-control", "etag")) == (304, b"", "no-cache", had.headers["etag"])
    assert (old.status, old.body) == (200, had.body)


def test_a_part_of_a_file_can_be_had(built: Path, host: Host) -> None:
    data = (built / "data/all.zip").read_bytes()
    some, last = host.ask("/data/all.zip", Range="bytes=4-9"), host.ask("/data/all.zip", Range="bytes=-6")
    beyond = host.ask("/data/all.zip", Range=f"bytes={len(data)}-")
    changed = host.ask("/data/all.zip", Range="bytes=4-9", If_Range='"0-0"')
    assert host.ask("/data/all.zip").headers["accept-ranges"] == "bytes"
    assert [(a.status, a.body, a.headers["content-range"]) for a in (some, last)] == [
        (206, data[4:10], f"bytes 4-9/{len(data)}"),
        (206, data[-6:], f"bytes {len(data) - 6}-{len(data) - 1}/{len(data)}"),
    ]
    assert (beyond.status, *beyond.of("content-range", "access-control-allow-origin")) == (
        416,
        f"bytes */{len(data)}",
        "*",
    )
    assert (changed.status, changed.body) == (200, data)


SHARED: Final = ("access-control-allow-origin", "access-control-allow-methods", "access-control-max-age")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/data/figures.csv", 200),
        ("/releases/1/datasets/trees/figures.csv", 200),
        ("/releases/HEAD", 200),
        ("/charts/trees/by-year.csv", 200),
        ("/en/charts/trees/by-year.csv", 200),
        ("/feeds/releases.atom", 200),
        ("/api/v1/index.json", 200),
        ("/api/v1/none.json", 404),
        ("/data/none.csv", 404),
        ("/catalog.jsonld", 200),
    ],
)
def test_programs_of_others_may_read_data_and_learn_that_there_are_none(host: Host, path: str, status: int) -> None:
    asked, before = (
        host.ask(path, Origin="https://example.org"),
        host.ask(path, "OPTIONS", Origin="https://example.org"),
    )
    assert (asked.status, *asked.of(*SHARED)) == (status, "*", "", "")
    assert asked.headers["access-control-expose-headers"].startswith("Content-Length, Content-Range")
    assert (before.status, before.body, *before.of(*SHARED)) == (204, b"", "*", "GET, HEAD, OPTIONS", "86400")
    assert before.headers["access-control-allow-headers"].startswith("Range, ")


@pytest.mark.parametrize("path", ["/", "/topics/trees/", "/x/data/figures.csv", "/?/data/figures.csv"])
def test_pages_are_not_for_programs_of_others(host: Host, path: str) -> None:
    assert host.ask(path, Origin="https://example.org").of(*SHARED) == ("", "", "")
    assert host.ask(path, "OPTIONS", Origin="https://example.org").of(*SHARED) == ("", "", "")


def meta_policy(built: Path) -> str:
    page = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "html.parser")
    found = page.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert found is not None
    return str(found["content"])


SECURITY: Final = ("x-content-type-options", "referrer-policy", "permissions-policy", "content-security-policy")


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/", "HEAD", 200),
        ("/", "OPTIONS", 204),
        ("/", "POST", 405),
        ("/", "DELETE", 405),
        ("/topics", "GET", 301),
        ("/none", "GET", 404),
        ("/data/", "GET", 200),
        ("/data/figures.csv", "GET", 200),
        ("/charts/trees/by-year.svg", "GET", 200),
        ("/releases/1/", "GET", 200),
        ("/data/embed/", "GET", 200),
        ("/embed/", "GET", 404),
        ("/embed/../index.html", "GET", 200),
        ("/embed/%2e%2e/index.html", "GET", 200),
        ("/t/a.csv-metadata.json", "GET", 200),
        ("/%00", "GET", 400),
    ],
)
def test_every_answer_is_guarded(built: Path, host: Host, path: str, method: str, status: int) -> None:
    answer = host.ask(path, method)
    assert (answer.status, *answer.of(*SECURITY)) == (
        status,
        "nosniff",
        "no-referrer",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        f"{meta_policy(built)}; frame-ancestors 'none'",
    )
    assert answer.headers["server"] == "nginx"


@pytest.mark.parametrize("path", sorted(path for path in PLANTED if "/by-year/" in path))
def test_what_is_made_for_embedding_may_be_framed_and_says_the_rest_itself(host: Host, path: str) -> None:
    assert host.ask(f"/{path}").headers["content-security-policy"] == "frame-ancestors *"


@pytest.mark.parametrize(
    ("path", "home"), [("/none", "/index.html"), ("/a/b/none.csv", "/index.html"), ("/en/a/none", "/en/index.html")]
)
def test_a_lost_reader_finds_the_way_from_any_depth(host: Host, path: str, home: str) -> None:
    answer = host.ask(path)
    page = BeautifulSoup(answer.body, "html.parser")
    links = [tag[name] for tag in page.find_all() for name in ("href", "src") if tag.get(name)]
    led = [link for link in links if not link.startswith(("#", "mailto:"))]
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert page.select_one(f'.brand a[href="{home}"]') is not None
    assert [link for link in led if not link.startswith("/") or host.ask(link).status != 200] == []


@pytest.mark.parametrize("path", ["/.git/config", "/data/.hidden.csv", "/.git/", "/.git", "/%2egit/config", "/static/"])
def test_what_is_hidden_and_lists_of_folders_are_not_to_be_had(host: Host, path: str) -> None:
    answer = host.ask(path)
    assert (answer.status, b"secret" in answer.body, b"lost" in answer.body or b"404" in answer.body) == (
        404,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("path", "target"),
    [("/topics", "/topics/"), ("/en/topics/trees", "/en/topics/trees/"), ("/topics?a=b", "/topics/?a=b")],
)
def test_a_folder_without_its_slash_leads_to_the_folder_whatever_the_host_is_called(
    host: Host, path: str, target: str
) -> None:
    answer = host.ask(path, Host="example.org")
    assert (answer.status, answer.headers["location"]) == (301, target)
    assert host.ask(target).status == 200


def test_two_slashes_lead_to_no_other_host(host: Host) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", host.port, timeout=10)
    connection.putrequest("GET", "//example.org/..//topics", skip_host=True)
    connection.putheader("Host", "example.org")
    connection.endheaders()
    answer = connection.getresponse()
    location = answer.getheader("location")
    connection.close()
    assert (answer.status, location) == (301, "/topics/")


def test_a_portal_hands_a_folder_of_its_own_to_it(built: Path, tmp_path: Path) -> None:
    """The lines of docs/serving.md, in a portal on another port."""
    text = (SHIPPED.parents[1] / "docs/serving.md").read_text(encoding="utf-8")
    told = re.search(r"```nginx\n(location /open/ .*?)```", text, re.DOTALL)
    assert told is not None
    port = free()
    lines = told[1].replace("127.0.0.1:8080", "127.0.0.1:BACK")
    more = f"server {{ listen 127.0.0.1:{port}; {lines} }}"
    with hosted(built, tmp_path / "run", brotli=BROTLI.exists(), more=more):
        portal = Host(port, tmp_path)
        answers = [portal.ask(path, Accept_Encoding="gzip") for path in ("/open/", "/open/topics", "/open/none")]
        part = portal.ask("/open/data/all.zip", Range="bytes=0-1")
        data = portal.ask("/open/data/figures.csv")
    assert [(answer.status, *answer.of("location", "content-encoding")) for answer in answers] == [
        (200, "", "gzip"),
        (301, f"http://127.0.0.1:{port}/open/topics/", ""),
        (404, "", "gzip"),
    ]
    assert (part.status, part.body) == (206, b"PK")
    assert data.of("access-control-allow-origin", "cache-control") == ("*", "no-cache")


@needs("nginx", "Chromium")
def test_pages_pictures_and_the_page_for_lost_readers_work_in_a_browser_under_these_headers(host: Host) -> None:
    base, faults = f"http://127.0.0.1:{host.port}/", list[str]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 360, "height": 720})
        watch(page, base, faults)
        for path in ("", "topics/trees/", "verify/", "en/areas/999999/trees/"):
            page.goto(base + path)
        assert faults == []
        page.goto(f"{base}charts/trees/by-year.svg")  # for which the browser misses an icon, and nothing else
        assert [fault for fault in faults if "404" not in fault] == []
        page.goto(f"{base}areas/none/none")
        style = page.evaluate("() => getComputedStyle(document.querySelector('.skip')).position")
        browser.close()
    assert style == "absolute"
