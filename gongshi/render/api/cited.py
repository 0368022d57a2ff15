"""Cite figures and parts as their pages do: in Chinese after GB/T 7714, in English after APA, by address or URN."""

from gongshi.read.values import Figure, Text
from gongshi.render import citations, naming
from gongshi.render.api.known import Json, Known
from gongshi.render.citations import Work, apa, gbt7714
from gongshi.render.feeds import urn
from gongshi.render.words import ROOTS


def figure(known: Known, made: Figure) -> Json:
    """A figure with its value and the document it is from; all values of one that others contradict."""
    found = (one for one in known.checked.get(made.id, ()) if not one.holds and one.relation.kind == "conflict")
    terms = next((one.relation.terms for one in found), ())
    titles = Text(*(naming.cited(known.catalog, known.words[language], made, terms) for language in ("zh", "en")))
    return cited(known, ("figure", made.id), titles, made.url)


def cited(known: Known, key: tuple[str, str], titles: Text, address: str) -> Json:
    """What goes by the kind and the id that `key` names, as `citation` and `citation_en`."""
    return {
        "citation": gbt7714(_work(known, "zh", key, titles, address)),
        "citation_en": apa(_work(known, "en", key, titles, address)),
    }


def _work(known: Known, language: str, key: tuple[str, str], titles: Text, address: str) -> Work:
    publication, words = known.catalog.publication, known.words[language]
    edition = citations.edition(publication, words, known.history.named(publication.edition) is not None)
    host = publication.address.rstrip("/")
    root = ROOTS[language] if language in publication.languages else ""
    where = f"{host}/{root}{address}" if host else urn(*key)
    return citations.work(publication, words, key, titles[language], where, edition)
