"""From the sources of measure.yml to tables of one shape."""

from collections.abc import Callable
from typing import Any, NamedTuple

import ibis


class Opened(NamedTuple):
    table: ibis.Table
    raw_columns: frozenset[str]
    property_of: Callable[[str], Any]


class SourceError(Exception):
    problems: tuple[Any, ...] = ()


def open_source(source: Any, connection: Any, root: Any, scratch: Any) -> Opened:
    raise NotImplementedError


def shape_of(source: Any) -> str:
    return str(source.shape)
