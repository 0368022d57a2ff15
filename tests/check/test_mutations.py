"""Whatever happens to a file, the answer is a list of problems: never a traceback."""

import random
from pathlib import Path
from typing import Final

import pytest

from gongshi import report
from tests.publication import Site

PIECES: Final = (
    *("[]", "{}", "~", "- a", "''", '"', ",", "\n", ":", "&x", "*x", "\t", "\u3000", "１", "万", "0", "-1", "9" * 400),
    *("1e999", "NaN", "{figure:}", "{chart:x}", "[[[[", "../", "\u2028", "%", "${x}", "0000", "trees-2017", "+", "|"),
)


def mutate(path: Path, chance: random.Random) -> None:
    """Cut something out of a file, put something in, or drop or double one of its lines."""
    text = path.read_text(encoding="utf-8")
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 1, 5, 30, 200)))
    lines = text.split("\n")
    number = chance.randrange(len(lines))
    changed = (
        text[:start] + text[end:],
        text[:start] + chance.choice(PIECES) + text[end:],
        "\n".join(lines[:number] + lines[number + 1 :]),
        "\n".join(lines[:number] + [lines[number]] * 2 + lines[number + 1 :]),
    )
    path.write_text(chance.choice(changed), encoding="utf-8")


@pytest.mark.parametrize("seed", range(40))
def test_a_publication_changed_at_random_gives_problems_or_none(site: Site, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted(path for path in site.root.rglob("*") if path.is_file())
    for path in chance.sample(files, 3):
        mutate(path, chance)
    problems = site.problems()
    for language in ("zh", "en"):
        assert report.as_text(problems, language)
        assert report.as_json(problems, language)
