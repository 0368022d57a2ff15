"""Lines that read the API, program by program: shown to readers to copy, and run by the tests as they stand.

In each, `$csv` and `$json` are the addresses of the figures of one indicator. All of them keep codes as text and
every digit of a value.
"""

import string
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gongshi.render.api.known import ROOT

LINES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "curl": "curl --fail --remote-name $csv",
        "pandas": 'import pandas as pd\nfigures = pd.read_csv("$csv", dtype=str, keep_default_na=False)',
        "R": 'figures <- read.csv("$csv", colClasses = "character", na.strings = character(), encoding = "UTF-8")',
        "R readr": (
            "library(readr)\n"
            'figures <- read_csv("$csv", col_types = cols(.default = col_character()), na = character())'
        ),
        "DuckDB": "SELECT * FROM read_csv('$csv', all_varchar = true, header = true);",
        "Excel": (
            "let\n"
            '    Source = Csv.Document(Web.Contents("$csv"), [Delimiter = ",", Encoding = 65001]),\n'
            "    Figures = Table.PromoteHeaders(Source, [PromoteAllScalars = true])\n"
            "in\n"
            "    Figures"
        ),
        "JavaScript": (
            'const response = await fetch("$json");\n'
            "const { figures } = await response.json();\n"
            "for (const { area, period_end, value, unit } of figures) console.log(area.code, period_end, value, unit);"
        ),
    }
)


def lines(address: str, indicator: str) -> Mapping[str, str]:
    """The line of each program for an indicator; `address` is where the site stands, or a word in its place."""
    stem = f"{address.rstrip('/')}/{ROOT}indicators/{indicator}"
    values = {"csv": f"{stem}.csv", "json": f"{stem}.json"}
    return {program: string.Template(line).substitute(values) for program, line in LINES.items()}
