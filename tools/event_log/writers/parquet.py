"""The log as one Parquet file with a column for everything: `person` is the same before and after the merge."""

from pathlib import Path

import pyarrow
import pyarrow.parquet
from tools.event_log.log import Log
from tools.event_log.writers.files import canonical, identified, insert_id

_TEXTS, _NUMBERS = ("segment", "user_agent", "plan", "order_id"), ("seats", "number", "amount", "colleagues")


def write(log: Log, folder: Path) -> None:
    """Write events.parquet."""
    known, rows = identified(log), log.rows
    columns = {
        "time": pyarrow.array([row.time * 1_000_000 for row in rows], pyarrow.timestamp("us", "UTC")),
        "person": pyarrow.array([canonical(row, known) for row in rows]),
        "session": pyarrow.array([row.session for row in rows]),
        "event": pyarrow.array([row.event for row in rows]),
        "insert_id": pyarrow.array([insert_id(row.number) for row in rows]),
    }
    for name in _TEXTS:
        columns[name] = pyarrow.array([row.properties.get(name) for row in rows], pyarrow.string())
    for name in _NUMBERS:
        columns[name] = pyarrow.array([row.properties.get(name) for row in rows], pyarrow.int64())
    folder.mkdir(parents=True, exist_ok=True)
    pyarrow.parquet.write_table(pyarrow.table(columns), folder / "events.parquet", compression="zstd")
