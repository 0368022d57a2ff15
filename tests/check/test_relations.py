"""Declared relations are evaluated exactly."""

from decimal import Decimal

from gongshi.check import relations
from tests.publication import Site

TREES = "datasets/trees/datapackage.yaml"


def outcome(site: Site) -> tuple[Decimal, Decimal, bool, Decimal]:
    finding = relations.findings(site.read().catalog)[0]
    return finding.left, finding.right, finding.holds, finding.difference


def test_parts_that_make_the_total_hold(site: Site) -> None:
    assert outcome(site) == (30000, 30000, True, 0)


def test_parts_that_exceed_the_total_do_not_hold(site: Site) -> None:
    site.replace("datasets/trees/figures.csv", ",12000,exact,1.2万个", ",12000.1,exact,12000.1个")
    assert outcome(site) == (Decimal("30000.1"), 30000, False, Decimal("0.1"))


def test_factors_are_multiplied(site: Site) -> None:
    site.replace(TREES, "sum: [trees-2017, trees-2018]", "product: [trees-2017, trees-2018]")
    assert outcome(site) == (216000000, 30000, False, 215970000)


def test_a_conflict_never_holds(site: Site) -> None:
    site.replace(TREES, "sum: [trees-2017, trees-2018]", "conflict: [trees-2017, trees-2018]")
    site.replace(TREES, "    equals: trees-planned\n", "")
    assert outcome(site) == (12000, 18000, False, -6000)
