"""Cite things as their pages do: in Chinese after GB/T 7714, in English after APA, by address or URN."""

from collections.abc import Mapping

from gongshi.read.collection import Dataset
from gongshi.read.history import Release
from gongshi.read.values import Figure, Text
from gongshi.render import citations, naming
from gongshi.render.api.known import Json, Known
from gongshi.render.citations import Edition, Work, apa, gbt7714
from gongshi.render.feeds import urn
from gongshi.render.words import ROOTS


def figure(known: Known, made: Figure) -> Json:
    """A figure with its value and the document it is from; all values of one that others contradict."""
    found = (one for one in known.checked.get(made.id, ()) if not one.holds and one.relation.kind == "conflict")
    terms = next((one.relation.terms for one in found), ())
    titles = Text(*(naming.cited(known.catalog, known.words[language], made, terms) for language in ("zh", "en")))
    return cited(known, ("figure", made.id), titles, made.url)


def dataset(known: Known, made: Dataset) -> Json:
    """A dataset as its page of downloads cites it."""
    return cited(known, ("dataset", made.name), made.title, f"data/{made.name}/")


def release(known: Known, made: Release) -> Json:
    """A whole release, of its own edition and with the hash that stands for it."""
    editions = {name: citations.past(words, made.name, made.day) for name, words in known.words.items()}
    titles = Text(*(known.words[language].t("cite-release", sha256=made.sha256) for language in ("zh", "en")))
    return _both(known, editions, ("release", made.name), titles, f"releases/{made.name}/")


def cited(known: Known, key: tuple[str, str], titles: Text, address: str) -> Json:
    """What goes by the kind and the id that `key` names, as `citation` and `citation_en`."""
    publication = known.catalog.publication
    released = known.history.named(publication.edition) is not None
    editions = {name: citations.edition(publication, words, released) for name, words in known.words.items()}
    return _both(known, editions, key, titles, address)


def _both(known: Known, editions: Mapping[str, Edition], key: tuple[str, str], titles: Text, address: str) -> Json:
    return {
        "citation": gbt7714(_work(known, "zh", editions["zh"], key, titles, address)),
        "citation_en": apa(_work(known, "en", editions["en"], key, titles, address)),
    }


def _work(known: Known, language: str, edition: Edition, key: tuple[str, str], titles: Text, address: str) -> Work:
    publication, words = known.catalog.publication, known.words[language]
    host = publication.address.rstrip("/")
    root = ROOTS[language] if language in publication.languages else ""
    where = f"{host}/{root}{address}" if host else urn(*key)
    return citations.work(publication, words, key, titles[language], where, edition)
