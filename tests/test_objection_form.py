"""The form for objections that the repository ships is one that GitHub takes, and asks for no name."""

import re
from typing import Any, Final

import yaml

from gongshi.check.front import ISSUES
from tests.publication import HERE

FORM: Final = HERE / ".github/ISSUE_TEMPLATE/objection.yml"
# What an element of a form may say, by its type, as the syntax for issue forms has it.
ATTRIBUTES: Final = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
ADDRESS: Final = "https://example.org/repository/issues/new?template=objection.yml&title={title}&about={about}"


def form() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    return read


def test_the_form_says_what_it_is_and_asks_something() -> None:
    read = form()
    assert set(read) <= {"name", "description", "title", "labels", "body", "assignees", "projects", "type"}
    assert all(isinstance(read[key], str) and read[key] for key in ("name", "description"))
    assert any(element["type"] != "markdown" for element in read["body"])


def test_every_element_is_of_a_known_type_and_says_only_what_that_type_may() -> None:
    for element in form()["body"]:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element["attributes"]) <= ATTRIBUTES[element["type"]]
        assert element["type"] == "markdown" or element["attributes"]["label"]
        assert set(element.get("validations", {})) <= {"required"}


def test_ids_and_labels_are_unique_and_plain() -> None:
    asked = [element for element in form()["body"] if element["type"] != "markdown"]
    ids, labels = [element["id"] for element in asked], [element["attributes"]["label"] for element in asked]
    assert ids == ["about", "wrong", "grounds", "privacy"]
    assert all(re.fullmatch("[A-Za-z0-9_-]+", id_) for id_ in ids)
    assert len({*labels}) == len(labels)


def test_the_address_in_the_documentation_fills_in_fields_that_the_form_has() -> None:
    assert ISSUES.fullmatch(ADDRESS)
    asked = {element.get("id") for element in form()["body"]}
    parameters = dict(re.findall(r"[?&]([a-z]+)=([^&]*)", ADDRESS))
    assert parameters == {"template": FORM.name, "title": "{title}", "about": "{about}"}
    assert {name for name in parameters if name not in ("template", "title")} <= asked


def test_the_form_asks_for_no_name_and_warns_of_personal_data_in_both_languages() -> None:
    text = FORM.read_text(encoding="utf-8")
    for part in ("不需要留姓名", "No name is needed", "请不要写任何人的姓名", "write nobody's name"):
        assert part in text
