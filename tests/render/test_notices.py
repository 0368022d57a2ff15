"""Notices are downloaded as a table like any other."""

import json

from gongshi.render import notices, tables
from tests.publication import Site, official


def test_a_notice_is_a_row_with_everything_its_head_says(site: Site) -> None:
    rows = json.loads(tables.json_bytes(notices.sheet(official(site).read().catalog)))
    assert [row["slug"] for row in rows] == ["tree-money", "tree-plan"]
    assert rows[1] == {
        "slug": "tree-plan",
        "kind": "consultation",
        "index": "00999999X/2020-00002",
        "item": None,
        "elements": None,
        "title": "示例县种树计划公示",
        "title_en": "Example County: plan for trees",
        "summary": "示例县的种树计划，现在征求意见。",
        "summary_en": "The plan for trees in Example County, open for objection.",
        "publisher": "示例县种树办公室",
        "publisher_en": "Trees Office of Example County",
        "level": "county",
        "area": "999999",
        "area_name": "示例县",
        "signed": "2020-05-25",
        "published": "2020-05-26",
        "opens": "2020-05-27",
        "closes": "2020-06-05",
        "unit": "natural",
        "counting": "inclusive",
        "phone": "000-0000000",
        "address": "示例县示例路",
        "address_en": "Example Road, Example County",
        "mail": "trees@example.org",
        "hotline": "12317",
        "reviewer": "种树办公室主任",
        "reviewer_en": "Head of the Trees Office",
        "figures": "trees-planned+trees-2018",
        "datasets": None,
    }


def test_a_publication_without_notices_has_the_table_without_rows(site: Site) -> None:
    assert notices.sheet(site.read().catalog).rows == ()


def test_a_title_that_a_spreadsheet_would_calculate_is_inert(site: Site) -> None:
    official(site).replace("content/zh/notices/tree-plan.md", "Title: 示例县种树计划公示", "Title: =SUM(A1)")
    sheet = notices.sheet(site.read().catalog)
    assert sheet.rows[1][sheet.names.index("title")] == "'=SUM(A1)"
