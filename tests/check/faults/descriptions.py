"""Descriptions of datasets, the publication's own, and the schemas."""

from typing import Final

from tests.check.faults.making import (
    AREAS,
    COMMITMENTS,
    FRONT,
    HEAD,
    INDICATORS,
    SCOPES,
    SOURCES,
    TREES,
    Fault,
    all_of,
    columns,
    gone,
    swap,
    whole,
)
from tests.publication import LICENCE, TOPIC, TREES_SAID

DESCRIPTIONS: Final = (
    Fault("a tab in YAML", swap(TREES, "title: 种树\n", "title: 种树\n\tx: 1\n"), [("yaml-syntax", TREES, 3, None)]),
    Fault("an alias in YAML", swap(TREES, "keywords: [种树]", "keywords: &k [种树]"), [("yaml-alias", TREES, 7, None)]),
    Fault(
        "a key given twice",
        swap(TREES, "kind: topic", "kind: topic\nkind: topic"),
        [("yaml-double-key", TREES, 7, None)],
    ),
    Fault(
        "a list where a text belongs",
        swap(TREES, "title: 种树\n", "title: [种树]\n"),
        [("descriptor-value", TREES, 2, None)],
    ),
    Fault(
        "a text where a list belongs",
        swap(TREES, "keywords: [种树]", "keywords: 种树"),
        [("descriptor-value", TREES, 7, None)],
    ),
    Fault(
        "a description that is too short",
        swap(
            TREES,
            TREES_SAID,
            "种树",
        ),
        [("descriptor-value", TREES, 4, None)],
    ),
    Fault(
        "a description that search engines pass over",
        swap(TREES, "；地名、单位、来源和数目都是编的，请不要引用。", ""),
        [("descriptor-short", TREES, 4, None)],
    ),
    Fault("a description without a title", swap(TREES, "title: 种树\n", ""), [("descriptor-missing", TREES, 1, None)]),
    Fault(
        "a description without a licence",
        swap(TREES, f"licenses: [{LICENCE}]\n", ""),
        [("descriptor-missing", TREES, 1, None)],
    ),
    Fault(
        "a description without sources",
        swap(TREES, "sources: [plan-2018]\n", ""),
        [("descriptor-missing", TREES, 1, None)],
    ),
    Fault(
        "a publication without contact",
        swap(FRONT, "contact: 写信到示例信箱。\n", ""),
        [("descriptor-missing", FRONT, 1, None)],
    ),
    Fault(
        "a publication issued on no day",
        swap(FRONT, "2020-06-01", "2020-06-31"),
        [("descriptor-value", FRONT, 19, None)],
    ),
    Fault(
        "a publication in no language",
        swap(FRONT, "languages: [zh, en]", "languages: []"),
        [("descriptor-value", FRONT, 17, None)],
    ),
    Fault(
        "a publication in English alone",
        swap(FRONT, "languages: [zh, en]", "languages: [en]"),
        [("descriptor-value", FRONT, 17, None)],
    ),
    Fault(
        "a language twice",
        swap(FRONT, "languages: [zh, en]", "languages: [zh, zh]"),
        [("descriptor-value", FRONT, 17, None)],
    ),
    Fault(
        "a key nobody knows",
        swap(TREES, "keywords: [种树]", "keyword: 种树\nkeywords: [种树]"),
        [("descriptor-unknown", TREES, 7, None)],
    ),
    Fault(
        "a name that is not the folder's",
        swap(TREES, "name: trees", "name: tree"),
        [("descriptor-name", TREES, 1, None)],
    ),
    Fault(
        "a source nobody registered",
        swap(TREES, "sources: [plan-2018]", "sources: [plan-2018, plan-2019]"),
        [("descriptor-source-unknown", TREES, 10, None)],
    ),
    Fault(
        "sources that the rows do not use",
        all_of(
            columns(SOURCES, lambda table: table.append(["plan-2019", *table[1][1:]])),
            swap(TREES, "sources: [plan-2018]", "sources: [plan-2018, plan-2019]"),
        ),
        [("descriptor-sources", TREES, 10, None)],
    ),
    Fault(
        "a register is missing",
        all_of(
            gone(SCOPES), gone("datasets/scopes/datapackage.yaml"), lambda site: (site.root / "datasets/scopes").rmdir()
        ),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "no areas at all",
        all_of(
            gone(AREAS), gone("datasets/areas/datapackage.yaml"), lambda site: (site.root / "datasets/areas").rmdir()
        ),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "no indicators at all",
        all_of(
            gone(INDICATORS),
            gone("datasets/indicators/datapackage.yaml"),
            lambda site: (site.root / "datasets/indicators").rmdir(),
        ),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "no sources at all",
        all_of(
            gone(SOURCES),
            gone("datasets/sources/datapackage.yaml"),
            lambda site: (site.root / "datasets/sources").rmdir(),
        ),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "no commitments at all",
        all_of(
            gone(COMMITMENTS),
            gone("datasets/commitments/datapackage.yaml"),
            lambda site: (site.root / "datasets/commitments").rmdir(),
        ),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "a register without its table",
        swap("datasets/scopes/datapackage.yaml", "name: scopes, path", "name: scope, path"),
        [("dataset-missing", FRONT, 1, None)],
    ),
    Fault(
        "a register with another's schema",
        swap("datasets/scopes/datapackage.yaml", "schema: scopes", "schema: areas"),
        [
            *[("column-missing", SCOPES, 1, None)] * 5,
            *[("column-unknown", SCOPES, 1, cell) for cell in ("A1", "B1", "E1")],
        ],
    ),
    Fault(
        "a topic that calls itself a register",
        swap(TREES, "kind: topic", "kind: register"),
        [("descriptor-value", TREES, 6, None)],
    ),
    Fault(
        "a register that calls itself a topic",
        swap("datasets/scopes/datapackage.yaml", "kind: register", "kind: topic"),
        [("descriptor-value", "datasets/scopes/datapackage.yaml", 6, None)],
    ),
    Fault(
        "a kind that nobody knows", swap(TREES, "kind: topic", "kind: theme"), [("descriptor-value", TREES, 6, None)]
    ),
    Fault(
        "a schema that is no JSON",
        swap("schemas/scopes.json", '"primaryKey": [', '"primaryKey": ['.replace('"', "“")),
        [("json-syntax", "schemas/scopes.json", 74, None)],
    ),
    Fault(
        "a schema of an unknown type",
        swap("schemas/scopes.json", '"name": "area",\n      "type": "string"', '"name": "area",\n      "type": "text"'),
        [("schema-invalid", "schemas/scopes.json", None, None)],
    ),
    Fault(
        "a schema that is a list",
        whole("schemas/scopes.json", "[]"),
        [("schema-invalid", "schemas/scopes.json", None, None)],
    ),
    Fault(
        "a schema that has no name",
        swap(TREES, "schema: figures", "schema: figure"),
        [("schema-unknown", TREES, 12, None)],
    ),
    Fault(
        "two tables of one name",
        swap(
            TREES,
            "relations:",
            "  - {name: figures, path: figures.csv, schema: figures, title: 甲, title_en: A}\nrelations:",
        ),
        [("id-double", TREES, 13, None)],
    ),
    Fault(
        "two tables of one file",
        swap(
            TREES,
            "relations:",
            "  - {name: again, path: figures.csv, schema: figures, title: 甲, title_en: A}\nrelations:",
        ),
        [("table-double", TREES, 13, None)],
    ),
    Fault("no publication.yaml", gone(FRONT), [("file-missing", FRONT, None, None)]),
    Fault("an empty publication.yaml", whole(FRONT, ""), [("descriptor-missing", FRONT, 1, None)] * 20),
    Fault("a publication.yaml that is a list", whole(FRONT, "- a\n"), [("descriptor-value", FRONT, 1, None)]),
    Fault("no datapackage.yaml", gone(TREES), [("file-missing", TREES, None, None)]),
    Fault(
        "resources that are no list",
        swap(
            TREES,
            "  - {name: figures, path: figures.csv, schema: figures, title: 种树的数字, title_en: Figures on trees}\n",
            "  name: figures\n",
        ),
        [("descriptor-value", TREES, 11, None)],
    ),
    Fault(
        "a folder with an unfit name",
        all_of(
            whole(
                "datasets/My_Notes/datapackage.yaml",
                TOPIC.split("relations:", maxsplit=1)[0].replace("name: trees", "name: My_Notes"),
            ),
            whole("datasets/My_Notes/figures.csv", f"{HEAD}\n"),
        ),
        [("descriptor-value", "datasets/My_Notes/datapackage.yaml", 1, None)],
    ),
    Fault(
        "a relation that does not say how its sides compare",
        swap(TREES, "    is: equal\n", ""),
        [("descriptor-missing", TREES, 14, None)],
    ),
)
