"""The page on the format: its scales, folders, figures and links are those of the program. Keys: tests/schema."""

from pathlib import Path
from typing import Any, get_args

from docs.support_documents import GUIDE, in_code, tables_of
from mkdocs_journeys.load.figures.columns import BESIDE_VALUE, FORMS, KINDS_OF_FORM, OPTIONAL
from mkdocs_journeys.model import scales
from mkdocs_journeys.vocabulary import KIND_OF_FOLDER, LINKABLE

PAGE = Path(__file__).resolve().parents[2] / GUIDE / "format.md"
TABLES = tables_of(PAGE)
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


def test_scales_are_listed_lowest_first() -> None:
    rows = {row[0]: in_code(row[1]) for row in TABLES["Scales"]}
    assert rows.pop("emotion") == [str(number) for number in scales.EMOTION_WORDS]
    assert rows == {name: list(get_args(choice)) for name, choice in SCALES.items()}


def test_every_folder_is_listed() -> None:
    named = " ".join(row[0] for row in TABLES["Folders"])
    assert [folder for folder in (*KIND_OF_FOLDER, "catalog.yml", "assets") if folder not in named] == []


def test_every_form_of_figures_is_listed() -> None:
    rows = TABLES["Figures: metrics/ID.csv"]
    forms = {tuple(in_code(row[0])[0].split(",")): row[1] for row in rows}
    own = {("date", *columns) for columns in FORMS.values()}
    assert forms.keys() == own | {("date", "value", "n"), ("date", "value", *BESIDE_VALUE)}
    assert all(forms["date", *FORMS[form]] == ", ".join(kinds) for form, kinds in KINDS_OF_FORM.items())
    assert [in_code(row[0])[0] for row in TABLES["Columns for every form"]] == list(OPTIONAL)


def test_every_kind_of_link_in_rich_text_is_listed() -> None:
    row = next(row for row in TABLES["Kinds of value"] if row[0] == "text in Markdown")
    assert [word.partition(":")[0] for word in in_code(row[1]) if word.endswith(":ID")] == list(LINKABLE)
