"""The page on the format names what the models have: every key, which are needed, words and defaults."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from docs.support_documents import GUIDE, in_code, tables_of
from mkdocs_journeys.load.observations import FORMS
from mkdocs_journeys.load.places import KIND_OF_FOLDER
from mkdocs_journeys.load.richlinks import LINKED_KINDS
from mkdocs_journeys.model import Catalog, Evidence, Journey, Model, Opportunity, Persona, scales
from mkdocs_journeys.model.base import Document
from mkdocs_journeys.model.catalog import Channel, Lane, Metric, ReviewPolicy, Scoring, Segment, Stage, Team, Touchpoint
from mkdocs_journeys.model.evidence import Finding
from mkdocs_journeys.model.journey import JourneyStage, Step
from mkdocs_journeys.model.lint import Lint
from mkdocs_journeys.model.opportunity import Experiment, Solution
from mkdocs_journeys.model.pain import Pain

PAGE = Path(__file__).resolve().parents[2] / GUIDE / "format.md"
TABLES = tables_of(PAGE)
MODELS: dict[str, type[Model]] = {
    "Catalog": Catalog,
    "Stage": Stage,
    "Channel": Channel,
    "Touchpoint": Touchpoint,
    "Team": Team,
    "Segment": Segment,
    "Metric": Metric,
    "Lane": Lane,
    "Scoring": Scoring,
    "Review policy": ReviewPolicy,
    "Lint": Lint,
    "Journey": Journey,
    "Stage of a journey": JourneyStage,
    "Step": Step,
    "Pain": Pain,
    "Persona": Persona,
    "Opportunity": Opportunity,
    "Solution": Solution,
    "Experiment": Experiment,
    "Study": Evidence,
    "Finding": Finding,
}
SCALES: dict[str, Any] = {
    "severity": scales.SeverityWord,
    "frequency": scales.Frequency,
    "impact": scales.Impact,
    "effort": scales.Effort,
    "confidence": scales.Confidence,
    "pain status": scales.PainStatus,
    "opportunity status": scales.OpportunityStatus,
    "journey status": scales.JourneyStatus,
    "journey state": scales.JourneyState,
}
every_model = pytest.mark.parametrize("name", MODELS)


def fields_of(model: type[Model]) -> Iterator[tuple[str, Any]]:
    """Each key that an author may write; those of parts without a table of their own are `part.key`."""
    for name, field in model.model_fields.items():
        if issubclass(model, Document) and name in (*Document.model_fields, "group"):
            continue
        yield name, field
        for part in parts_in(field.annotation):
            if part not in MODELS.values():
                yield from ((f"{name}.{inner}", found) for inner, found in fields_of(part))


def parts_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_in(inner)


def words_in(annotation: Any) -> tuple[Any, ...]:
    """The words of the first choice between words in an annotation."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((words for inner in get_args(annotation) if (words := words_in(inner))), ())


def key_of(row: list[str]) -> str:
    return in_code(row[0])[0]


@every_model
def test_a_table_names_every_key_of_its_model_and_no_other(name: str) -> None:
    assert [key_of(row) for row in TABLES[name]] == [key for key, _ in fields_of(MODELS[name])]


@every_model
def test_a_star_marks_the_keys_that_have_to_be_there(name: str) -> None:
    starred = {key_of(row) for row in TABLES[name] if row[0].endswith("\\*")}
    assert starred == {key for key, field in fields_of(MODELS[name]) if field.is_required()}


@every_model
def test_the_words_of_a_key_are_listed_or_those_of_a_scale(name: str) -> None:
    rows = {key_of(row): row[1] for row in TABLES[name]}
    for key, field in fields_of(MODELS[name]):
        words = words_in(field.annotation)
        scale = next((scale for scale, choice in SCALES.items() if get_args(choice) == words), None)
        if scale:
            assert f"[{scale}](#scales)" in rows[key], key
        elif words and not any(parts_in(field.annotation)):
            listed = list(in_code(rows[key].partition(", default")[0]))
            assert listed == [str(word) for word in words], key


@every_model
def test_defaults_are_given(name: str) -> None:
    rows = {key_of(row): row[1] for row in TABLES[name]}
    for key, field in fields_of(MODELS[name]):
        if isinstance(field.default, str | int | float):
            default = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
            assert f"default `{default}`" in rows[key], key
        else:
            assert "default" not in rows[key], key


def test_every_part_of_every_file_has_a_table_or_stands_in_one() -> None:
    found = {part for model in MODELS.values() for f in model.model_fields.values() for part in parts_in(f.annotation)}
    nested = {part for part in found if part not in MODELS.values()}
    documents = {model for model in MODELS.values() if issubclass(model, Document)}
    assert documents == set(Document.__subclasses__())
    assert found | documents == set(MODELS.values()) | nested
    assert all(len(part.model_fields) <= 4 for part in nested)


def test_scales_are_listed_lowest_first() -> None:
    rows = {row[0]: in_code(row[1]) for row in TABLES["Scales"]}
    assert rows.pop("emotion") == [str(number) for number in scales.EMOTION_WORDS]
    assert rows == {name: list(get_args(choice)) for name, choice in SCALES.items()}


def test_every_folder_is_listed() -> None:
    named = " ".join(row[0] for row in TABLES["Folders"])
    assert [folder for folder in (*KIND_OF_FOLDER, "catalog.yml", "assets") if folder not in named] == []


def test_every_form_of_figures_is_listed() -> None:
    forms = {tuple(in_code(row[0])[0].split(",")) for row in TABLES["Figures: metrics/ID.csv"]}
    assert forms == {("date", *columns) for columns in FORMS.values()} | {("date", "value", "n")}


def test_every_kind_of_link_in_rich_text_is_listed() -> None:
    row = next(row for row in TABLES["Kinds of value"] if row[0] == "rich text")
    assert [word.partition(":")[0] for word in in_code(row[1]) if word.endswith(":ID")] == list(LINKED_KINDS)
