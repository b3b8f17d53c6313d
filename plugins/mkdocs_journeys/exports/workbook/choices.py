"""What the cells of a column may hold, as lists that a spreadsheet offers."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_args

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.tables import text_cell
from mkdocs_journeys.imports.tables.steps import YES
from mkdocs_journeys.model.scales import (
    Confidence,
    Effort,
    Frequency,
    Impact,
    JourneyState,
    JourneyStatus,
    OpportunityStatus,
    PainStatus,
    SeverityWord,
)

CHOICES_SHEET = "Lists"
STRICT = frozenset({"severity", "frequency", "impact", "status", "state", "value", "effort", "confidence"})
"""Lists besides whose words a cell cannot hold any; other cells may, as a step can have several touchpoints."""


class Choices(NamedTuple):
    """The lists, each a column of a sheet of its own, by name."""

    lists: Mapping[str, Sequence[str | float]]

    def of(self, table: str, column: str) -> str:
        """The name of the list for a column of a table, "" where there is none."""
        for name in (f"{table} {column}", column):
            if self.lists.get(name):
                return name
        return ""

    def rule(self, name: str) -> dict[str, Any]:
        """The data validation of XlsxWriter for a list."""
        at, last = list(self.lists).index(name), len(self.lists[name]) + 1
        is_strict = name.rpartition(" ")[2] in STRICT
        # The letter of a column; there are fewer lists than letters.
        letter = chr(ord("A") + at)
        return {
            "validate": "list",
            "source": f"={CHOICES_SHEET}!${letter}$2:${letter}${last}",
            "error_title": "Not in the list",
            "error_message": "Choose one of the list, as other words are not known here.",
            "show_error": is_strict,
        }

    def write(self, sheet: Any) -> None:
        """Write the lists into their sheet, and hide it."""
        for at, (name, values) in enumerate(self.lists.items()):
            sheet.write_string(0, at, name)
            for row, value in enumerate(values, 1):
                if isinstance(value, str):
                    sheet.write_string(row, at, value)
                else:
                    sheet.write_number(row, at, value)
        sheet.hide()


def choices_of(atlas: Atlas) -> Choices:
    """The lists of an atlas: words of the format, names and ids of its catalog."""
    catalog = atlas.catalog
    names = {
        "touchpoint": [one.name for one in catalog.touchpoints],
        "channel": [one.name for one in catalog.channels],
        "team": [one.name for one in catalog.teams],
        "persona": [one.name for one in atlas.personas.values()],
        "stage": [one.name for one in catalog.stages],
        "owner": [one.id for one in catalog.teams],
        "touchpoints channel": [one.id for one in catalog.channels],
        "touchpoints team": [one.id for one in catalog.teams],
        "metrics team": [one.id for one in catalog.teams],
    }
    words: dict[str, Sequence[str | float]] = {
        "emotion": [2, 1, 0, -1, -2],
        "moment of truth": [YES],
        "severity": get_args(SeverityWord),
        "frequency": get_args(Frequency),
        "impact": get_args(Impact),
        "confidence": get_args(Confidence),
        "value": get_args(Impact),
        "effort": get_args(Effort),
        "state": get_args(JourneyState),
        "journeys status": get_args(JourneyStatus),
        "pains status": get_args(PainStatus),
        "opportunities status": get_args(OpportunityStatus),
        "touchpoints status": ["planned", "live", "retired"],
    }
    return Choices({**words, **{name: [writable(text_cell(one)) for one in some] for name, some in names.items()}})
