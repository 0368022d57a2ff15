"""What is too much is refused in bounded time and memory: a process, a generous limit of both, an answer."""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.check.faults.making import FIGURES, TREES, Change, again, all_of, cell, field, swap, whole
from tests.publication import ARTICLE, HERE, publication
from tests.publication import FIGURES as TABLE

ZH: Final = "content/zh/articles/trees.md"
PATIENCE: Final = 300
MEMORY: Final = 2 * 2**30
ROW: Final = b"x,y,z,,2017-13-01,q,w,e,r,t,y,u,i,(\xe4\xb8\x80),\n"

FIRST: Final = TABLE.encode().splitlines(keepends=True)[1]


def article(text: str) -> Change:
    """Put another text below the head of the Chinese article."""
    return whole(ZH, ARTICLE["zh"].split("\n\n", maxsplit=1)[0] + f"\n\n{text}\n")


@dataclass(frozen=True)
class Excess:
    """Too much of something, and a code that must be among the problems; "" where it does no harm."""

    name: str
    change: Change
    code: str

    def __str__(self) -> str:
        return self.name


EXCESSES: Final = (
    Excess(
        "a billion laughs",
        whole(TREES, "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))),
        "yaml-alias",
    ),
    Excess("YAML of a hundred thousand brackets", whole(TREES, "a: " + "[" * 100_000), "limit-depth"),
    Excess("YAML of five hundred indents", whole(TREES, "".join(" " * n + "a:\n" for n in range(500))), "limit-depth"),
    Excess("YAML of many names", whole(TREES, "".join(f"k{n}: {n}\n" for n in range(20_000))), "descriptor-unknown"),
    Excess("YAML of five million letters", whole(TREES, "a: " + "x" * 5_000_000), "limit-file"),
    Excess("JSON of a hundred thousand brackets", whole("schemas/a.json", "[" * 100_000), "limit-depth"),
    Excess("JSON of a number of many digits", whole("schemas/a.json", "9" * 100_000), "json-syntax"),
    Excess("JSON of many columns", whole("schemas/a.json", json.dumps({"fields": [{}] * 40_000})), "schema-invalid"),
    Excess(
        "a pattern that never ends, and a cell that makes it so",
        all_of(
            field("figures", "id", constraints={"pattern": "^([a-z0-9]+-*)*$"}), cell(FIGURES, 2, "id", "a" * 70 + "!")
        ),
        "schema-invalid",
    ),
    Excess("fifty megabytes in a cell", cell(FIGURES, 2, "note", "x" * 50_000_000), "limit-file"),
    Excess("twenty megabytes in a cell", cell(FIGURES, 2, "note", "x" * 20_000_000), "limit-cell"),
    Excess("a quotation that runs to the end", swap(FIGURES, "1.2万个", '"1.2万个' + "\n" * 9_999_999), "limit-cell"),
    Excess("a million digits", cell(FIGURES, 2, "value", "9" * 1_000_000), "limit-cell"),
    Excess("as many digits as a cell holds", cell(FIGURES, 2, "value", "9" * 5_000), "cell-number"),
    Excess("as many numerals as a cell holds", cell(FIGURES, 2, "stated", "一" * 5_000), "stated-unreadable"),
    Excess("as many scales as a cell holds", cell(FIGURES, 2, "stated", "1" + "亿" * 4_999), "stated-unitless"),
    Excess("an enormous exponent", cell(FIGURES, 2, "value", "1e999999999"), "cell-number"),
    Excess("a million columns", whole(FIGURES, b"c," * 1_000_000 + b"c\n"), "limit-columns"),
    Excess("a million rows", again(FIGURES, lambda data: data + b"x\n" * 1_000_000), "limit-rows"),
    Excess("fifty thousand rows of faults", again(FIGURES, lambda data: data + ROW * 50_000), "limit-problems"),
    Excess(
        "ten thousand rows of one id",
        again(FIGURES, lambda data: data + FIRST * 10_000),
        "row-double",
    ),
    Excess("a head of many lines", swap(ZH, "Slug: trees", "Slug: trees\n" * 10_000), "limit-paragraph"),
    *(
        Excess(f"prose of many {piece!r}", article(piece * (9_000 // len(piece))), code)
        for piece, code in (
            *(("[", "limit-depth"), ("![", "limit-depth"), ("> ", "limit-depth"), ("- ", "limit-depth")),
            *(("1. ", "limit-depth"), ("[a](", ""), ("[a](<", ""), ("*a **b ", ""), ("`", ""), ("<a ", "")),
            *(("&", ""), ("|", ""), ("{figure:", ""), ("_", ""), ("\\", ""), ("[a]: b\n", ""), ("<!--", "")),
        )
    ),
)


def narrow() -> None:
    """Leave the process so much memory and no more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("excess", EXCESSES, ids=str)
@pytest.mark.whole
def test_too_much_of_anything_is_refused_with_a_short_answer(tmp_path: Path, excess: Excess) -> None:
    site = publication(tmp_path / "publication")
    excess.change(site)
    done = subprocess.run(
        [sys.executable, str(HERE / "build.py"), "check", "--root", str(site.root), "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
        preexec_fn=narrow,  # no thread is alive where this starts
    )
    assert "Traceback" not in done.stderr
    codes = {problem["code"] for problem in json.loads(done.stdout)["problems"]}
    assert excess.code in codes or not excess.code
    assert len(done.stdout) < 2_000_000


@pytest.mark.parametrize("piece", ["[a](", "[a](<", "*a **b ", "<a ", "**a *b ", "[a][", '[a](b "'])
@pytest.mark.whole
def test_prose_that_is_let_pass_becomes_a_page_in_bounded_time(tmp_path: Path, piece: str) -> None:
    site = publication(tmp_path / "publication")
    article(f"{piece * (9_000 // len(piece))}\n\n" * 4)(site)
    done = subprocess.run(
        [sys.executable, str(HERE / "build.py"), "--root", str(site.root), "--output", str(tmp_path / "site")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
