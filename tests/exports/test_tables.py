"""Tables for spreadsheets, and the table of steps back as journeys."""

import csv
import io

import pytest
from hypothesis import given, settings

from exports.support_drawn import HOSTILE, atlases
from exports.support_steps import said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.tables import tables
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.tables.reading import understood_csv
from mkdocs_journeys.imports.tables.steps import COLUMNS
from support.atlases import atlas, journey, observed, opportunity, pain, step
from support.budgets import examples


def written(of: Atlas, *filters: str) -> dict[str, str]:
    return {name: data.decode("utf-8-sig") for name, data in tables(of, selected(of, filters)).items()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def read_back(text: str) -> tuple[DraftJourney, ...]:
    found = understood_csv(text.encode(), "steps.csv", {})
    assert not found.problems
    return found.journeys


@settings(max_examples=examples(20))
@given(atlases())
def test_steps_come_back_as_they_were(before: Atlas) -> None:
    found = read_back(written(before)["steps.csv"])
    assert [draft.title for draft in found] == [one.title for one in before.journeys.values()]
    for draft, one in zip(found, before.journeys.values(), strict=True):
        assert said_by_draft(draft) == said_by_atlas(before, one)


@settings(max_examples=examples(20))
@given(atlases())
def test_no_cell_of_any_table_is_a_formula(of: Atlas) -> None:
    for text in written(of).values():
        for row in csv.reader(io.StringIO(text)):
            for cell in row:
                is_number = (
                    cell.lstrip("-").replace(".", "", 1).replace("e", "", 1).replace("+", "", 1).replace("-", "")
                )
                assert is_number.isdigit() or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_from_every_field(text: str) -> None:
    of = atlas(
        journey("j", step(text, thinks=text, says=[text, text], pains=[pain(title=text)], policy=text), title=text),
        touchpoints=[{"id": "shop", "name": text}],
    )
    ((draft,), (one,)) = read_back(written(of)["steps.csv"]), of.journeys.values()
    assert (draft.title, said_by_draft(draft)) == (one.title, said_by_atlas(of, one))


def test_who_feels_what_comes_back() -> None:
    of = atlas(journey("j", step(emotion={"maya": -1, "tom": 0.5}), personas=["maya", "tom"]))
    (draft,) = read_back(written(of)["steps.csv"])
    assert draft.stages[0].steps[0].emotions == {"Maya": -1, "Tom": 0.5}


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_program_may_write_the_table_anew_with_another_delimiter(sign: str) -> None:
    of = atlas(journey("j", step("=1", emotion=-1, says=["a;b", "c,d"]), step("Pays")))
    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows(csv.reader(io.StringIO(written(of)["steps.csv"])))
    (draft,) = read_back(text.getvalue())
    assert said_by_draft(draft) == said_by_atlas(of, of.journeys["j"])


def test_a_row_that_somebody_added_goes_on_with_the_journey_and_stage_above() -> None:
    of = atlas(journey("j", step("Pays"), title="Buy"))
    (draft,) = read_back(written(of)["steps.csv"] + ",,,Waits\n")
    (stage,) = draft.stages
    assert [one.name for one in stage.steps] == ["Pays", "Waits"]


def test_journeys_of_one_title_stay_two() -> None:
    of = atlas(journey("a", step(), title="Buy"), journey("b", step(), title="Buy"))
    assert [draft.origin for draft in read_back(written(of)["steps.csv"])] == ["steps.csv, a", "steps.csv, b"]


def test_numbers_stay_numbers_and_texts_of_digits_with_a_sign_do_not() -> None:
    of = atlas(
        journey("j", step("-2", emotion=-1.5)),
        observations={"visits": observed(("2026-01-01", -3), ("2026-02-01", 12.5))},
        metrics=["visits"],
    )
    (row,) = rows(written(of)["steps.csv"])
    assert (row["step"], row["emotion"]) == ("'-2", "-1.5")
    (metric,) = rows(written(of)["metrics.csv"])
    assert (metric["latest day"], metric["latest value"]) == ("2026-02-01", "12.5")


def test_a_filter_takes_pains_and_opportunities_of_its_journeys() -> None:
    of = atlas(
        journey("a", step(pains=[pain("slow")])),
        journey("b", step(pains=[pain("dear"), "slow"])),
        opportunity("faster", pains=["slow"]),
        opportunity("cheaper", pains=["dear"]),
    )
    some = written(of, "journey=a")
    assert [row["id"] for row in rows(some["pains.csv"])] == ["slow"]
    assert [row["id"] for row in rows(some["opportunities.csv"])] == ["faster"]
    assert {row["id"] for row in rows(written(of)["pains.csv"])} == {"slow", "dear"}
    assert {row["id"] for row in rows(some["steps.csv"])} == {"a"}


def test_the_table_of_steps_has_its_columns_and_one_for_each_lane() -> None:
    of = atlas(journey("j", step(lanes={"law": ["One", "Two"]})), lanes=[{"id": "law", "name": "Law"}])
    (row,) = rows(written(of)["steps.csv"])
    assert list(row) == [*COLUMNS, "Law"]
    assert row["Law"] == "One\nTwo"
