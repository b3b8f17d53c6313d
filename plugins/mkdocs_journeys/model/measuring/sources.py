"""Where rows come from: exports of other programs, files of your own, tables of a database."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_journeys.model.base import ENVIRONMENT_PATTERN, Count, Date, Id, Model, OneOrMany, SegmentRef, Text, Texts
from mkdocs_journeys.model.measuring.conditions import Conditions, Zone

Shape = Literal["events", "responses", "tickets", "reviews", "deals", "subscriptions"]
PresetName = Literal[
    "ga4",
    "mixpanel",
    "amplitude",
    "posthog",
    "segment",
    "rudderstack",
    "snowplow",
    "matomo",
    "uservoice",
    "medallia",
    "asknicely",
    "delighted",
    "surveymonkey",
    "typeform",
    "qualtrics",
    "zendesk",
    "zendesk-ratings",
    "intercom",
    "intercom-ratings",
    "google-play",
    "app-store",
    "stripe",
    "hubspot",
    "salesforce",
]
FileForm = Literal["csv", "json-lines", "json", "parquet"]
Backend = Literal["postgres", "bigquery", "snowflake", "trino", "databricks", "pyspark", "duckdb"]
TimeUnit = Literal["text", "seconds", "milliseconds", "microseconds"]
DateOrder = Literal["day-first", "month-first"]
Named = Annotated[Texts, OneOrMany, Field(min_length=1)]


class Columns(Model):
    """Which column of a source holds what; a dot leads into a column, as in `properties.plan`."""

    person: Named | None = None
    """Who: a column, or several of which the first that is filled counts. Example: [user_id, anonymous_id]"""
    event: Named | None = None
    """What happened. Example: event_name"""
    time: Named | None = None
    """When it happened, or when an answer was given. Example: submitted_at"""
    session: Named | None = None
    """In which session. Example: session_id"""
    id: Named | None = None
    """What two copies of one row have in common; only the first copy counts. Example: insert_id"""
    score: Named | None = None
    """The figure that somebody gave. Example: Answer"""
    comment: Named | None = None
    """What somebody wrote. It is read for nothing but evidence, and masked first. Example: Why?"""
    created: Named | None = None
    """When a ticket was opened. Example: created_at"""
    answered: Named | None = None
    """When a ticket was first answered. Example: first_reply_at"""
    solved: Named | None = None
    """When a ticket was solved. Example: solved_at"""
    stage: Named | None = None
    """Which stage a deal entered. Example: StageName"""
    start: Named | None = None
    """When a subscription began. Example: start_date"""
    end: Named | None = None
    """When a subscription ended; empty while it runs. Example: ended_at"""
    amount: Named | None = None
    """What a subscription brings in a month, or an event or a deal at all. Example: mrr"""
    answered_after: Named | None = None
    """How many minutes after it was opened a ticket was first answered, where no column holds the time.
    Example: reply_time
    """


class DataSource(Model):
    """Rows of one shape: files, or a table of a database."""

    id: Id
    """How definitions name this source. Example: product"""
    preset: PresetName | None = None
    """The program whose export it is; its columns are known then. Example: mixpanel"""
    shape: Shape | None = None
    """What its rows are, where no preset says so. Example: events"""
    files: Annotated[Texts, OneOrMany] = ()
    """The files, as patterns below the folder that holds the journeys folder. Example: exports/web/*.jsonl"""
    form: FileForm | None = None
    """How the files are written, where their ending does not say it. Example: csv"""
    backend: Backend | None = None
    """The database that holds the rows, where they are in no files. Example: postgres"""
    table: Text | None = None
    """The table in that database. Example: analytics.events"""
    url_from: Annotated[str, StringConstraints(pattern=ENVIRONMENT_PATTERN)] | None = None
    """The environment variable that holds the database's address with its password; JOURNEYS_POSTGRES_URL and the
    like if nothing is said. Example: WAREHOUSE_URL
    """
    columns: Columns = Columns()
    """Which column holds what. Example: {person: user_id, event: name, time: at}"""
    until: Date | None = None
    """The last day that its rows are complete for, where that is later than its last row. Example: 2026-10-31"""
    time_unit: TimeUnit | None = None
    """How its times are written: as text, or as what has passed since 1970. Example: milliseconds"""
    date_order: DateOrder | None = None
    """What stands first in days that are written with slashes, such as 03/04/2026. Example: day-first"""
    time_zone: Zone | None = None
    """Where its clock stands, for times that name no zone; UTC if nothing is said. Example: Europe/Berlin"""
    encoding: Text | None = None
    """How its text files are encoded, where their first bytes do not tell: UTF-8 by default. Example: utf-16-le"""
    delimiter: Text | None = None
    """What stands between the cells of a CSV file. Example: ";" """
    decimal: Literal[".", ","] | None = None
    """What stands before decimals. Example: "," """
    header_rows: Annotated[Count, Field(ge=1, le=9)] | None = None
    """How many rows stand above the first row of data; the first of them names the columns. Example: 2"""
    where: Conditions = Field(default_factory=dict)
    """Which rows count. Example: {survey: nps}"""
    unless: Conditions = Field(default_factory=dict)
    """Which rows do not count. Example: {is_bot: true}"""
    segments: dict[SegmentRef, Conditions] = Field(default_factory=dict)
    """The properties by which this source tells segments apart. Example: {small-firm: {plan: [solo, team]}}"""

    @model_validator(mode="after")
    def _check_origin(self) -> Self:
        if bool(self.files) == bool(self.backend):
            raise PydanticCustomError("origin", "needs either `files` or a `backend` with a `table`")
        if self.backend and not self.table:
            raise PydanticCustomError("origin", "names a `backend`, so it needs a `table`, too")
        if not (self.preset or self.shape):
            raise PydanticCustomError("origin", "needs a `preset`, or a `shape` and `columns`")
        return self
