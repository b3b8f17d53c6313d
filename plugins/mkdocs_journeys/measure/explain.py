"""What each definition asks its source, as SQL."""

from collections.abc import Iterator

import ibis

from mkdocs_journeys.measure.comments import CommentsQuestion
from mkdocs_journeys.measure.questions import WaysQuestion, metrics_of
from mkdocs_journeys.measure.run import Measurement


def explained(measurement: Measurement) -> Iterator[str]:
    """For each question a comment with its place and what it is for, and the SQL that it comes to."""
    backends = {source.id: source.backend for source in measurement.measure.sources}
    for question in measurement.questions():
        name, number = question.place
        dialect = backends[question.definition.source] or "duckdb"
        if isinstance(question, WaysQuestion):
            asked = {f"{question.definition.journey}, {what}": one for what, one in question.queries.items()}
        elif isinstance(question, CommentsQuestion):
            asked = {f"{question.definition.evidence}, {what}": one for what, one in question.queries.items()}
        else:
            asked = {", ".join(metrics_of(question.definition)): question.query.expression}
        for what, expression in asked.items():
            sql = ibis.to_sql(expression, dialect=dialect)
            yield f"-- {name} {int(number) + 1}: {what}, from {question.definition.source}\n{sql};\n"
