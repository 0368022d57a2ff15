"""What is verified is read from a folder, a ZIP or a server without trust: no links, no redirections, no end of it."""

import http.server
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from gongshi import fetching
from gongshi.errors import BuildError
from gongshi.read.history import History
from gongshi.record import verify
from gongshi.record.seals import NAME
from tests import sealed
from tests.test_inspecting import packed, run, written
from tests.whole.browsing import Server, served

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@pytest.fixture
def history(tmp_path: Path) -> History:
    return sealed.made(tmp_path / "made")


def found(target: Path | str) -> list[tuple[str, str]]:
    problems = verify.verified(fetching.load(str(target))).problems
    return [(problem.code, problem.place.file) for problem in problems]


def test_the_same_files_come_from_a_folder_a_zip_and_a_server(tmp_path: Path, history: History) -> None:
    files = sealed.site(history)
    folder = written(tmp_path / "a b" / "网站", files)
    with served(folder) as address:
        targets = (folder, packed(tmp_path / "site.zip", files), address, f"{address}index.html?a=1#b")
        assert [fetching.load(str(target)) for target in targets] == [files] * 4


@pytest.mark.parametrize(
    "target",
    [*("nowhere", "http://127.0.0.1:1/", "ftp://127.0.0.1/", "file:///etc", "http://", "http://[", "http://a:b/")],
)
def test_what_is_no_site_is_told_in_a_sentence(target: str) -> None:
    done = run(target)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_link_is_not_followed_and_counts_as_what_nobody_published(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    other = written(tmp_path / "other", {"index.html": b"<p>", "in/a": b"a"})
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(other / "index.html")
    (folder / "more").symlink_to(other / "in")
    assert found(folder) == [("verify-differs", "index.html"), ("verify-surplus", "more")]


@pytest.mark.parametrize("most", ["WHOLE", "COUNT"])
@pytest.mark.parametrize("packed_", [True, False], ids=["a ZIP", "a folder"])
def test_what_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str, packed_: bool
) -> None:
    files = {"a": bytes(1000), "b": b""}
    target = packed(tmp_path / "large.zip", files) if packed_ else written(tmp_path / "large", files)
    monkeypatch.setattr(fetching, most, {"WHOLE": 999, "COUNT": 1}[most])
    with pytest.raises(BuildError, match="too large"):
        fetching.load(str(target))


def damaged(data: bytearray) -> None:
    data[60] ^= 255


def encrypted(data: bytearray) -> None:
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1


def packed_strangely(data: bytearray) -> None:
    data[8] = 99
    data[data.index(b"PK\1\2") + 10] = 99


@pytest.mark.parametrize("harm", [damaged, encrypted, packed_strangely])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_an_archive_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, harm: Callable[[bytearray], None], method: int
) -> None:
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("index.html", bytes(range(200)))
    data = bytearray(path.read_bytes())
    harm(data)
    path.write_bytes(bytes(data))
    with pytest.raises(BuildError, match="damaged"):
        fetching.load(str(path))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_with_two_files_of_one_name_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"1")
        archive.writestr("a", b"2")
    with pytest.raises(BuildError, match="several files of one name"):
        fetching.load(str(path))


def test_a_path_that_leads_out_of_an_archive_is_named_and_goes_nowhere(tmp_path: Path, history: History) -> None:
    files = {**sealed.site(history), "../out": b"x", "/out": b"x"}
    (tmp_path / "in").mkdir()
    path = packed(tmp_path / "in" / "site.zip", files)
    assert found(path) == [("verify-surplus", "../out"), ("verify-surplus", "/out")]
    assert not (tmp_path / "out").exists()


def test_a_server_that_lacks_a_file_is_found_out(tmp_path: Path, history: History) -> None:
    folder = written(tmp_path / "site", sealed.site(history))
    (folder / "index.html").unlink()
    with served(folder) as address:
        assert found(address) == [("verify-missing", "index.html")]


@contextmanager
def answering(files: Mapping[str, bytes], answers: Mapping[str, Answer], asked: list[str]) -> Iterator[str]:
    """A server of `files` that answers some requests in a way of its own, and notes all of them."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            path = self.path.removeprefix("/site/")
            if path in answers:
                answers[path](self)
            else:
                whole(files[path])(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    server.server_close()
    thread.join()


def whole(data: bytes, status: int = 200, announced: int | None = None, **headers: str) -> Answer:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data) if announced is None else announced))
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def test_a_redirection_is_not_followed_wherever_it_leads(history: History) -> None:
    asked: list[str] = []
    answers = {"index.html": whole(b"", 302, Location="/elsewhere/index.html")}
    with answering(sealed.site(history), answers, asked) as address:
        assert found(address) == [("verify-missing", "index.html")]
    assert "/elsewhere/index.html" not in asked


def test_a_list_that_is_somewhere_else_is_not_fetched_from_there() -> None:
    with (
        answering({}, {NAME: whole(b"", 301, Location="/elsewhere")}, []) as address,
        pytest.raises(BuildError, match="give that one"),
    ):
        fetching.load(address)


def test_a_hostile_list_asks_for_nothing_outside_the_site(history: History) -> None:
    files, asked = sealed.site(history), list[str]()
    hostile = ("../up", "/etc/passwd", "http://127.0.0.1/x", "a/../../b", "a?b", "%2e%2e/c")
    rows = "".join(f"{'0' * 64}  {path}\n" for path in hostile)
    answers = {path: whole(b"", 404) for path in ("%252e%252e/c",)}
    with answering({**files, NAME: files[NAME] + rows.encode()}, answers, asked) as address:
        assert found(address) == [
            *(("verify-list", NAME) for _ in hostile[:5]),
            ("verify-missing", "%2e%2e/c"),
        ]
    assert {path for path in asked if path.removeprefix("/site/") not in files} == {"/site/%252e%252e/c"}


SHORT: Answer = whole(b"<p", announced=3)
CASES: Mapping[str, tuple[Mapping[str, Answer], Mapping[str, int], str]] = {
    "a file that is too large": ({}, {"FILE": 2000}, "too large"),
    "a whole that is too large": ({}, {"WHOLE": 4000}, "too large"),
    "a list that is too long": ({}, {"COUNT": 8}, "too large"),
    "a server without end": ({}, {"LONGEST": -1}, "cannot be had: > -1 s"),
    "an answer that is cut short": ({"index.html": SHORT}, {}, "cannot be had"),
    "a server in trouble": ({"index.html": whole(b"", 503)}, {}, "cannot be had"),
}


@pytest.mark.parametrize(("answers", "limits", "said"), list(CASES.values()), ids=list(CASES))
def test_a_server_is_given_up_where_it_brings_too_much_or_too_little(
    history: History,
    monkeypatch: pytest.MonkeyPatch,
    answers: Mapping[str, Answer],
    limits: Mapping[str, int],
    said: str,
) -> None:
    files = {**sealed.site(history)}
    files["large"] = bytes(2001)
    for name, value in limits.items():
        monkeypatch.setattr(fetching, name, value)
    with answering(sealed.sealed(files), answers, []) as address, pytest.raises(BuildError, match=said):
        fetching.load(address)
