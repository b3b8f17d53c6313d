"""A new metric: its entry in the catalog, put into the text of that file, and its first figure."""

import textwrap
from datetime import date

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.model.catalog import Metric
from mkdocs_journeys.scaffold import KnownIds, field_hint, hints
from mkdocs_journeys.yamlfile.editing.blocks import Lines, insertion
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.writing import scalar

KIND = "other"
"""The kind that a new metric has until its author says another."""


def figures(today: date, baseline: float | None) -> str:
    """The text of a file of figures with one row as an example: the baseline, or 0 where none is known."""
    return f"date,value\n{today.isoformat()},{baseline or 0:.10g}\n"


def entry(id: str, name: str, known: KnownIds) -> str:
    """The item of a metric for the catalog's list, from its hyphen on; what may be added stands in it as comments."""
    kind = textwrap.indent(field_hint(Metric, "kind"), "  ")
    return f"- id: {id}\n  name: {scalar(name)}\n{kind}  kind: {KIND}\n{hints(Metric, known, '  ')}"


def with_metric(path: str, content: bytes, item: str) -> bytes | None:
    """A catalog with one more item at the end of its metrics, and all else as it was.

    None where the catalog has mistakes, or where no place for the item can be found in its text.
    """
    role = FileRole(path, "catalog", "catalog")
    before, layout = parse_file(role, content).model, Layout.from_bytes(content)
    if not isinstance(before, Catalog) or layout is None:
        return None
    if before.metrics:
        edit = insertion(layout, ["metrics"], len(before.metrics), Lines(item, 0))
    else:
        edit = insertion(layout, [], len(layout.root.pairs), Lines(f"metrics:\n{textwrap.indent(item, '  ')}", 0))
    after = layout.source.applied(edit) if edit else b""
    now = parse_file(role, after).model
    if not isinstance(now, Catalog) or now.metrics[:-1] != before.metrics or len(now.metrics) == len(before.metrics):
        return None
    return after if now.model_copy(update={"metrics": before.metrics}) == before else None
