"""Cite figures and parts as their pages do: in Chinese after GB/T 7714, in English after APA, by address or URN."""

from gongshi.read.values import Figure, Text
from gongshi.render.api.known import PAGES, Json, Known
from gongshi.render.citations import Work, apa, gbt7714
from gongshi.render.feeds import urn
from gongshi.render.words import Words


def figure(known: Known, made: Figure) -> Json:
    """A figure with its value and the document it is from; all values of one that others contradict."""
    titles = Text(*(_title(known, known.words[language], made) for language in ("zh", "en")))
    return cited(known, ("figure", made.id), titles, made.url)


def cited(known: Known, key: tuple[str, str], titles: Text, address: str) -> Json:
    """What goes by the kind and the id that `key` names, as `citation` and `citation_en`."""
    return {
        "citation": gbt7714(_work(known, "zh", key, titles, address)),
        "citation_en": apa(_work(known, "en", key, titles, address)),
    }


def _work(known: Known, language: str, key: tuple[str, str], titles: Text, address: str) -> Work:
    publication, words = known.catalog.publication, known.words[language]
    released = known.history.named(publication.edition) is not None
    host = publication.address.rstrip("/")
    root = PAGES[language] if language in publication.languages else ""
    return Work(
        kind=key[0],
        id=key[1],
        title=titles[language],
        within=words.t("cite-within", site=publication.title[language], tagline=publication.tagline[language]),
        author=publication.publisher[language],
        edition=words.t("page-edition" if released else "page-edition-preview", edition=publication.edition),
        number=publication.edition,
        issued=publication.issued,
        address=f"{host}/{root}{address}" if host else urn(*key),
        language=language,
    )


def _title(known: Known, words: Words, made: Figure) -> str:
    found = (finding for finding in known.checked.get(made.id, ()) if not finding.holds)
    conflict = next((finding.relation for finding in found if finding.relation.kind == "conflict"), None)
    period = words.period(made)
    return words.t(
        "cite-conflict" if conflict else "cite-figure",
        name=_name(known, words, made),
        value=_value(known, words, made.id),
        values=words.t("page-comma").join(_value(known, words, term) for term in conflict.terms) if conflict else "",
        period=words.t("page-period-inferred", period=period) if made.dating == "inferred" else period,
        source=_source(known, words, made.source),
    )


def _name(known: Known, words: Words, made: Figure) -> str:
    catalog, language = known.catalog, words.language
    area, indicator = catalog.areas[made.area].name[language], catalog.indicators[made.indicator].name[language]
    scope = words.t("page-comma").join(catalog.scopes[id_].name[language] for id_ in made.scope)
    mark = "page-scope-dash" if any(bracket in scope for bracket in "（(") else "page-scope-mark"
    return words.t("page-name-area", area=area, rest=indicator) + (words.t(mark, scope=scope) if scope else "")


def _value(known: Known, words: Words, id_: str) -> str:
    made = known.catalog.figures[id_]
    return str(words.quantity(made, known.catalog.indicators[made.indicator]))


def _source(known: Known, words: Words, id_: str) -> str:
    source = known.catalog.sources[id_]
    published = words.published(source.published)
    key = "page-source-dated" if published else "page-source-undated"
    return words.t(key, source=source.short[words.language], published=published)
