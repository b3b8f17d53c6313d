"""Sentences and examples, read from below the fields."""

from mkdocs_journeys.model import Journey, Pain, Step
from mkdocs_journeys.schema import Description, described


def test_a_text_below_a_field_is_its_sentence_and_its_example() -> None:
    assert described(Pain)["severity"] == Description("How bad it is when it happens.", "major")


def test_a_text_on_several_lines_is_read_as_one() -> None:
    found = described(Step)["pains"]
    assert found.sentence == "What hurts here: a pain in full, or the id of one that stands elsewhere."
    assert found.example.startswith("[{id: hidden-fees, title:")


def test_every_field_that_an_author_writes_is_described() -> None:
    assert set(Journey.model_fields) - set(described(Journey)) == {"id", "path"}
