"""What the format expects at a path, for every field that it has."""

import pytest

from mkdocs_journeys.lsp.text.expected import (
    Sort,
    documentation,
    field_at,
    fields_in,
    forms_at,
    key_reference_at,
    reference_at,
    rules_at,
)
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.schema.document import parts_of

STEP = ("stages", 0, "steps", 7)
PARTS = list(dict.fromkeys(part for model in MODELS.values() for part in (model, *parts_of(model))))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_explained_in_a_sentence(part: type) -> None:
    for field in fields_in(part).values():
        assert field.sentence.endswith((".", "?")) or field.sentence
        assert documentation(field).startswith(field.sentence)
        assert "[" not in field.phrase.replace("[]", "")


def test_needed_fields_come_first() -> None:
    assert list(fields_in(MODELS["journey"]))[:3] == ["title", "personas", "stages"]


@pytest.mark.parametrize(
    ("kind", "path", "sorts"),
    [
        ("journey", ("status",), {Sort.WORDS}),
        ("journey", ("personas",), {Sort.REFERENCE, Sort.LIST}),
        ("journey", ("personas", 3), {Sort.REFERENCE}),
        ("journey", ("reviewed",), {Sort.DAY}),
        ("journey", (*STEP, "moment_of_truth"), {Sort.FLAG}),
        ("journey", (*STEP, "id"), {Sort.ID}),
        ("journey", (*STEP, "emotion"), {Sort.WORDS, Sort.MAPPING}),
        ("journey", (*STEP, "emotion", "ana"), {Sort.WORDS}),
        ("journey", (*STEP, "pains", 0), {Sort.MODEL, Sort.REFERENCE}),
        ("journey", (*STEP, "thinks"), {Sort.TEXT, Sort.MAPPING}),
        ("journey", ("title", "x"), set()),
        ("journey", ("no-such",), set()),
        ("nothing", (), set()),
    ],
)
def test_the_forms_of_a_value_are_those_of_its_model(kind: str, path: tuple[str | int, ...], sorts: set[Sort]) -> None:
    assert {form.sort for form in forms_at(kind, path)} == sorts


def test_references_are_told_from_keys() -> None:
    assert reference_at("journey", (*STEP, "pains", 0)) == "pain"
    assert reference_at("journey", (*STEP, "emotion", "ana")) == ""
    assert key_reference_at("journey", (*STEP, "emotion")) == "persona"
    assert key_reference_at("journey", STEP) == ""


def test_a_key_is_a_field_and_an_id_of_the_author_is_none() -> None:
    field = field_at("journey", (*STEP, "touchpoint"))
    assert field is not None
    assert field.name == "touchpoint"
    assert field_at("journey", (*STEP, "emotion", "ana")) is None
    assert field_at("journey", ()) is None


def test_words_are_explained_each() -> None:
    field = field_at("journey", (*STEP, "pains", 0, "severity"))
    assert field is not None
    assert "- `critical`: the customer cannot go on, or leaves" in documentation(field)


def test_rules_are_keys_of_the_settings_alone() -> None:
    assert "no-low-point" in rules_at("catalog", ("lint", "rules"))
    assert "no-low-point" in rules_at("catalog", ("lint", "paths", 0, "rules"))
    assert rules_at("catalog", ("scoring",)) == {}
    assert rules_at("journey", ("lint", "rules")) == {}
