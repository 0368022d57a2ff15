"""The theme: one set of tokens, one set of words, templates that read their context and nothing else."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Final

import pytest
from jinja2 import meta, nodes

from gongshi.errors import LANGUAGES
from gongshi.site import (
    pages_api,
    pages_areas,
    pages_checks,
    pages_commitments,
    pages_corrections,
    pages_data,
    pages_duties,
    pages_home,
    pages_indicators,
    pages_notices,
    pages_objections,
    pages_obligations,
    pages_oversight,
    pages_prose,
    pages_releases,
    pages_sources,
    pages_topics,
    pages_verify,
    remains,
    theme,
)
from gongshi.site.embeds import EmbedPage

CONTEXTS: Final = {
    "home": pages_home.HomePage,
    "lost": pages_home.LostPage,
    "topics": pages_topics.TopicsPage,
    "topic": pages_topics.TopicPage,
    "areas": pages_areas.AreasPage,
    "area": pages_areas.AreaPage,
    "records": pages_areas.RecordsPage,
    "indicators": pages_indicators.IndicatorsPage,
    "indicator": pages_indicators.IndicatorPage,
    "sources": pages_sources.SourcesPage,
    "source": pages_sources.SourcePage,
    "commitments": pages_commitments.CommitmentsPage,
    "checks": pages_checks.ChecksPage,
    "corrections": pages_corrections.CorrectionsPage,
    "oversight": pages_oversight.OversightPage,
    "objections": pages_objections.ObjectionsPage,
    "verify": pages_verify.VerifyPage,
    "releases": pages_releases.ReleasesPage,
    "release": pages_releases.ReleasePage,
    "notices": pages_notices.NoticesPage,
    "notice": pages_notices.NoticePage,
    "obligations": pages_obligations.ObligationsPage,
    "duties": pages_duties.DutiesPage,
    "api": pages_api.ApiPage,
    "catalogue": pages_data.CataloguePage,
    "dataset": pages_data.DatasetPage,
    "articles": pages_prose.ArticlesPage,
    "article": pages_prose.ArticlePage,
    "page": pages_prose.ProsePage,
    "moved": remains.MovedPage,
}
TEMPLATES: Final = theme.THEME / "templates"
# Keys that are put together from a word of the data, by the beginning that their code or template has.
PREFIXES: Final = (
    *(
        "kind-",
        "bound-",
        "measure-",
        "page-verdict-",
        "level-",
        "strength-",
        "dating-",
        "status-",
        "type-",
        "rule-",
        "month-",
        "count-",
        "number-",
    ),
    *(
        "format-",
        "tally-",
        "language-",
        "page-dispute-",
        "page-side-",
        "page-due-",
        "dataset-kind-",
        "notice-",
        "notices-",
        "obligation-",
        "duty-state-",
    ),
    *(
        "drawing-",
        "chart-",
        "column-",
        "reason-",
        "move-",
        "feed-change-",
        "feed-notice-",
        "releases-",
        "verify-whole-",
        "oversight-tally-",
    ),
    *("channel-", "outcome-", "feed-change-"),
)


def parsed(name: str) -> nodes.Template:
    environment = theme.environment(str)
    return environment.parse((TEMPLATES / name).read_text(encoding="utf-8"))


def read_of_page(name: str) -> set[str]:
    """What a template reads of its `page`."""
    return {
        node.attr
        for node in parsed(name).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "page"
    }


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_reads_all_of_its_context_and_nothing_else(name: str) -> None:
    given = {field.name for field in fields(CONTEXTS[name])}
    assert read_of_page(f"{name}.html") | {"frame"} == given


def test_the_page_for_embedding_reads_all_of_its_context_and_has_no_frame() -> None:
    assert read_of_page("embed.html") == {field.name for field in fields(EmbedPage)}


def test_the_frame_is_read_whole_by_the_base() -> None:
    from gongshi.site.frames import Frame  # noqa: PLC0415

    read = {
        node.attr
        for node in parsed("base.html").find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Getattr) and node.node.attr == "frame"
    }
    assert read == {field.name for field in fields(Frame)}


def test_there_is_a_context_for_every_template() -> None:
    assert {path.stem for path in TEMPLATES.glob("*.html")} == {"base", "embed", *CONTEXTS}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_use_no_name_but_page_and_trust_no_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = theme.environment(str).parse(text)
    imported = {name for node in tree.find_all(nodes.FromImport) for name in node.names}
    assert meta.find_undeclared_variables(tree) - imported <= {"page", "caller"}
    assert "|safe" not in text.replace(" ", "")
    assert "style=" not in text
    assert "<style" not in text
    assert not re.search(r"\son[a-z]+=", text)


def messages(language: str) -> dict[str, str]:
    return tomllib.loads((theme.THEME / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def test_both_languages_have_the_same_messages_with_the_same_blanks() -> None:
    blanks = {
        language: {key: sorted(set(re.findall(r"\$([a-z_]+)", text))) for key, text in messages(language).items()}
        for language in LANGUAGES
    }
    assert set(blanks["zh"]) == set(blanks["en"])
    allowed = {"promise-open", "drawing-place"}  # the other language says it without
    assert {key for key in blanks["zh"] if blanks["zh"][key] != blanks["en"][key]} <= allowed


def used() -> Iterator[str]:
    """Every word in quotes in code and templates."""
    code = Path(theme.__file__).parents[1]
    for path in [*sorted(code.rglob("*.py")), *sorted(TEMPLATES.rglob("*.html"))]:
        yield from re.findall(r"[\"']([a-z][a-z0-9_-]+)[\"']", path.read_text(encoding="utf-8"))


def test_every_message_is_used_and_every_message_used_exists() -> None:
    known, words = set(messages("zh")), set(used())
    asked = {
        key
        for path in sorted(TEMPLATES.rglob("*.html"))
        for key in re.findall(r"'([a-z0-9-]+)'\|t", path.read_text(encoding="utf-8"))
    }
    assert asked - known == set()
    unused = {key for key in known - words if not key.startswith(PREFIXES) and key.removesuffix("-one") not in words}
    assert unused == set()


def test_the_stylesheet_names_its_layers_once_and_holds_one_block_for_each() -> None:
    text = theme.stylesheet()
    assert text.startswith(f"@layer {', '.join(theme.LAYERS)};")
    assert re.findall(r"@layer (\w+) \{", text) == list(theme.LAYERS)
    assert text.count("{") == text.count("}")


def test_colours_stand_in_the_tokens_alone() -> None:
    css = theme.THEME / "static/css"
    coloured = [
        path.name
        for path in sorted(css.glob("*.css"))
        if re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", re.sub(r"#[a-z][\w-]*", "", path.read_text(encoding="utf-8")))
    ]
    assert coloured == ["tokens.css"]


def test_every_custom_property_used_is_defined() -> None:
    text = theme.stylesheet()
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - set(re.findall(r"(--[\w-]+):", text)) == set()


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_ON: Final = [
    *((text, "paper") for text in ("ink", "ink-2", "ink-3", "accent", "accent-deep", "visited", "caution")),
    *((text, "tint") for text in ("ink", "ink-2", "ink-3", "accent", "visited")),
    *((text, "caution-tint") for text in ("ink", "ink-2", "caution", "accent", "visited")),
    *((text, "accent-tint") for text in ("ink", "ink-2", "accent")),
]


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(text: str, ground: str, scheme: int) -> None:
    tokens = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", theme.stylesheet())
    colours = {name: (light, dark)[scheme] for name, light, dark in tokens}
    assert contrast(colours[text], colours[ground]) >= 4.5
