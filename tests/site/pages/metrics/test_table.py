"""The table of a metric's figures."""

from dataclasses import replace
from datetime import date

from mkdocs_journeys.measure.figures_file import NOBODY, NOT_OVER
from mkdocs_journeys.model import Withheld
from mkdocs_journeys.site.pages.metrics.table import MEASURED_NOTES, figures_table
from mkdocs_journeys.translation.messages import speaking
from support.atlases import atlas

TOO_FEW = "withheld: fewer than 5 people, here or in another segment"


def note(text: str) -> str:
    made = replace(atlas(metrics=["m"]), withheld={"m": (Withheld(date(2026, 9, 30), None, 2, text),)})
    (row,) = figures_table(made, made.metrics["m"]).rows
    assert row.withheld
    return row.note


def test_notes_that_journeys_measure_writes_are_said_in_the_language_of_the_site() -> None:
    assert {NOBODY, NOT_OVER} == set(MEASURED_NOTES)
    with speaking("de"):
        assert note(NOBODY) == "niemand in diesem Zeitraum"
        assert note(TOO_FEW).startswith("zurückgehalten: weniger als 5 Menschen")


def test_notes_of_authors_stay_as_they_are() -> None:
    with speaking("de"):
        assert note("A strike at the post office") == "A strike at the post office"
