"""What the conventions ask of every file."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.publication import HERE

MODULES = sorted((HERE / "gongshi").rglob("*.py"))
LISTED = subprocess.run(["git", "ls-files", "-z"], cwd=HERE, capture_output=True, check=True).stdout.decode()
BINARY = (".png", ".woff2", ".otf", ".ico")
TRACKED = [path for listed in LISTED.split("\0") if listed and (path := HERE / listed).suffix not in BINARY]
# In pieces, so that this file names none of them either.
HOSTS = (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
REGISTRIES = [f"{host}.{end}" for host, end in HOSTS]
OPTIONS = ["--index" + "-url", "--extra-index" + "-url", "--trusted" + "-host", "--find" + "-links"]


def name(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_is_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_everything_public_says_what_it_is(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    silent = [node.name for node in found if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert (bool(ast.get_docstring(tree)), silent) == (True, [])


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_what_a_public_function_raises_is_named_in_its_docstring(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    public = [node for node in functions.values() if not node.name.startswith("_")]
    unnamed = {
        node.name: missing
        for node in public
        if (missing := sorted(raised(node, functions) - set(re.findall(r"\w+", ast.get_docstring(node) or ""))))
    }
    assert unnamed == {}


def raised(function: ast.FunctionDef, functions: Mapping[str, ast.FunctionDef], seen: tuple[str, ...] = ()) -> set[str]:
    """The names of what a function raises, itself or through private functions of its module."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and node.exc is not None:
            error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            found |= {error.id} if isinstance(error, ast.Name) else set()
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("_"):
            callee = functions.get(node.func.id)
            found |= raised(callee, functions, (*seen, callee.name)) if callee and callee.name not in seen else set()
    return found


def test_no_tracked_file_names_a_package_registry() -> None:
    found = []
    for path in TRACKED:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        # The makefile names options in order to keep them out of the locks.
        unwanted = REGISTRIES if path.name == "Makefile" else REGISTRIES + OPTIONS
        found += [f"{name(path)}: {word}" for word in unwanted if word in text]
    assert found == []


def test_every_code_of_the_problems_has_all_five_keys() -> None:
    entries = tomllib.loads((HERE / "gongshi/problems.toml").read_text(encoding="utf-8"))
    keys = {"severity", "what_zh", "mend_zh", "what_en", "mend_en"}
    assert [code for code, entry in entries.items() if set(entry) != keys] == []
