"""A new metric: its entry in the catalog, put into the text of that file, and its first figure."""

import textwrap
from datetime import date
from typing import Any

import yaml

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.model.catalog import Metric
from mkdocs_journeys.scaffold import KnownIds, field_hint, hints, scalar

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
    before = parse_file(role, content).model
    if not isinstance(before, Catalog):
        return None
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    listed = _metrics(content)
    if listed is None and not before.metrics:
        at, head, indent = len(lines), "metrics:\n", "  "
    elif isinstance(listed, yaml.SequenceNode) and listed.value and not listed.flow_style:
        at, head, indent = _line_after(listed), "", " " * listed.start_mark.column
    else:
        return None
    added = (head + textwrap.indent(item, indent)).splitlines()
    text = "".join([*lines[:at], *(f"{line}{newline}" for line in added), *lines[at:]])
    after = content[: len(content) - len(content.removeprefix(b"\xef\xbb\xbf"))] + text.encode()
    now = parse_file(role, after).model
    if not isinstance(now, Catalog) or now.metrics[:-1] != before.metrics or len(now.metrics) == len(before.metrics):
        return None
    return after if now.model_copy(update={"metrics": before.metrics}) == before else None


def _metrics(content: bytes) -> Any:
    root = yaml.compose(content, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == "metrics"), None)


def _line_after(node: Any) -> int:
    """The number of the line below all that a node says, without comments and empty lines that follow it."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    end = node.end_mark
    return int(end.line) + (1 if end.column else 0)
