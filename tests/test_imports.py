"""Values flow one way through the house: a room imports only what stands to its left."""

import ast
from pathlib import Path

import pytest

from tests.publication import HERE

# Each place with the rooms that it may use; `staging` and `report` are tools of the last two.
ROOMS = {
    "errors": (),
    "read": ("errors",),
    "check": ("errors", "read"),
    "record": ("errors", "read", "check"),
    "render": ("errors", "read", "check", "record"),
    "site": ("errors", "read", "check", "record", "render"),
    "disk": ("errors",),
    "staging": ("errors", "disk", "record"),
    "parallel": ("errors",),
    "interruption": (),
    "report": ("errors",),
    "publish": ("__version__", "errors", "read", "check", "record", "render", "site", "staging", "parallel"),
    "releasing": ("errors", "disk", "read", "record", "render"),
    "fetching": ("errors", "disk", "record"),
    "inspecting": ("__version__", "errors", "record", "publish", "releasing", "fetching"),
    "outcomes": ("errors", "read", "record"),
    "cli": (
        *("errors", "read", "check", "record", "render", "site", "disk", "staging", "report", "publish"),
        *("releasing", "fetching", "inspecting", "outcomes", "interruption"),
    ),
    "__init__": (),
}
# Libraries that one room alone knows, behind our own words.
KNOWN_ONLY_TO = {
    "frictionless": "check",
    "cn2an": "check",
    "jsonschema": "read",
    "yaml": "read",
    "altair": "render",
    "vl_convert": "render",
    "pelican": "site",
    "markdown": "site",
    "jinja2": "site",
    "click": "cli",
    "rich": "cli",
    "fcntl": "staging",
    "fontTools": "render",
    "PIL": "render",
    "pyarrow": "render",
    "sqlite3": "render",
    "xlsxwriter": "render",
    "multiprocessing": "parallel",
}
MODULES = sorted((HERE / "gongshi").rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(HERE / "gongshi").parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """Full names of everything a module imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_a_module_imports_only_from_its_left(module: Path) -> None:
    used = {name.split(".")[1] for name in imported(module) if name.startswith("gongshi.")}
    assert sorted(used - {room(module), *ROOMS[room(module)]}) == []


@pytest.mark.parametrize("library", sorted(KNOWN_ONLY_TO))
def test_a_library_is_known_in_one_room_only(library: str) -> None:
    users = {room(module) for module in MODULES if any(name.split(".")[0] == library for name in imported(module))}
    assert sorted(users) == [KNOWN_ONLY_TO[library]]
