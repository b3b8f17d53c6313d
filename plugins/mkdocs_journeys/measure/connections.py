"""The engines that answer: DuckDB in this process for files, a database by the address in an environment variable."""

import os
import re
from typing import Any

import ibis

from mkdocs_journeys.measure.rows import DefinitionError
from mkdocs_journeys.model.measuring import DataSource
from mkdocs_journeys.wording import terminal_safe


class Connections:
    """One connection for all sources of files, and one for each address of a database."""

    def __init__(self) -> None:
        self._open: dict[str, Any] = {}

    def of(self, source: DataSource) -> Any:
        """The connection that a source's rows are asked through. Raises DefinitionError."""
        name = variable_of(source)
        if name not in self._open:
            self._open[name] = _connected(source, name) if name else ibis.duckdb.connect()
        return self._open[name]

    def masked(self, text: str) -> str:
        """A text without any part of the addresses of the databases that are connected."""
        for name in filter(None, self._open):
            text = without_address(text, os.environ.get(name, ""))
        return text

    def close(self) -> None:
        """Close all of them."""
        for connection in self._open.values():
            connection.disconnect()
        self._open.clear()


def variable_of(source: DataSource) -> str:
    """The environment variable that holds the address of a source's database; "" for files."""
    return (source.url_from or f"JOURNEYS_{source.backend.upper()}_URL") if source.backend else ""


def _connected(source: DataSource, name: str) -> Any:
    address = os.environ.get(name)
    if not address:
        message = f"The environment variable {name} holds no address of a database."
        hint = f"Set {name} where you measure; never write an address with a password into a file."
        raise DefinitionError(("backend",), message, hint)
    try:
        return ibis.connect(address)
    except Exception as error:
        said = without_address(first_line(error), address)
        raise DefinitionError(("backend",), f"There is no connection to {source.backend}: {said}", _HINT) from None


_HINT = "Is the database there, and are its address and its driver right?"


def first_line(error: BaseException) -> str:
    """The first line of what an engine said, safe for a terminal."""
    text = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    return terminal_safe(text[:300])


def without_address(text: str, address: str) -> str:
    """A text without any part of a database's address: that holds a user and a password."""
    for part in sorted(re.split(r"[/:@?&=]+", address), key=len, reverse=True):
        text = text.replace(part, "…") if len(part) > 2 else text
    return text
