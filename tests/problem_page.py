"""The page of every message, each with an example that a broken publication really gave.

python -m tests.problem_page writes it to docs/problems.md; a test compares the two.
"""

from pathlib import Path
from typing import Final

from gongshi.errors import Problem, codes
from tests.check.faults import FAULTS
from tests.check.faults.making import Fault
from tests.check.faults.trying import problems_of
from tests.publication import HERE

PAGE: Final = HERE / "docs/problems.md"
SEVERITIES: Final = {"error": "错误 error", "warning": "提醒 warning"}
HEAD: Final = """# 提示一览 · Every message

`python build.py check` 和 `python build.py` 会给出的全部提示，每条附一个真实的例子：一个虚构的小公示被改坏一处，
程序说了什么。“错误”拦住发布，“提醒”不拦。例子里的文件、单元格和数字都是虚构的。
本页由 `python -m tests.problem_page` 生成。

Everything that `python build.py check` and `python build.py` can say, each with a real example: a small fictional
publication, broken in one place, and what the program said. An error stops publication, a warning does not. Files,
cells and values of the examples are fictional. This page is made by `python -m tests.problem_page`.
"""


def page() -> str:
    """The whole page as Markdown."""
    entries = [_entry(code, *_example(code)) for code in codes()]
    return "\n".join([HEAD, *entries])


def _example(code: str) -> tuple[Fault, Problem]:
    """The simplest fault that gives the code, and the first problem of that code."""
    faults = [fault for fault in FAULTS if code in {found[0] for found in fault.expected}]
    fault = min(faults, key=lambda fault: len(fault.expected))
    return fault, next(problem for problem in problems_of(fault) if problem.code == code)


def _entry(code: str, fault: Fault, problem: Problem) -> str:
    place = problem.place
    spot = place.cell or (f"{place.row}" if place.row else "")
    where = f"`{place.file}`" + (f" · {spot}" if spot else "") + (f" · {place.column}" if place.column else "")
    name = fault.name[0].upper() + fault.name[1:]
    told = [
        f"> {_quoted(problem.message(language))}<br>\n> → {_quoted(problem.mend(language))}"
        for language in ("zh", "en")
    ]
    return f"## {code}\n\n{SEVERITIES[problem.severity]} · {name}: {where}\n\n" + "\n>\n".join(told) + "\n"


def _quoted(text: str) -> str:
    """A message as Markdown that shows it letter by letter, on one line."""
    shown = "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|" else letter for letter in text)
    return shown.replace("\n", " ")


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
