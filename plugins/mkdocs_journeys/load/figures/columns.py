"""The columns of a file of figures: the forms that they make, and what is wrong with a first row."""

from collections.abc import Sequence

from mkdocs_journeys.load.figures.table import CsvCell, CsvRow
from mkdocs_journeys.load.messages.forms import days_meant
from mkdocs_journeys.load.messages.other_names import column_called
from mkdocs_journeys.problem import Problem, suggest

FORMS: dict[str, tuple[str, ...]] = {
    "value": ("value",),
    "nps counts": ("promoters", "passives", "detractors"),
    "rate counts": ("numerator", "denominator"),
}
"""Each form and the columns that make it; `date` comes with each."""
BESIDE_VALUE = ("n", "low", "high")
"""Columns that may stand beside `value` alone; `low` and `high`, the ends of its interval, come together."""
OPTIONAL = ("segment", "pending", "note")
"""Columns that may be added to each form."""
KINDS_OF_FORM = {"nps counts": ("nps",), "rate counts": ("conversion", "churn", "retention", "csat", "ces")}
COLUMNS = ("date", "value", *BESIDE_VALUE, *FORMS["nps counts"], *FORMS["rate counts"], *OPTIONAL)
FORM_HINT = (
    "Write `date,value`, `date,value,n` or `date,value,n,low,high`; for nps also `date,promoters,passives,detractors`; "
    "for conversion, churn, retention, csat and ces also `date,numerator,denominator`. "
    "Columns `segment`, `pending` and `note` may be added."
)


def form_of(header: CsvRow) -> str | list[Problem]:
    """The form, a key of FORMS, that a header gives, or what is wrong with it."""
    names = [cell.text for cell in header]
    if days_meant(names[0]):
        message = "The first row has to name the columns, and this one holds figures."
        return [Problem("csv-header", header[0].position, message, f"Put a row above it. {FORM_HINT}")]
    problems = [_unknown_column(cell, names) for cell in header if cell.text not in COLUMNS]
    for number, cell in enumerate(header):
        if cell.text in names[:number]:
            message = f"The column '{cell.text[:40]}' is given twice."
            problems.append(Problem("csv-header", cell.position, message, "Keep one."))
    if problems:
        return problems
    figures = set(names) - {"date", *OPTIONAL}
    for form, columns in FORMS.items():
        if "date" in names and figures - (set(BESIDE_VALUE) if form == "value" else set()) == set(columns):
            alone = next((cell for cell in header if cell.text in ("low", "high")), None)
            return form if {"low", "high"} <= figures or alone is None else [_half_an_interval(alone)]
    message = "The first row has to name the columns of one way to give figures."
    return [Problem("csv-header", header[0].position, message, FORM_HINT)]


def _half_an_interval(cell: CsvCell) -> Problem:
    other = "high" if cell.text == "low" else "low"
    message = f"The column `{cell.text}` stands without `{other}`."
    return Problem("csv-header", cell.position, message, "Give both ends of the interval, or neither.")


def _unknown_column(cell: CsvCell, names: Sequence[str]) -> Problem:
    near = column_called(cell.text, set(COLUMNS) - set(names)) or suggest(cell.text, COLUMNS)
    hint = f"Did you mean '{near}'?" if near else FORM_HINT
    if any(sign in cell.text for sign in ";|\t"):
        hint = "Separate the columns by commas."
    elif cell.text.startswith("#"):
        hint = "Remove the line: there are no comments in files of figures."
    return Problem("csv-header", cell.position, f"'{cell.text[:40]}' is no column of this file.", hint)
