"""Turn a catalog into everything that can be downloaded, by path."""

import io
import string
import zipfile
from collections.abc import Mapping
from datetime import date
from importlib import resources
from types import MappingProxyType
from typing import Final

from gongshi.read import canonical
from gongshi.read.collection import Catalog
from gongshi.record import seals
from gongshi.render import csvw, figures, notices, packages, tables
from gongshi.render.tables import Sheet
from gongshi.render.words import Words

DICTIONARY: Final = (
    *("dataset", "table", "column", "title", "title_en"),
    *("type", "description", "description_en"),
)
# Lines that keep codes as text and every digit: shown to readers, and run by the tests as they stand.
LINES: Final = MappingProxyType(
    {
        "pandas": 'import pandas as pd\nfigures = pd.read_csv("figures.csv", dtype=str, keep_default_na=False)',
        "DuckDB": "SELECT * FROM read_csv('figures.csv', all_varchar = true, header = true);",
        "Parquet": 'import pandas as pd\nfigures = pd.read_parquet("figures.parquet", dtype_backend="pyarrow")',
        "SQLite": "datasette gongshi.sqlite --metadata metadata.json",
    }
)

ARCHIVE: Final = "data/all.zip"
NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})
NO_SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType({})
# The first and the last day that an entry of a ZIP can be dated.
ZIP_DAYS: Final = (date(1980, 1, 1), date(2107, 12, 31))


def files(
    catalog: Catalog,
    words: Words,
    chain: Mapping[str, bytes] = NOTHING,
    derived: Mapping[str, Sheet] = NO_SHEETS,
) -> dict[str, bytes]:
    """Every download by its path under the site's root.

    `words` are Chinese ones, for the readme; `chain` is what the archive holds besides, to follow the releases by;
    `derived` are tables that were worked out of the figures, by their names.
    """
    made: dict[str, bytes] = {}
    for dataset in catalog.datasets:
        for table in dataset.tables:
            made |= tables.formats(f"data/{dataset.name}/{table.name}", tables.sheet(table))
    sheets = {"figures": figures.sheet(catalog), "notices": notices.sheet(catalog), **derived}
    for name, sheet in sheets.items():
        made |= tables.formats(f"data/{name}", sheet)
    made |= csvws(catalog, sheets)
    for dataset in catalog.datasets:
        made[f"data/{dataset.name}/datapackage.json"] = packages.dataset(dataset, catalog, made)
    made["data/datapackage.json"] = packages.edition(catalog, made, sheets)
    return made | {ARCHIVE: archive(_packed(catalog, made, words, chain, sheets), catalog.publication.issued)}


def csvws(catalog: Catalog, sheets: Mapping[str, Sheet]) -> dict[str, bytes]:
    """The description of every CSV by its path; `sheets` are the tables that belong to no dataset."""
    made: dict[str, bytes] = {}
    publication = catalog.publication
    for dataset in catalog.datasets:
        terms = dataset.licences[0] if dataset.licences else publication.licence
        for table in dataset.tables:
            path = f"data/{dataset.name}/{table.name}.csv"
            made |= csvw.described(path, table.title, table.schema, terms, publication)
    for name, sheet in sheets.items():
        path, title, schema = f"data/{name}.csv", packages.TITLES[name], packages.schema(sheet)
        made |= csvw.described(path, title, schema, publication.licence, publication)
    return made


def _packed(
    catalog: Catalog,
    made: Mapping[str, bytes],
    words: Words,
    chain: Mapping[str, bytes],
    sheets: Mapping[str, Sheet],
) -> dict[str, bytes]:
    content = {**{path.removeprefix("data/"): data for path, data in made.items()}, **chain}
    content["README.txt"] = readme(catalog, words).encode("utf-8")
    content["LICENSE.txt"] = licence(catalog).encode("utf-8")
    content["dictionary.csv"] = dictionary(catalog, sheets).encode("utf-8")
    return content | {"SHA256SUMS": sums(content)}


def readme(catalog: Catalog, words: Words) -> str:
    """What the archive holds and how to use it, in Chinese and English."""
    p = catalog.publication
    texts = {"title": p.title, "notice": p.notice, "contact": p.contact, "licence": p.licence.title}
    values = {name: text.zh for name, text in texts.items()} | {f"{n}_en": t.en for n, t in texts.items()}
    values |= {
        "edition": p.edition,
        "issued": words.day(p.issued),
        "issued_iso": p.issued.isoformat(),
        "licence_path": p.licence.path,
        "pandas": LINES["pandas"].replace("\n", "\n      "),
        "duckdb": LINES["DuckDB"],
    }
    template = resources.files("gongshi.render").joinpath("texts", "README.txt").read_text(encoding="utf-8")
    return string.Template(template).substitute(values)


def licence(catalog: Catalog) -> str:
    """The licence of the compilation and what it does not cover, in Chinese and English."""
    terms = catalog.publication.licence
    template = resources.files("gongshi.render").joinpath("texts", "LICENSE.txt").read_text(encoding="utf-8")
    return string.Template(template).substitute(title=terms.title.zh, title_en=terms.title.en, path=terms.path)


def dictionary(catalog: Catalog, sheets: Mapping[str, Sheet]) -> str:
    """Every column of every table with its meaning, as CSV text; `sheets` are the tables that belong to no dataset."""
    rows = [
        (d.name, t.name, *(str(f.get(key, "")) for key in ("name", *DICTIONARY[3:])))
        for d in catalog.datasets
        for t in d.tables
        for f in t.fields
    ]
    combined = [
        ("", name, *(str(f.get(key, "")) for key in ("name", *DICTIONARY[3:])))
        for name, sheet in sheets.items()
        for f in sheet.fields
    ]
    return canonical.lines([DICTIONARY, *([tables.inert(cell) for cell in row] for row in (*rows, *combined))])


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of every download by its path, and that of what the archive alone holds by its path in there."""
    listed = seals.digests({path: data for path, data in files.items() if path.startswith("data/")})
    with zipfile.ZipFile(io.BytesIO(files[ARCHIVE])) as packed:
        inside = seals.digests({f"{ARCHIVE}/{name}": packed.read(name) for name in packed.namelist()})
    outside = {*listed.values()}
    return {**listed, **{path: sha256 for path, sha256 in inside.items() if sha256 not in outside}}


def sums(content: Mapping[str, bytes]) -> bytes:
    """SHA-256 of every file in the form that `sha256sum -c` reads, sorted by path."""
    return seals.written(seals.digests(content))


def archive(content: Mapping[str, bytes], day: date) -> bytes:
    """A ZIP whose bytes depend on nothing but the content: sorted, mode 0644, dated `day` or as near as ZIP can."""
    day = min(max(day, ZIP_DAYS[0]), ZIP_DAYS[1])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for path in sorted(content):
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, on whatever machine it is packed
            packed.writestr(entry, content[path], zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
