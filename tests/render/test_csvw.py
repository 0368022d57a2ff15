"""The description of a CSV names its columns as the file does, and says their types and rules in CSVW's words."""

import json
from typing import Any

import pytest

from gongshi.read.collection import Publication
from gongshi.read.values import Text
from gongshi.render import csvw
from tests.publication import Site


def described(publication: Publication, schema: dict[str, Any]) -> Any:
    made = csvw.described("data/trees/figures.csv", Text("数字", "Figures"), schema, publication.licence, publication)
    (path,) = made
    assert path == "data/trees/figures.csv-metadata.json"
    return json.loads(made[path])


def test_a_description_says_what_the_table_is_and_under_which_terms(site: Site) -> None:
    field = {"name": "id", "type": "string", "title": "编号", "title_en": "Id", "constraints": {"required": True}}
    made = described(site.read().catalog.publication, {"fields": [field], "primaryKey": ["id"]})
    assert made == {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh"}],
        "url": "figures.csv",
        "dc:title": [{"@value": "数字", "@language": "zh"}, {"@value": "Figures", "@language": "en"}],
        "dc:publisher": [
            {"@value": "示例编辑组", "@language": "zh"},
            {"@value": "Example editors", "@language": "en"},
        ],
        "dc:issued": {"@value": "2020-06-01", "@type": "xsd:date"},
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": {
            "columns": [
                {
                    "name": "id",
                    "titles": "id",
                    "datatype": "string",
                    "dc:title": [{"@value": "编号", "@language": "zh"}, {"@value": "Id", "@language": "en"}],
                    "required": True,
                }
            ],
            "primaryKey": ["id"],
        },
    }


@pytest.mark.parametrize(
    ("field", "datatype"),
    [
        ({"type": "number"}, "decimal"),
        ({"type": "integer", "constraints": {"minimum": 0}}, {"base": "integer", "minimum": 0}),
        ({"type": "date"}, "date"),
        ({"type": "year"}, "gYear"),
        ({}, "string"),
        ({"constraints": {"pattern": "^[0-9]{6}$"}}, {"base": "string", "format": "^[0-9]{6}$"}),
        ({"type": "number", "constraints": {"pattern": "^[0-9]$"}}, "decimal"),
        ({"constraints": {"maxLength": 80}}, {"base": "string", "maxLength": 80}),
        ({"constraints": {"enum": ["a.b", "c|d"]}}, {"base": "string", "format": r"^(a\.b|c\|d)$"}),
    ],
    ids=str,
)
def test_a_type_and_its_rules_are_said_as_csvw_has_them(site: Site, field: dict[str, Any], datatype: Any) -> None:
    made = described(site.read().catalog.publication, {"fields": [{"name": "a", **field}]})
    assert made["tableSchema"]["columns"][0]["datatype"] == datatype
