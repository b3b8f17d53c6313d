"""What definitions come to in the SQL of engines that no test can start is what somebody has read and stored."""

from pathlib import Path

import ibis
import pytest
import sqlglot
from sqlglot import exp

from measure.sql.support_stored import HERE, stored

STORED = dict(stored())
CASES = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in STORED]


@pytest.mark.parametrize("path", CASES)
def test_a_definition_comes_to_the_stored_sql(path: Path) -> None:
    assert path.read_text("utf-8") == STORED[path]


def test_nothing_is_stored_that_is_not_compared() -> None:
    assert set(HERE.glob("*/*")) - set(HERE.glob("__pycache__/*")) == set(STORED)


@pytest.mark.parametrize("path", CASES)
def test_the_dialect_reads_what_is_stored(path: Path) -> None:
    """As one query of the log, and of what it names itself."""
    dialect = getattr(ibis.backends.sql.compilers, path.parent.name).compiler.dialect
    tree = sqlglot.parse_one(path.read_text("utf-8"), dialect=dialect)
    assert isinstance(tree, exp.Query)
    assert not list(tree.find_all(exp.Command))
    named = {part.alias for part in tree.find_all(exp.CTE)}
    assert {table.name for table in tree.find_all(exp.Table)} - named == {"log"}


def test_bigquery_is_asked_for_times_with_a_zone_alone() -> None:
    """What adds to a time and what counts its seconds takes no DATETIME there."""
    texts = [text for path, text in STORED.items() if path.parent.name == "bigquery"]
    assert not [text for text in texts if "DATETIME" in text]
    assert any("TIMESTAMP_ADD" in text and "UNIX_SECONDS" in text for text in texts)
