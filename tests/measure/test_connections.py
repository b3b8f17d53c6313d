"""A database's address comes from the environment, and no part of it is ever said."""

import pytest

from mkdocs_journeys.measure.connections import Connections, variable_of, without_address
from mkdocs_journeys.measure.rows import DefinitionError
from mkdocs_journeys.model.measuring import DataSource

ADDRESS = "postgres://ana:s3cret@db.example.com:5432/analytics"


def source(**more: object) -> DataSource:
    return DataSource.model_validate({"id": "s", "shape": "events", "backend": "postgres", "table": "events", **more})


def test_the_variable_is_named_after_the_backend_unless_the_source_names_one() -> None:
    assert variable_of(source()) == "JOURNEYS_POSTGRES_URL"
    assert variable_of(source(url_from="WAREHOUSE")) == "WAREHOUSE"
    assert variable_of(DataSource(id="s", shape="events", files=("x.csv",))) == ""


def test_without_an_address_it_is_said_which_variable_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYS_POSTGRES_URL", raising=False)
    with pytest.raises(DefinitionError, match="JOURNEYS_POSTGRES_URL") as raised:
        Connections().of(source())
    assert raised.value.path == ("backend",)


def test_a_database_that_does_not_answer_is_told_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", "postgres://ana:s3cret@127.0.0.1:1/analytics")
    with pytest.raises(DefinitionError) as raised:
        Connections().of(source())
    said = f"{raised.value.message} {raised.value.hint}"
    assert "There is no connection to postgres" in said
    assert not [
        part for part in ("ana", "s3cret", "analytics", "127.0.0.1") if f" {part}" in said or f'"{part}' in said
    ]


def test_all_parts_of_an_address_are_taken_out_of_what_an_engine_says() -> None:
    said = without_address(
        f"could not connect to {ADDRESS}: password 's3cret' of ana on db.example.com is wrong", ADDRESS
    )
    for part in ("s3cret", "ana", "db.example.com", "5432", "analytics"):
        assert part not in said
