"""Servers that the sessions of a test worker share, and editors in them with a folder of their own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from bench.language_client import CAPABILITIES

from lsp.sessions.support_client import Client, client, uri
from lsp.sessions.support_editor import Editor

Served = tuple[Client, Path]
"""The client of a server without a folder, and the log of that server."""


@contextmanager
def _serving(folder: Path, capabilities: Mapping[str, Any]) -> Iterator[Served]:
    """A server that is used many times, as nearly all of its start is imports."""
    log = folder / "log"
    with client(log) as one:
        one.initialize(capabilities=capabilities)
        yield one, log
        one.leave()
        assert one.ended() == 0
    assert log.read_text() == ""


@contextmanager
def _left_as_found(served: Served) -> Iterator[Client]:
    """The client of a server whose buffers and folders are left again when the test is over."""
    one, log = served
    with one.left_as_found():
        yield one
    assert log.read_text() == ""


def _editor(client: Client, root: Path) -> Editor:
    client.add_folder(uri(root))
    opened = Editor(client, root)
    opened.problems()
    return opened


@pytest.fixture(scope="session")
def _modern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with _serving(tmp_path_factory.mktemp("server"), CAPABILITIES) as served:
        yield served


@pytest.fixture(scope="session")
def _simple(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with _serving(tmp_path_factory.mktemp("server"), {}) as served:
        yield served


@pytest.fixture
def shared(_modern: Served) -> Iterator[Client]:
    """The client of a server, which a test may open any folder in."""
    with _left_as_found(_modern) as one:
        yield one


@pytest.fixture
def editor(shared: Client, example_copy: Path) -> Editor:
    """An editor with a file of its own copy of the example open."""
    return _editor(shared, example_copy)


@pytest.fixture
def simple_editor(_simple: Served, example_copy: Path) -> Iterator[Editor]:
    """As `editor`, but one that says of nothing that it can do it."""
    with _left_as_found(_simple) as one:
        yield _editor(one, example_copy)
