"""What is read as the author plainly meant it."""

import pytest

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.model import Journey, Persona, Step

JOURNEY = "title: Buy\npersonas: maya\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"


def persona(text: str) -> Persona:
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    assert parsed.problems == ()
    assert isinstance(parsed.model, Persona)
    return parsed.model


def step(text: str) -> Step:
    parsed = parse_file(FileRole("journeys/maps/buy.yml", "journey", "buy"), f"{JOURNEY}{text}".encode())
    assert [problem for problem in parsed.problems if problem.severity == "error"] == []
    assert isinstance(parsed.model, Journey)
    return parsed.model.steps[0]


def rules(text: str) -> list[str]:
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    return [f"{problem.position.line}:{problem.position.column} {problem.rule}" for problem in parsed.problems]


@pytest.mark.parametrize("typed", ["2026", "007", "1.10", "-0", "0x1F", "1e3"])
def test_a_number_where_text_belongs_is_the_text_that_was_typed(typed: str) -> None:
    assert persona(f"name: {typed}\n").name == typed


def test_numbers_are_texts_in_lists_and_mappings_too() -> None:
    found = persona("name: Ann\ngoals: [1.50, two]\ndemographics: {Age: 34}\n")
    assert found.goals == ("1.50", "two")
    assert found.demographics == {"Age": "34"}


def test_a_number_may_be_an_id() -> None:
    assert persona("name: Ann\nowner: 2026\n").owner == "2026"
    assert step("        pains: [404]\n").pains == ("404",)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_optional_field_without_a_value_is_absent(nothing: str) -> None:
    found = persona(f"name: Ann\nkind: {nothing}\ngoals: {nothing}\nimage: {nothing}\nshare: {nothing}\n")
    assert (found.kind, found.goals, found.image, found.share) == ("persona", (), None, None)


def test_optional_fields_deep_inside_may_be_empty() -> None:
    found = step("        pains:\n          - id: slow\n            title: Slow\n            status:\n        lanes:\n")
    assert found.lanes == {}
    assert not isinstance(found.pains[0], str) and found.pains[0].status == "open"


def test_a_required_field_without_a_value_is_a_mistake_at_its_line() -> None:
    assert rules("role: Buyer\nname:\n") == ["2:1 field-empty"]


def test_an_empty_item_is_a_mistake() -> None:
    assert rules("name: Ann\ngoals:\n  - one\n  -\n") == ["4:4 field-empty"]


@pytest.mark.parametrize("value", ["true", "[x]", "{a: b}"])
def test_other_things_are_no_text(value: str) -> None:
    assert rules(f"name: {value}\n") == ["1:7 field-type"]


def test_fields_called_like_marks_of_the_checker_are_found() -> None:
    pain = "        pains:\n          - {id: slow, title: Slow, mapping: x, plain: z}\n"
    text = f"{pain}        emotion: {{mapping: 5}}\n"
    parsed = parse_file(FileRole("journeys/maps/buy.yml", "journey", "buy"), f"{JOURNEY}{text}".encode())
    assert [(p.position.line, p.position.column, p.rule) for p in parsed.problems] == [
        (9, 28, "field-value"),
        (8, 37, "field-unknown"),
        (8, 49, "field-unknown"),
    ]
    assert [(r.kind, r.target) for r in parsed.references if r.key] == [("persona", "mapping")]


def test_the_id_of_a_file_comes_from_its_name_alone() -> None:
    assert rules("id: bob\nname: Ann\n") == ["1:1 field-unknown"]
    assert rules("path: /etc/passwd\nname: Ann\n") == ["1:1 field-unknown"]
