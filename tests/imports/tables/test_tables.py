"""Sheets as people keep them, and the journeys that they are: a folder of `cases` has a sheet and what is made of it.

Written anew by `PYTHONPATH=tests python -m imports.tables.test_tables`; read what has changed before you commit it.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.imports.draft import DraftJourney, Understood
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.imports.tables.columns import field_of
from mkdocs_journeys.imports.tables.emotions import EmotionScale
from mkdocs_journeys.imports.tables.reading import understood_csv
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/sheet.csv"))


def understood(text: str, **chosen: str) -> Understood:
    return understood_csv(text.encode(), "sheet.csv", chosen)


def journeys(text: str, **chosen: str) -> tuple[DraftJourney, ...]:
    found = understood(text, **chosen)
    assert not found.problems
    return found.journeys


def written(case: Path) -> str:
    """All files of an atlas that are made of a case, below their paths."""
    found = understood_csv((case / "sheet.csv").read_bytes(), "sheet.csv", {})
    plan = plan_import(Tree(), found.journeys)
    columns = ", ".join(f"{name}: {field}" for name, field in found.mapping.items())
    return f"# {columns}\n" + "".join(f"--- {file.path}\n{file.text}" for file in plan.files)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sheet_becomes_the_files_beside_it(case: Path) -> None:
    assert written(case) == (case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_made_of_a_sheet_is_a_valid_atlas(case: Path) -> None:
    found = understood_csv((case / "sheet.csv").read_bytes(), "sheet.csv", {})
    plan = plan_import(Tree(), found.journeys)
    atlas, problems = load(Tree({file.path: file.text.encode() for file in plan.files}))
    assert atlas
    assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []


@pytest.mark.parametrize(
    "header",
    [
        "Stage,Step,Touchpoint,Emotion,Quotes,Pain points,Opportunities",
        "Phase,Schritt,Kontaktpunkt,Stimmung,Zitate,Schmerzpunkte,Chancen",
        "Étape,Actions du client,Point de contact,Ressenti,Citations,Irritants,Opportunités",
        "Fase,Acciones,Punto de contacto,Emoción,Citas,Puntos de dolor,Oportunidades",
        "Fase,Stappen,Contactpunt,Emotie,Citaten,Pijnpunten,Kansen",
        "Fase,Ações,Ponto de contato,Emoção,Citações,Dores,Oportunidades",
    ],
)
def test_columns_are_known_in_six_languages(header: str) -> None:
    (journey,) = journeys(f"{header}\nLook,Compares,Shop,4,Hm,Dear,Sale\n")
    (stage,) = journey.stages
    (step,) = stage.steps
    assert (stage.name, step.name, step.touchpoints, step.emotions) == ("Look", "Compares", ("Shop",), {"": -2 + 3.0})
    assert (step.fields, [pain.title for pain in step.pains]) == ({"says": ["Hm"], "ideas": ["Sale"]}, ["Dear"])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(delimiter: str) -> None:
    rows = (("Stage", "Step"), (f'"A{delimiter} b"', "C"), (f'"A{delimiter} b"', "D"))
    (journey,) = journeys("\n".join(delimiter.join(row) for row in rows))
    assert [step.name for step in journey.stages[0].steps] == ["C", "D"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "5", "3"], [-2, 2, 0]),
        (["-2", "2", "0"], [-2, 2, 0]),
        (["0", "1", "2"], [0, 1, 2]),
        (["1", "10"], [-2, 2]),
        (["0", "100", "50 %"], [-2, 2, 0]),
        (["4/5", "1/5"], [1, -2]),
        (["7,5", "10"], [0.9, 2]),
        (["-250", "3"], [None, None]),
    ],
)
def test_numbers_are_read_by_the_scale_that_all_of_them_fit(numbers: list[str], expected: list[float | None]) -> None:
    scale = EmotionScale(numbers)
    assert [scale.emotion(number) for number in numbers] == expected


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("😡", -2),
        ("🙁 hm", -1),
        ("okay", 0),
        ("Sehr gut", 2),
        ("très mauvais", -2),
        ("--", -2),
        ("+", 1),
        ("blue", None),
    ],
)
def test_words_and_faces_are_emotions(text: str, emotion: float | None) -> None:
    assert EmotionScale(()).emotion(text) == emotion


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Customer Actions", "step"),
        ("PAIN POINTS (top 3)", "pains"),
        ("Touchpoint / Channel", "touchpoint"),
        ("Schmerzpunkte & Hürden", "pains"),
        ("Budget", None),
        ("", None),
    ],
)
def test_what_a_column_is_called_says_what_it_holds(name: str, field: str | None) -> None:
    assert field_of(name) == field


def test_a_column_may_hold_what_somebody_says() -> None:
    (journey,) = journeys("Stage,Step,Comments\nA,B,Too slow\n", Comments="pains")
    assert [pain.title for pain in journey.stages[0].steps[0].pains] == ["Too slow"]
    (journey,) = journeys("Stage,Step,Quotes\nA,B,Too slow\n", Quotes="lane")
    assert journey.stages[0].steps[0].lanes == {"Quotes": "Too slow"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "It holds no table."),
        (",,,\n,,\n", "It holds no table."),
        ("Year,Euro\n2026,5\n", "No row of it names the columns: a column of steps is needed, or a row of them."),
        ("a,b\n" * 20_002, "It has a table of more than 20,000 rows or 500 columns."),
        ("a," * 10_000, "It has a table of more than 20,000 rows or 500 columns."),
    ],
)
def test_what_is_no_map_is_told(text: str, said: str) -> None:
    found = understood(text)
    assert not found.journeys
    assert [problem.message for problem in found.problems] == [said]


WORDS = ["", "Stage", "Step", "Emotion", "Pain points", "4", "-1", "a", "b\nc", '"', "'=1", "😡", "Journey"]
CELLS = st.sampled_from(WORDS)


@given(st.lists(st.lists(CELLS | st.text(max_size=4), max_size=5), max_size=6))
def test_no_table_breaks_it(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    found = understood(text)
    assert found.journeys or found.problems
    if found.journeys:
        plan = plan_import(Tree(), found.journeys)
        _, problems = load(Tree({file.path: file.text.encode() for file in plan.files}))
        assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []


if __name__ == "__main__":
    for one in CASES:
        (one / "expected.txt").write_text(written(one), encoding="utf-8")
