"""Spark for tests, in local mode: in a Java of its own that ends with the block."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis


@contextmanager
def spark(folder: Path) -> Iterator[Any]:
    """A connection to a Spark that keeps its files in `folder`; figures are asked in UTC, on two cores."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder} -Djava.io.tmpdir={folder}",
        "spark.local.dir": str(folder),
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("journeys")
    session = builder.config(map=settings).getOrCreate()
    gateway = session.sparkContext._gateway
    try:
        yield ibis.pyspark.connect(session)
    finally:
        session.stop()
        # Java stays for a next session, until its standard input ends.
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
