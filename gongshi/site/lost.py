"""Give the page for lost readers links that hold wherever it is shown.

A server shows it at addresses of any depth, from where relative links lead astray: its links begin at the root of the
host. Without an address the site is taken to stand there.
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

from gongshi.site import addresses

# A link of a page to another file of the site: neither to a place within the page nor with a scheme.
LINK: Final = re.compile(r'(?P<name> (?:href|src))="(?P<target>(?![a-z]+:|#|/)[^"]+)"')


def rooted(files: Mapping[str, bytes], address: str) -> dict[str, bytes]:
    """The pages for lost readers among files, by path, with links from the root of the host of `address`."""
    base = urlsplit(address).path.rstrip("/") + "/"
    pages = [root + addresses.LOST for root in addresses.ROOTS.values()]
    return {path: _rooted(files[path].decode("utf-8"), base + path) for path in pages if path in files}


def _rooted(text: str, here: str) -> bytes:
    found = LINK.sub(lambda link: f'{link["name"]}="{urljoin(here, link["target"])}"', text)
    return found.encode("utf-8")
