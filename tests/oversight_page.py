"""The page of public oversight, shown on a plainly fictional county: how notices, duties and lateness come out.

python -m tests.oversight_page writes it to docs/oversight.md; a test compares the two.
"""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from gongshi.check import days, duties
from gongshi.read.catalog import read
from gongshi.read.messages import messages
from gongshi.read.rules import Rule
from gongshi.render.words import Words
from gongshi.site import addresses, pages_duties, pages_obligations
from tests.obliged import CASES, Case, catalogued, obliged
from tests.publication import HERE, official, publication
from tests.site.pages import desk

PAGE: Final = HERE / "docs/oversight.md"
HEAD: Final = """# Public oversight: notices, duties, lateness

Example County (示例县, code 999999) does not exist, and neither do its trees. Everything below was computed by the
program from its fictional register; nothing here is said of any real place. This page is made by
`python -m tests.oversight_page`, and a test keeps it true.
"""
NOTICES: Final = """## Notices: 公告 and 公示

A 公告 (announcement) is published and stays. A 公示 (consultation) is open for objection from one day to another; after
that it stays on the site, closed. The day of the build decides how it stands, and a script brings that up to date in
the reader's browser. This one opens on 27 May 2020 and closes on 5 June 2020, both days counted in:
"""
LENGTHS: Final = """How long that is depends on how it is counted. A notice says so, and the site writes it out. By the
calendar of the State Council (调休), with working weekends and days off:
"""
RULES: Final = """## Deadlines are data

The rules stand in `schemas/rules.yaml`, with the document that each comes from. A rule that binds and one that only
advises are told apart, and so is what was read from what is unconfirmed (未核实). Lateness never stops a build: it is
published.
"""
DUTIES: Final = """## Every state of a duty

The catalogue (`datasets/obligations/obligations.csv`) says what must be published; the county's own register
(`duties.csv`) says what exactly, and when it was formed (形成). The site works out the rest. The first deadline counts,
and days late are calendar days. What nothing says is published counts as missing.
"""
COMPILED: Final = """## A compiled publication assesses nothing

Whoever compiles figures from public documents has not looked into what places publish. With `kind: compiled` in
`publication.yaml` a register of duties is an error (`duties-compiled`), no page names a place, and every item of the
catalogue carries the chip {chip} with this sentence:

> {zh}
>
> {en}
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *_notices(), *_rules(), *_duties(), _compiled()])


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(), encoding="utf-8")


def _notices() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        catalog = official(publication(Path(folder) / "county")).read().catalog
    notice, word = catalog.notices["tree-plan"], _word
    asked = [date(2020, 5, 26), date(2020, 5, 27), date(2020, 6, 5), date(2020, 6, 6)]
    stood = [(f"{day}", word(f"notice-state-{notice.state(day)}")) for day in asked]
    yield NOTICES
    yield _table(("Day of the build", "How it stands"), stood)
    assert notice.opens
    assert notice.closes
    lengths = []
    for unit in ("natural", "working"):
        for counting in ("inclusive", "exclusive"):
            length = days.length(notice.opens, notice.closes, unit, counting, catalog.calendar)
            lengths.append((unit, word(f"notice-counting-{counting}"), f"{length}"))
    yield LENGTHS
    yield _table(("Unit", "Counting", "Days"), lengths)


def _rules() -> Iterator[str]:
    rules = read(HERE).catalog.profile.of("deadline")
    yield RULES
    yield _table(("Rule", "Binds", "Support", "From"), (_rule(rule) for rule in rules))


def _rule(rule: Rule) -> tuple[str, ...]:
    binds = _word("duty-rule-binds" if rule.binds else "duty-rule-advises")
    named = f"{rule.title.en} ({rule.title.zh})"
    return named, binds, _word(f"obligation-support-{rule.support}"), rule.basis


def _duties() -> Iterator[str]:
    yield DUTIES
    for state in duties.STATES:
        yield f"### {_word(f'duty-state-{state}')}\n"
        yield from (_case(case) for case in CASES if case.state == state)


def _case(case: Case) -> str:
    """A case: the claim, the days, the sentence of the site in both languages, and every deadline."""
    asked, level = date.fromisoformat(case.today), case.cells["level"]
    told = []
    with tempfile.TemporaryDirectory() as folder:
        site = obliged(publication(Path(folder) / "county"), [case.cells])
        for language in ("zh", "en"):
            at = desk(site.root, language, asked).at(addresses.duties("999999", level))
            (one,) = duties.assessments(at.catalog, asked)
            told.append(pages_duties.line(at, one))
    (deadlines,) = (fact for fact in told[1].facts if fact.term == "Deadline") if one.deadlines else ((),)
    title = case.name[0].upper() + case.name[1:]
    listed = [f"- {link.text}" for link in deadlines.texts if not link.lang] if deadlines else ["- no deadline rule"]
    formed = f"{told[0].title.text} · formed {case.cells['formed']} · asked on {case.today}"
    chips = [" · ".join(chip.text for chip in line.standings) for line in told]
    sentences = "\n>\n".join(f"> **{chip}** {line.line}" for chip, line in zip(chips, told, strict=True))
    return "\n".join([f"**{title}.** {formed}\n", sentences, "", *listed, ""])


def _compiled() -> str:
    sentences = {}
    with tempfile.TemporaryDirectory() as folder:
        site = catalogued(publication(Path(folder) / "compiled"))
        for language in ("zh", "en"):
            at = desk(site.root, language).at(addresses.OBLIGATIONS)
            sentences[language] = pages_obligations.obligations(at).judged
    return COMPILED.format(chip=_word("duty-state-unassessed"), **sentences)


def _word(key: str) -> str:
    """A message in both languages, English first."""
    chinese, english = (Words(language, messages(language), ()).t(key) for language in ("zh", "en"))
    return f"{english} ({chinese})"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(head), *(tuple(row) for row in rows)]
    drawn = [f"| {' | '.join(line)} |" for line in lines]
    rule = f"|{'---|' * len(lines[0])}"
    return "\n".join([drawn[0], rule, *drawn[1:], ""])


if __name__ == "__main__":
    main()
