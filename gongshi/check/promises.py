"""Check what a form cannot say of schemas/addresses.yaml: placeholders that are explained, and no entry twice."""

from collections.abc import Iterator

from gongshi.errors import Problem
from gongshi.read.documents import Document
from gongshi.read.fields import mappings, string
from gongshi.read.promise import PLACEHOLDER, promise


def problems(document: Document) -> Iterator[Problem]:
    """Placeholders that nothing explains, and names, paths and members that stand twice."""
    promised = promise(document)
    known = promised.forms
    seen = set[tuple[str, str]]()
    for member in promised.members:
        if (entry := ("member", member.whole)) in seen:
            yield Problem("address-repeated", member.place, member.whole)
        seen.add(entry)
    for key in ("patterns", "apart"):
        for index, item in mappings(document.data, key):
            place = document.place(key, index, "path")
            for name in PLACEHOLDER.findall(string(item, "path")):
                if name not in known:
                    yield Problem("address-placeholder", place, name, {"known": ", ".join(sorted(known))})
            for column in ("name", "path"):
                entry = (column, string(item, column))
                if entry in seen:
                    yield Problem("address-repeated", place, entry[1])
                seen.add(entry)
