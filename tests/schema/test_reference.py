"""The page with every key: committed as it is made, whole, and clear in its words."""

import re
from pathlib import Path
from typing import Annotated

import pytest

from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.model.base import (
    Colour,
    Count,
    Date,
    Emotion,
    Flag,
    Id,
    MetricRef,
    Number,
    OneOrMany,
    Percent,
    PersonaRef,
    Text,
    Url,
)
from mkdocs_journeys.model.journey import Scope
from mkdocs_journeys.model.scales import SeverityWord
from mkdocs_journeys.model.step import EmotionOrPerActor, PainOrId, Quote
from mkdocs_journeys.schema.document import PLACES, fields_of, parts_of, shape_of
from mkdocs_journeys.schema.reference import REFERENCES, anchor_of, phrase_of, reference_page, words_of

PAGE = reference_page()
SECTIONS = dict(zip(*[iter(re.split(r"(?m)^##+ .+ \{ #(.+) \}$", PAGE)[1:])] * 2, strict=True))
PARTS = {part for model in MODELS.values() for part in (model, *parts_of(model))}


def rows_of(model: type[Model]) -> dict[str, str]:
    """Key to the rest of its row."""
    return dict(re.findall(r"(?m)^\| `(\w+)` \| (.+) \|$", SECTIONS[anchor_of(model)]))


def test_the_committed_page_is_the_one_that_is_made(repository_root: Path) -> None:
    assert (repository_root / "site_src" / "guide" / "reference.md").read_text("utf-8") == PAGE


def test_every_kind_of_file_and_every_part_has_a_section_of_its_own() -> None:
    assert set(SECTIONS) == {anchor_of(part) for part in PARTS}
    assert [place for place in PLACES.values() if f"`{place}`" not in PAGE] == []


@pytest.mark.parametrize("model", sorted(PARTS, key=anchor_of), ids=anchor_of)
def test_a_section_has_a_row_for_every_key_with_need_and_default(model: type[Model]) -> None:
    rows = rows_of(model)
    assert list(rows) == list(fields_of(model))
    for name, field in fields_of(model).items():
        assert ("*needed*" in rows[name]) == field.is_required()
        told = isinstance(field.default, str | int | float)
        assert ("default `" in rows[name]) == told
        if told:
            default = str(field.default)
            assert f"default `{default.lower() if isinstance(field.default, bool) else default}`" in rows[name]


def test_every_link_on_the_page_leads_to_a_section() -> None:
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= set(SECTIONS)


def test_every_word_of_a_choice_is_listed_once_with_its_meaning() -> None:
    pain = SECTIONS["pain"]
    assert "<li>`major`: costs the customer real time, money or trust</li>" in pain
    assert SECTIONS["step"].count("<li>`-2`: very negative</li>") == 1
    assert SECTIONS["lint"].count("<li>`off`: the rule is not asked</li>") == 1


def test_a_choice_of_one_word_is_no_list() -> None:
    assert rows_of(MODELS["catalog"])["format"].startswith("`1`<br>*needed* | ")
    assert "<ul>" not in rows_of(MODELS["catalog"])["format"]


def test_every_key_that_is_no_choice_has_an_example() -> None:
    rows = re.findall(r"(?m)^\| `\w+` \| .+$", PAGE)
    assert [row for row in rows if "<li>" not in row and "<br>Example: `" not in row] == []


@pytest.mark.parametrize(
    ("annotation", "phrase"),
    [
        (Text, "text"),
        (tuple[Text, ...], "list of texts"),
        (Text | None, "text"),
        (Id, "id"),
        (Url, "address"),
        (Colour, "colour"),
        (Date, "date"),
        (Flag, "`true` or `false`"),
        (Percent, "number from 0 to 100"),
        (Number, "number"),
        (Count, "whole number"),
        (SeverityWord, "word"),
        (Emotion, "number from -2 to 2"),
        (Scope, "[scope](#scope)"),
        (tuple[Scope, ...], "list of [scopes](#scope)"),
        (list[MetricRef], "list of ids of [metrics](#metric)"),
        (Annotated[tuple[PersonaRef, ...], OneOrMany], "id of a [persona](#persona), or a list of them"),
        (tuple[PainOrId, ...], "list of [pains](#pain), or ids of [pains](#pain)"),
        (tuple[Quote, ...], "list of [sourced quotes](#sourced-quote), or texts"),
        (EmotionOrPerActor, "number from -2 to 2, or block: id of a [persona](#persona), then number from -2 to 2"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_type_is_said_in_words(annotation: object, phrase: str) -> None:
    assert phrase_of(annotation) == phrase


def test_every_kind_of_reference_has_its_words() -> None:
    for kind, (one, many) in REFERENCES.items():
        assert one != many, kind
        assert set(re.findall(r"\(#([^)]+)\)", one + many)) <= set(SECTIONS)


def test_words_are_found_at_any_depth() -> None:
    assert [word for word, _ in words_of(shape_of(dict[Id, SeverityWord]))] == [
        "cosmetic",
        "minor",
        "major",
        "critical",
    ]
    assert list(words_of(shape_of(Text))) == []
