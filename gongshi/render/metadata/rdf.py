"""Write statements as Turtle and as JSON-LD, the same statements always as the same bytes.

No node is blank, so that nothing in a file is named by chance. IRIs may be relative: they are then meant from where
the file stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote

import simplejson
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from gongshi.errors import LANGUAGES
from gongshi.read.values import Text
from gongshi.render.metadata.terms import PREFIXES

# Beside spaces and control characters (RFC 3987, 2.2).
UNFIT: Final = '<>"{}|\\^`\x7f'
Triple: TypeAlias = tuple[URIRef, URIRef, Node]


def iri(written: str) -> URIRef:
    """An IRI of what somebody wrote: signs that none can hold are percent-encoded."""
    return URIRef("".join(quote(sign) if sign <= " " or sign in UNFIT else sign for sign in written))


def said(subject: URIRef, predicate: URIRef, text: Text) -> Iterator[Triple]:
    """A text in each language that it has."""
    tongues = (language for language in LANGUAGES if text[language])
    return ((subject, predicate, Literal(text[language], lang=language)) for language in tongues)


def turtle(triples: Iterable[Triple]) -> bytes:
    """Turtle, subjects and objects in order."""
    written: str = _graph(triples).serialize(format="turtle")
    return (written.rstrip("\n") + "\n").encode("utf-8")


def json_ld(triples: Iterable[Triple]) -> bytes:
    """JSON-LD, one object a subject, in order."""
    context = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    written = _graph(triples).serialize(format="json-ld", context=context, auto_compact=False)
    read = simplejson.loads(written)
    graph = sorted((_ordered(node) for node in read["@graph"]), key=lambda node: str(node["@id"]))
    made = {"@context": read["@context"], "@graph": graph}
    return (simplejson.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in sorted(set(triples)):
        graph.add(triple)
    return graph


def _ordered(value: Any) -> Any:
    """A value with its keys and its lists in order, which means nothing in this form."""
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted((_ordered(one) for one in value), key=lambda one: simplejson.dumps(one, sort_keys=True))
    return value
