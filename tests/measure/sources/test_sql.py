"""The SQL that a source of a database stands for, compared with stored text: `sql/PRESET.ENGINE.sql`."""

from pathlib import Path

import ibis
import pytest

from mkdocs_journeys.measure.sources import SourceError, normalised
from mkdocs_journeys.model.measuring import DataSource

STORED = Path(__file__).parent / "sql"
PARAMETERS = (
    "array<struct<key: string, value: struct<string_value: string, int_value: int64, float_value: float64,"
    " double_value: float64>>>"
)
TRACKS = {
    "id": "string",
    "user_id": "string",
    "anonymous_id": "string",
    "event": "string",
    "timestamp": "timestamp('UTC')",
    "context_ip": "string",
    "plan": "string",
}
TABLES = {
    "ga4": {
        "event_timestamp": "int64",
        "event_name": "string",
        "user_id": "string",
        "user_pseudo_id": "string",
        "event_params": PARAMETERS,
        "event_bundle_sequence_id": "int64",
        "device": "struct<category: string>",
    },
    "segment": TRACKS,
    "rudderstack": TRACKS,
    "salesforce": {
        "Id": "string",
        "OpportunityId": "string",
        "StageName": "string",
        "CreatedDate": "timestamp",
        "Amount": "float64",
    },
    "zendesk": {"id": "int64", "created_at": "timestamp('UTC')", "solved_at": "timestamp('UTC')", "priority": "string"},
    "posthog": {
        "uuid": "string",
        "event": "string",
        "properties": "json",
        "timestamp": "timestamp",
        "distinct_id": "string",
        "person_id": "string",
    },
}
PROPERTY = {"ga4": "page_location", "salesforce": "Amount", "zendesk": "priority"}
CASES = sorted(path.name for path in STORED.iterdir())
ENGINES = ("bigquery", "databricks", "duckdb", "postgres", "pyspark", "snowflake", "trino")


def sql_of(preset: str, engine: str) -> str:
    """The SQL of a preset's rows with one property."""
    backend = "bigquery" if engine == "bigquery" else "postgres"
    source = DataSource.model_validate({"id": "it", "preset": preset, "backend": backend, "table": "rows"})
    opened = normalised(ibis.table(TABLES[preset], name="rows"), source)
    value = opened.property_of(PROPERTY.get(preset, "plan"))
    rows = opened.table.select("person", "session", "event", "time", property=value)
    return f"{ibis.to_sql(rows, dialect=engine)}\n"


@pytest.mark.parametrize("case", CASES)
def test_the_sql_is_the_stored_one(case: str) -> None:
    preset, engine, _ = case.split(".")
    assert sql_of(preset, engine) == (STORED / case).read_text("utf-8")


def test_three_engines_have_stored_sql() -> None:
    assert {case.split(".")[1] for case in CASES} >= {"bigquery", "postgres", "snowflake"}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_has_words_for_merged_people_and_copies(engine: str) -> None:
    words = " ".join(sql_of("segment", engine).split())
    assert "LEFT OUTER JOIN" in words
    assert "ROW_NUMBER() OVER ( PARTITION BY" in words


@pytest.mark.parametrize("preset", TABLES)
def test_bigquery_is_asked_for_times_with_a_zone_alone(preset: str) -> None:
    """What adds to a time and what counts its seconds takes no DATETIME there."""
    assert "DATETIME" not in sql_of(preset, "bigquery")


def test_a_table_without_a_column_is_refused() -> None:
    source = DataSource.model_validate({"id": "it", "preset": "segment", "backend": "postgres", "table": "rows"})
    with pytest.raises(SourceError) as caught:
        normalised(ibis.table({"id": "string", "event": "string", "user_id": "string"}, name="rows"), source)
    (problem,) = caught.value.problems
    names = "'timestamp', 'original_timestamp', 'sent_at' or 'received_at'"
    assert problem.message == f"Source 'it': its rows have no column {names}, which holds the time."


def test_personal_data_is_no_property() -> None:
    source = DataSource.model_validate({"id": "it", "preset": "segment", "backend": "postgres", "table": "rows"})
    opened = normalised(ibis.table(TRACKS, name="rows"), source)
    assert opened.property_of("context_ip") is None
    assert "context_ip" not in opened.raw_columns
