"""The table of steps that `journeys export csv` writes, read back cell by cell: nothing in it has to be guessed."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mkdocs_journeys.csvcell import unguarded
from mkdocs_journeys.imports.draft import DraftJourney, DraftPain, DraftStage, DraftStep
from mkdocs_journeys.yamlfile.writing import YamlValue

LISTS = ("feelings", "says", "gains", "ideas", "frontstage", "backstage", "support", "systems")
TEXTS = ("thinks", "expects", "policy", "duration", "wait", "group")
COLUMNS = (
    *("id", "journey", "stage", "step", "touchpoint", "channel", "team", "persona", "emotion", "feelings", "thinks"),
    *("says", "expects", "gains", "pains", "ideas", "frontstage", "backstage", "support", "systems", "policy"),
    *("duration", "wait", "moment of truth", "group"),
)
"""The first columns of the table; `id` is that of the journey. Each that follows is a lane with its name."""
OF_JOURNEY = ("id", "journey")
"""The columns that say which journey it is: a page has a heading in place of them."""
STEPS_SHEET = "Steps"
"""The sheet of a workbook that holds it."""
YES = "yes"
BEFORE_EMOTION = ": "
"""What stands between the name of a person and what they feel, where a step feels different to each."""
_MARK = "<!-- journeys: "


def journeys_of_steps(text: str, file: str) -> tuple[DraftJourney, ...] | None:
    """The journeys of such a table, None for any other text. Raises csv.Error."""
    sign = next((one for one in ",;\t" if text.startswith(one.join(COLUMNS))), None)
    if sign is None:
        return None
    csv.field_size_limit(10_000_000)
    return journeys_of_rows(list(csv.reader(io.StringIO(text), delimiter=sign)), file)


def journeys_of_rows(table: Sequence[list[str]], file: str) -> tuple[DraftJourney, ...] | None:
    """The journeys of such a table as rows of texts; None where the first row is not its header."""
    header, *rows = table or [[]]
    if tuple(header[: len(COLUMNS)]) != COLUMNS:
        return None
    names = [unguarded(name) for name in header[len(COLUMNS) :]]
    found = list(_rows(rows))
    journeys = []
    for (id, title), some in groupby(found, key=lambda cells: (cells[0], cells[1])):
        steps = [(cells[2], _step(cells, names)) for cells in some]
        journeys.append(_journey(steps, f"{file}, {id or title}", title))
    return tuple(journeys)


def _rows(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The cells of each row. One that names no journey or stage goes on with those of the row above."""
    above = ["", "", ""]
    for row in rows:
        if any(row):
            cells = [unguarded(cell) for cell in row] + [""] * (len(COLUMNS) - len(row))
            if not cells[0] and not cells[1]:
                cells[:2] = above[:2]
                cells[2] = cells[2] or above[2]
            above = cells[:3]
            yield cells


def mark_of(columns: Iterable[str]) -> str:
    """The comment above such a table on a page of Markdown: what its first columns are; the others are lanes."""
    return f"{_MARK}{', '.join(columns)} -->"


def columns_marked(comment: str) -> list[str]:
    """The columns that a comment of `mark_of` names; none for any other."""
    text = comment.strip()
    names = text.removeprefix(_MARK).removesuffix(" -->").split(", ")
    return names if text.startswith(_MARK) and {*names} <= {*COLUMNS} and "step" in names else []


def journey_of_table(rows: list[list[str]], columns: list[str], origin: str, title: str) -> DraftJourney:
    """The journey of a table below such a comment, its header first."""
    header, *below = rows
    names = header[len(columns) :]
    steps = [
        (row[columns.index("stage")] if "stage" in columns else "", _step(row, names, columns))
        for row in below
        if any(row)
    ]
    return _journey(steps, origin, title)


def _journey(steps: Iterable[tuple[str, DraftStep]], origin: str, title: str) -> DraftJourney:
    stages = tuple(
        DraftStage(stage, tuple(step for _, step in some)) for stage, some in groupby(steps, key=lambda one: one[0])
    )
    people = dict.fromkeys(name for stage in stages for step in stage.steps for name in step.people)
    return DraftJourney(title, origin, stages, tuple(people))


def _step(cells: list[str], lanes: list[str], columns: Sequence[str] = COLUMNS) -> DraftStep:
    row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False))
    fields: dict[str, YamlValue] = {}
    for name in COLUMNS:
        if row[name] and name in LISTS:
            fields[name] = list(_lines(row[name]))
        elif row[name] and name in TEXTS:
            fields[name] = row[name]
    if row["moment of truth"]:
        fields["moment_of_truth"] = row["moment of truth"] == YES
    return DraftStep(
        row["step"],
        _lines(row["persona"]),
        _emotions(row["emotion"]),
        _lines(row["touchpoint"]),
        _lines(row["channel"]),
        _lines(row["team"]),
        tuple(map(DraftPain, _lines(row["pains"]))),
        fields,
        lanes={name: text for name, text in zip(lanes, cells[len(columns) :], strict=False) if name and text},
    )


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(line for line in cell.split("\n") if line)


def _emotions(cell: str) -> dict[str, float]:
    """Those of people by name, or that of all under ""; what is no emotion is left out."""
    found: dict[str, float] = {}
    for line in _lines(cell):
        name, sign, number = line.rpartition(BEFORE_EMOTION)
        try:
            value = float(number)
        except ValueError:
            continue
        if -2 <= value <= 2:
            found[name if sign else ""] = value
    return found
