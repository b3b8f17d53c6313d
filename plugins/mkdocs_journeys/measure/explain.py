"""What each definition asks its source, as SQL."""

from collections.abc import Iterator

import ibis

from mkdocs_journeys.measure.run import Measurement, metrics_of


def explained(measurement: Measurement) -> Iterator[str]:
    """For each definition that is wanted a comment with its place and its metrics, and the SQL that it comes to."""
    backends = {source.id: source.backend for source in measurement.measure.sources}
    for question in measurement.questions():
        name, number = question.place
        dialect = backends[question.definition.source] or "duckdb"
        metrics = ", ".join(metrics_of(question.definition))
        sql = ibis.to_sql(question.query.expression, dialect=dialect)
        yield f"-- {name} {int(number) + 1}: {metrics}, from {question.definition.source}\n{sql};\n"
