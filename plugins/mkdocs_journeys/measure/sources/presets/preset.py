"""The form of a preset."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journeys.model.measuring.conditions import Conditions
from mkdocs_journeys.model.measuring.sources import Columns, DateOrder, FileForm, Shape, TimeUnit

NOTHING: Mapping[str, float] = MappingProxyType({})


class Preset(NamedTuple):
    """What is known of a program's export. What a source says itself counts more, field by field."""

    shape: Shape
    columns: Columns
    """The columns that hold what; of several names, those that an export has."""
    verified: bool
    """Whether the shape was seen in the program's own documentation or in code that reads it."""
    form: FileForm | None = None
    """How the files are written, where their ending would mislead."""
    time_unit: TimeUnit = "text"
    header_rows: int = 1
    properties: tuple[str, ...] = ()
    """The columns that hold properties: `plan` is looked for in `properties.plan`, too."""
    keyed: bool = False
    """Whether those columns are lists of keys with values, and no objects."""
    records: str = ""
    """The key of a JSON object that holds the list of rows, where a file is one object."""
    merges: bool = False
    """Whether rows of an unknown person belong to whoever was seen with the same last column of `person`."""
    session_of_person: bool = False
    """Whether two people may have sessions of the same name."""
    no_session: str = ""
    """What stands for no session at all."""
    local_epochs: bool = False
    """Whether numbers of seconds count the time of the source's zone, as if its clock showed UTC."""
    date_order: DateOrder | None = None
    """What stands first in days with slashes."""
    scores: Mapping[str, float] = NOTHING
    """Scores in words; rows with other words are left out. None where scores are numbers."""
    where: Conditions = {}  # noqa: RUF012 - nobody writes into it
    """Which rows count, by columns that an export may lack."""
    unless: Conditions = {}  # noqa: RUF012
    """Which rows do not count, by columns that an export may lack."""
    empty: tuple[str, ...] = ()
    """Columns that have to be empty, where an export has them."""
    stage_columns: tuple[str, ...] = ()
    """Regular expressions for columns that hold when a deal entered the stage in their name."""
    interval: str = ""
    """The column that holds for how long the amount of a subscription is, in words such as `month`."""
    private: tuple[str, ...] = ()
    """Columns of personal data that are no property; a `*` at the end stands for any ending."""
