"""What identifies a person is found in any text; what only looks so is left alone; no message repeats it."""

import random
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.check import personal, privacy
from gongshi.errors import Place, Problem
from tests.check.faults.making import FIGURES, cell
from tests.publication import Site

ID, OTHER = "11010519491231002X", "440524188001010014"  # examples printed in the standards
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def kinds(text: str, named: str = "") -> list[str]:
    return [one.kind for one in personal.find(text, named)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ID, ["identity"]),
        (ID.lower(), ["identity"]),
        (OTHER, ["identity"]),
        (f"{ID}、{OTHER}", ["identity", "identity"]),
        (f"1.{ID}", ["identity"]),
        (f"身份证号ID{ID}号", ["identity"]),
        (ID.translate(FULL_WIDTH), ["identity"]),
        ("110105 19491231 002X", ["identity"]),
        ("110105-1949-1231-002X", ["identity"]),
        ("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", ["identity"]),
        ("110105　19491231　002X", ["identity"]),
        (f"2018 {ID} 2018", ["identity"]),
        ("110105194912310021", ["identity-like"]),  # its checksum is wrong
        ("110105491231002", ["identity-like"]),  # the old form
        ("110105499931002", []),  # no such day
        ("990105491231002", []),  # no such province
        ("13812345678", ["mobile"]),
        ("１３８１２３４５６７８", ["mobile"]),
        ("138 1234 5678", ["mobile"]),
        ("138-1234-5678", ["mobile"]),
        ("+86 13812345678", ["mobile"]),
        ("+86-138-1234-5678", ["mobile"]),
        ("008613812345678", ["mobile"]),
        ("013812345678", ["mobile"]),
        ("电话13812345678，13912345678", ["mobile", "mobile"]),
        ("tel:13812345678", ["mobile"]),
        ("12812345678", []),
        ("13812345678元", []),
        ("13812345678 元", []),
        ("13812345678.50", []),
        ("138123456789", []),
        ("http://example.org/2018/13812345678.html", []),
        ("0999-5123456", ["landline"]),
        ("(0999)5123456", ["landline"]),
        ("12317", []),
        ("12345", []),
        ("6222020200112230", []),
        ("卡号6222020200112230", ["card"]),
        ("一卡通账号：6222 0202 0011 2230", ["card"]),
        ("bank card 6222020200112230", ["card"]),
        ("卡号6222020200112231", []),  # Luhn
        ("139****2345678", ["mask"]),
        ("139 **** 2345678", ["mask"]),
        ("**139****2345678**", ["mask"]),
        ("138***45678", ["mask"]),
        ("1381234****", ["mask"]),
        ("138****5678", []),
        ("110105********002X", ["mask"]),
        ("110105********0021", ["mask"]),
        ("110105****002X", ["mask"]),
        ("1101051949********", ["mask"]),
        ("110105************", []),
        ("1****************X", []),
        ("11****************", []),
        ("在1949 **5000** 人", []),  # bold
        ("2018**", []),
        ("1920x1080", []),
        ("91350100M000100Y43", []),
        ("吉政发〔2016〕5号", []),
        ("1234567890123456789012345", []),
        ("11341823MB1682330U/202407-00008", []),
        ("2018-01-01 2018-12-31 2019-01-01", []),
        ("3692000000", []),
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", []),
        ("", []),
    ],
)
def test_what_is_personal_is_told_from_what_is_not(text: str, found: list[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("named", "text", "found"),
    [
        ("身份证号", "999999999999999999", ["identity-like"]),
        ("id_number", "110105499931002", ["identity-like"]),
        ("id_card 证件号码", "1.1010519491231E+17", ["identity-like"]),
        ("note 附注", "1.1010519491231E+17", []),
        ("note 附注", "999999999999999999", []),
        ("account 账号", "6222020200112230", ["card"]),
        ("id 编号", "6222020200112230", []),
    ],
)
def test_the_name_of_a_column_says_what_its_numbers_are(named: str, text: str, found: list[str]) -> None:
    assert kinds(text, named) == found


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        ("91350100M000100Y43", True),
        ("91350100M000100Y44", False),
        ("91220800C6B36JMWD0", True),  # the sum is a multiple of 31
        ("91350100M000100Y4", False),
        ("91350100M000100YI3", False),
    ],
)
def test_codes_of_organisations_have_a_checksum_of_their_own(code: str, valid: bool) -> None:
    assert personal.is_organisation(code) is valid


@st.composite
def identities(draw: st.DrawFn) -> str:
    province = draw(st.sampled_from(sorted(personal.PROVINCES)))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 1, 1)))
    rest = draw(st.integers(0, 9_999)), draw(st.integers(0, 999))
    number = f"{province}{rest[0]:04}{born:%Y%m%d}{rest[1]:03}"
    return number + personal.CHECKS[sum(int(d) * w for d, w in zip(number, personal.WEIGHTS, strict=True)) % 11]


# A digit beside a number makes another number of it, and so may a code that it is part of.
AROUND = st.text(st.characters(exclude_characters="0123456789", exclude_categories=["Cs", "Nd"]), max_size=20).map(
    lambda text: f"{text}，"
)


@given(AROUND, identities(), AROUND, st.sampled_from(["", " ", "-", "　", "\u200b"]), st.booleans())
def test_a_valid_identity_number_is_found_in_any_text(
    before: str, number: str, after: str, gap: str, wide: bool
) -> None:
    written = gap.join((number[:6], number[6:14], number[14:]))
    written = written.translate(FULL_WIDTH) if wide else written
    found = [(one.start, one.written) for one in personal.find(f"{before}{written}，{after}") if one.kind == "identity"]
    assert found == [(len(before), written)]


@given(st.binary(min_size=32, max_size=32), st.booleans(), AROUND)
def test_a_hash_is_never_personal(data: bytes, upper: bool, around: str) -> None:
    written = data.hex().upper() if upper else data.hex()
    assert kinds(f"{around}{written}，{around}") == []


@given(st.integers(10**24, 10**25 - 1))
def test_a_number_of_twenty_five_digits_is_never_personal(number: int) -> None:
    assert kinds(f"卡号 {number} 号") == []


@given(st.text(max_size=200), identities())
def test_no_message_repeats_more_than_two_characters(text: str, number: str) -> None:
    place = Place("datasets/trees/figures.csv", 2)
    for problem in privacy.of_text(f"{text} {number}", place):
        assert len(problem.value or "") <= 3
        assert number[:6] not in problem.message("zh") + problem.mend("en")


@given(st.text("0123456789Xx*＊-－ 　１３８.元卡号Ee+", max_size=400))
def test_any_text_of_digits_and_stars_is_judged(text: str) -> None:
    found = personal.find(text)
    assert [text[one.start : one.start + len(one.written)] for one in found] == [one.written for one in found]


@pytest.mark.parametrize("text", ["1 " * 5_000, "138 " * 2_500, "1*" * 5_000, "1" * 10_000, f"{'1' * 16}{'*' * 9_000}"])
def test_no_text_takes_long(text: str) -> None:
    started = time.monotonic()
    personal.find(text)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("column", ["stated", "value", "locator", "area", "period_end", "id", "status"])
def test_other_checks_do_not_repeat_a_number_that_stands_in_their_cell(site: Site, column: str) -> None:
    cell(FIGURES, 2, column, ID)(site)
    problems = site.problems()
    assert "personal-id" in [problem.code for problem in problems]
    told = [text for p in problems for text in (p.value or "", *p.details.values(), p.message("zh"), p.mend("en"))]
    assert [text for text in told if "1949" in text] == []


def test_an_article_does_not_give_away_a_number_as_one_that_is_bound_to_no_figure(site: Site) -> None:
    file = "content/zh/articles/trees.md"
    site.write(file, (site.root / file).read_bytes() + f"\n经手人{ID}。\n".encode())
    assert [(p.code, p.value) for p in site.problems()] == [("personal-id", "11…"), ("prose-naked-number", "11…")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("电话0999-5123456，13812345678，或12317", []),
        ("卡号6222020200112230", ["personal-card"]),
        (ID, ["personal-id"]),
    ],
)
def test_an_office_may_give_its_phones_among_its_contacts(site: Site, text: str, codes: list[str]) -> None:
    site.replace("publication.yaml", "contact: 写信到示例信箱。", f"contact: {text}")
    assert [problem.code for problem in site.problems()] == codes


def test_a_doubtful_number_in_a_sentence_only_warns(site: Site) -> None:
    cell(FIGURES, 2, "note", "110105194912310021")(site)
    assert [(p.code, p.severity) for p in site.problems()] == [("personal-id-like", "warning")]


def test_problems_that_hold_nothing_personal_are_left_as_they_are() -> None:
    given_ = (Problem("cell-choice", Place("a.csv", 2, "kind", "A2"), "1234567", {"allowed": "actual"}),)
    assert privacy.discreet(given_) == given_


def test_random_amounts_and_names_are_not_taken_for_persons() -> None:
    chance = random.Random(4)
    amounts = [f"{chance.randint(1, 10**10):,}元，{chance.randint(1, 10**6)}户" for _ in range(2_000)]
    assert [text for text in amounts if personal.find(text)] == []
