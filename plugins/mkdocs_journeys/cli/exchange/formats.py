"""The formats that `journeys export` writes journeys in, each with what its command says."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.boards.canvas import boards
from mkdocs_journeys.exports.boards.drawio import drawio
from mkdocs_journeys.exports.boards.excalidraw import excalidraw
from mkdocs_journeys.exports.calendar import calendar
from mkdocs_journeys.exports.cjml import cjml
from mkdocs_journeys.exports.markdown import page
from mkdocs_journeys.exports.mermaid import diagrams
from mkdocs_journeys.exports.slides.deck import slides
from mkdocs_journeys.exports.tables import tables
from mkdocs_journeys.exports.whole import whole_atlas
from mkdocs_journeys.exports.workbook.book import workbook
from mkdocs_journeys.model import Journey

Files = bytes | Mapping[str, bytes]
"""One file, or those of a folder by their names."""


class ExportFormat(NamedTuple):
    """A format: `write` makes it of some journeys of an atlas, `help` is what `--help` says.

    A format whose files are for programs alone is never printed, and one of several files needs a folder.
    """

    write: Callable[[Atlas, Sequence[Journey]], Files]
    help: str
    printed: bool = True
    folder: bool = False


FORMATS: Mapping[str, ExportFormat] = {
    "json": ExportFormat(
        whole_atlas,
        """Write the whole atlas as one JSON document.

        It has all that the files say but their comments and pictures, and `journeys import json` makes files of it
        again. `journeys schema atlas` prints its schema. With --filter, other journeys are left out, and all else is
        there. Exits with 1 if the atlas has mistakes.
        """,
    ),
    "csv": ExportFormat(
        tables,
        """Write tables for spreadsheets into a folder.

        They are journeys.csv, steps.csv with a row for each step, which `journeys import csv` reads again, pains.csv,
        opportunities.csv, personas.csv, touchpoints.csv and metrics.csv. What a spreadsheet would take for a formula
        has a ' before it. Older copies there are replaced. Exits with 1 if the atlas has mistakes.
        """,
        folder=True,
    ),
    "xlsx": ExportFormat(
        workbook,
        """Write a workbook for Excel and LibreOffice.

        It has a sheet with a table for each kind of thing, and for each journey a sheet that looks like its map. The
        steps are read again by `journeys import xlsx`. No cell holds a formula. Exits with 1 if the atlas has
        mistakes.
        """,
        printed=False,
    ),
    "mermaid": ExportFormat(
        diagrams,
        """Write a page of Markdown with a Mermaid diagram for each journey.

        A stage is a section, a step a task with its people and a score from 1 to 5: its emotion, or the mean of those
        of several people; 0 where nobody knows it. `journeys import mermaid` reads it again. Exits with 1 if the atlas
        has mistakes.
        """,
    ),
    "markdown": ExportFormat(
        page,
        """Write a page of Markdown with a table of the steps of each journey.

        Above it stand a title and a few facts. `journeys import markdown` reads the tables again. Exits with 1 if the
        atlas has mistakes.
        """,
    ),
    "jsoncanvas": ExportFormat(
        boards,
        """Write boards of JSON Canvas, as Obsidian and other programs open them.

        Each journey is a board: a column for each step, a row for each lane, a group for each stage. Exits with 1 if
        the atlas has mistakes.
        """,
    ),
    "excalidraw": ExportFormat(
        excalidraw,
        """Write a board of Excalidraw, for a workshop.

        Each journey is a frame: stages and steps across, a row of notes for each lane, emotions on a curve. What is
        changed there comes back with `journeys import excalidraw`. Exits with 1 if the atlas has mistakes.
        """,
    ),
    "drawio": ExportFormat(
        drawio,
        """Write a drawing of draw.io, for a workshop.

        Each journey is a page: stages and steps across, a row of notes for each lane, emotions on a curve. What is
        changed there comes back with `journeys import drawio`. Exits with 1 if the atlas has mistakes.
        """,
    ),
    "pptx": ExportFormat(
        slides,
        """Write slides for PowerPoint, LibreOffice and others.

        Each journey has a title, its map, its curve as a chart, the worst pains, the opportunities and what was
        decided, and the studies behind them. Sources stand in the speaker's notes. Exits with 1 if the atlas has
        mistakes.
        """,
        printed=False,
    ),
    "ics": ExportFormat(
        calendar,
        """Write a calendar of what is due.

        It has a day for the next review of each live journey and persona, for new figures of each metric, and for the
        end of each study that runs out, by the days that the catalog allows. Exits with 1 if the atlas has mistakes.
        """,
    ),
    "cjml": ExportFormat(
        cjml,
        """Write XML of CJML 2, the customer journey modelling language.

        A stage is a phase, a step an action or a communication between a persona and a team. `journeys import cjml`
        reads it again. Exits with 1 if the atlas has mistakes.
        """,
    ),
}
