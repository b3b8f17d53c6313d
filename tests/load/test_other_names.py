"""Words of other tools for the fields of the format."""

from mkdocs_journeys.load.messages.other_names import OTHER_NAMES, field_called
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.base import Model, models_in


def fields_of(model: type[Model]) -> set[str]:
    inner = (found for field in model.model_fields.values() for found in models_in(field.annotation))
    return set(model.model_fields).union(*map(fields_of, inner))


def test_every_field_that_a_word_means_is_one_of_the_format() -> None:
    known = set().union(*(fields_of(model) for model in MODELS.values()))
    assert {field for meant in OTHER_NAMES.values() for field in meant} <= known


def test_the_first_field_that_fits_is_meant() -> None:
    assert field_called("Pain Points", ["name", "pains"]) == "pains"
    assert field_called("pain-points", ["frustrations"]) == "frustrations"
    assert field_called("action", ["duration"]) is None
    assert field_called("weather", ["name"]) is None


def test_words_for_the_ways_through_a_journey_are_known() -> None:
    assert field_called("Jobs to be done", ["jobs"]) == "jobs"
    assert field_called("condition", ["when", "path"]) == "when"
    assert field_called("kpis", ["figures"]) == "figures"
    assert field_called("branches", ["leads_to", "path"]) == "leads_to"
