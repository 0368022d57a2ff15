"""What a contribution may not bring: more than fits, names that are no addresses, formulas, steering of the build."""

from typing import Final

from gongshi.read import limits
from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FIGURES,
    SCOPES,
    SOURCES,
    TREES,
    Change,
    Fault,
    all_of,
    cell,
    columns,
    field,
    line,
    swap,
    whole,
)
from tests.publication import ARTICLE, PAGE, Site

ZH: Final = "content/zh/articles/trees.md"
TEXT: Final = ARTICLE["zh"]
FORMULAS: Final = ("=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)")


def many(folder: str, count: int, ending: str = "") -> Change:
    """Put so many empty folders, or files where there is an ending, into a folder."""

    def change(site: Site) -> None:
        for number in range(count):
            path = site.root / folder / f"a{number}{ending}"
            if ending:
                path.write_text("", encoding="utf-8")
            else:
                path.mkdir()

    return change


def article(body: str) -> Change:
    """Put another text below the head of the Chinese article."""
    return whole(ZH, TEXT.split("\n\n", maxsplit=1)[0] + f"\n\n{body}\n")


REGISTERS_GONE: Final = [("dataset-missing", "publication.yaml", 1, None)] * 5

LIMITS: Final = (
    Fault(
        "a table of more bytes than it may have",
        whole(FIGURES, b"x" * (limits.TABLE + 1)),
        [("limit-file", FIGURES, None, None)],
    ),
    Fault(
        "a description of more bytes than it may have",
        whole(TREES, b"# " + b"x" * limits.DESCRIPTION),
        [("limit-file", TREES, None, None)],
    ),
    Fault(
        "a schema of more bytes than it may have",
        whole("schemas/units.json", b" " * (limits.DESCRIPTION + 1)),
        [("limit-file", "schemas/units.json", None, None)],
    ),
    Fault(
        "an article of more bytes than it may have",
        article("种\n\n" * limits.PROSE),
        [("limit-file", ZH, None, None)],
    ),
    Fault(
        "a table of more rows than it may have",
        whole(AREAS, "code\n" * (limits.ROWS + 2)),
        [("limit-rows", AREAS, limits.ROWS + 2, None)],
    ),
    Fault(
        "a table of more columns than it may have",
        whole(AREAS, ",".join(["code"] * (limits.COLUMNS + 1))),
        [("limit-columns", AREAS, 1, None)],
    ),
    Fault(
        "a cell of more text than it may hold",
        cell(FIGURES, 3, "note", "种" * (limits.CELL + 1)),
        [("limit-cell", FIGURES, 3, "O3")],
    ),
    Fault(
        "a text of a description that is too long",
        swap(TREES, "title: 种树\n", f"title: {'种' * (limits.TEXT + 1)}\n"),
        [("limit-text", TREES, 2, None)],
    ),
    Fault(
        "a paragraph that is too long",
        article("示" * (limits.PARAGRAPH + 1)),
        [("limit-paragraph", ZH, 6, None)],
    ),
    Fault("a description that is too deep", whole(TREES, "a: " + "[" * 99_999), [("limit-depth", TREES, 1, None)]),
    Fault(
        "a schema that is too deep",
        whole("schemas/units.json", "[" * (limits.DEPTH + 2) + "]" * (limits.DEPTH + 2)),
        [("limit-depth", "schemas/units.json", None, None)],
    ),
    Fault(
        "a schema that is deeper than any parser goes",
        whole("schemas/units.json", "[" * 99_999),
        [("limit-depth", "schemas/units.json", None, None)],
    ),
    *(
        Fault(f"prose that lies too deep in {what}", article(deep), [("limit-depth", ZH, 6, None)])
        for what, deep in (
            ("quotes", ">" * (limits.NESTING + 1)),
            ("lists", "- " * (limits.NESTING + 1)),
            ("numbered lists", "1. " * (limits.NESTING + 1)),
            ("indents", "    " * (limits.NESTING + 1) + "- 树"),
            ("brackets", "[" * (limits.NESTING + 1)),
        )
    ),
    Fault(
        "more folders of data than there may be",
        many("datasets", limits.DATASETS + 1),
        [("limit-datasets", "datasets", None, None), *REGISTERS_GONE],
    ),
    Fault(
        "more articles than there may be",
        all_of(many("content/zh/articles", limits.TEXTS + 1, ".md")),
        [("limit-texts", "content/zh/articles", None, None)],
    ),
    Fault(
        "more faults than anybody reads",
        columns(SCOPES, lambda t: t.extend(["x", "place", f"地{i}", "Place", "a"] for i in range(limits.PROBLEMS))),
        [
            ("limit-problems", SCOPES, None, None),
            ("cell-pattern", SCOPES, 4, "E4"),
            *(
                (code, SCOPES, row, name)
                for row in range(5, limits.PROBLEMS // 2 + 5)
                for code, name in (("cell-double", f"A{row}"), ("cell-pattern", f"E{row}"))
            ),
        ][: limits.PROBLEMS + 1],
    ),
)

NAMES: Final = (
    Fault(
        "an id that Windows keeps for a device",
        cell(COMMITMENTS, 2, "id", "con"),
        [("name-unfit", COMMITMENTS, 2, "A2")],
    ),
    Fault(
        "an id that leads out of its folder, under a schema that lets it pass",
        all_of(cell(COMMITMENTS, 2, "id", "../../x"), field("commitments", "id", constraints={"required": True})),
        [("name-unfit", COMMITMENTS, 2, "A2")],
    ),
    Fault(
        "a code that leads out of its folder, under a schema that lets it pass",
        all_of(
            line(AREAS, "../../x,示例乡,Example Town,township,,,"),
            field("areas", "code", constraints={"required": True}),
            field("areas", "level", constraints={}),
        ),
        [("area-code", AREAS, 4, "A4")],
    ),
    Fault(
        "a chart that Windows keeps for a device",
        all_of(
            swap(TREES, "id: by-year", "id: nul"),
            swap(ZH, "trees/by-year", "trees/nul"),
            swap("content/en/articles/trees.md", "trees/by-year", "trees/nul"),
        ),
        [("name-unfit", TREES, 23, None)],
    ),
    Fault(
        "a table named like its own description",
        swap(TREES, "{name: figures, path", "{name: datapackage, path"),
        [("name-unfit", TREES, None, None)],
    ),
    Fault(
        "a name with a line break after it",
        swap(TREES, "{name: figures, path", '{name: "figures\\n", path'),
        [("descriptor-value", TREES, 12, None)],
    ),
    *(
        Fault(f"a document at {address}", cell(SOURCES, 2, "address", address), [("address-unfit", SOURCES, 2, "N2")])
        for address in ("javascript:alert(1)", "//example.org/", "data:text/html,x", "www.example.org", "https://a b/")
    ),
)

FILES: Final = (
    Fault(
        "an article whose name is no address",
        whole("content/zh/articles/Über uns.md", TEXT.replace("Slug: trees\n", "")),
        [("prose-name", "content/zh/articles/Über uns.md", None, None)],
    ),
    Fault(
        "a page that would take the place of another",
        whole("content/zh/pages/areas.md", PAGE["about"]["zh"].replace("Slug: about\n", "")),
        [("prose-name", "content/zh/pages/areas.md", None, None)],
    ),
    Fault("a slug that leads out of its folder", swap(ZH, "Slug: trees", "Slug: ../x"), [("prose-slug", ZH, 3, None)]),
    *(
        Fault(f"a head that says {name}", swap(ZH, "Slug: trees", f"{name}: x"), [("prose-head", ZH, 3, None)])
        for name in ("Save_as", "URL", "Template", "Status", "Lang")
    ),
    Fault("a head that says Summary twice", swap(ZH, "Slug: trees", "Summary: x"), [("prose-head", ZH, 4, None)]),
    *(
        Fault(
            f"prose under the name {name}",
            whole(f"content/zh/articles/{name}", TEXT),
            [("prose-stray", f"content/zh/articles/{name.split('/')[0]}", None, None)],
        )
        for name in ("trees.mkd", "trees.markdown", "trees.html", "below/trees.md")
    ),
    *(
        Fault(f"a character {point:#06x} in a table", swap(FIGURES, "1.2万个", f"1.2{chr(point)}万个"), found)
        for point in (0x0B, 0x1B, 0x7F, 0x85, 0xAD, 0x200E, 0x202E, 0x2066, 0x2028, 0xE0041)
        for found in ([("file-control-character", FIGURES, 2, None)],)
    ),
    *(
        Fault(
            f"an escape {escape} in a description",
            swap(TREES, "title: 种树\n", f'title: "种{escape}树"\n'),
            [("file-control-character", TREES, 2, None)],
        )
        for escape in (r"\0", r"\e", r"\u202e", r"\ud800", r"\U000E0041")
    ),
)

CELLS: Final = (
    *(
        Fault(
            f"a name of an area that is the formula {formula}",
            cell(AREAS, 3, "name", formula),
            [("cell-formula", AREAS, 3, "B3")],
        )
        for formula in FORMULAS
    ),
    Fault(
        "a pattern that nobody can say in words, and that may never end",
        field("scopes", "id", constraints={"pattern": "^([a-z0-9]+-*)*$"}),
        [("schema-invalid", "schemas/scopes.json", None, None)],
    ),
    *(
        Fault(
            f"a schema that brings {key}",
            field("scopes", "id", **{key: value}),
            [("schema-invalid", "schemas/scopes.json", None, None)],
        )
        for key, value in (
            ("$ref", "http://example.org/a.json"),
            ("format", "http://example.org/"),
            ("name", "=id"),
            ("constraints", []),
            ("type", "geojson"),
        )
    ),
)
HOSTILE: Final = (*LIMITS, *NAMES, *FILES, *CELLS)
