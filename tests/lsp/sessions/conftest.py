"""A server that the sessions of a test worker share, and an editor in it with a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsp.sessions.support_client import Client, client, uri
from lsp.sessions.support_editor import Editor


@pytest.fixture(scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Path]]:
    """A server without a folder, and its log. It starts once, as nearly all of its start is imports."""
    log = tmp_path_factory.mktemp("server") / "log"
    with client(log) as one:
        one.initialize()
        yield one, log
        one.leave()
        assert one.ended() == 0
    assert log.read_text() == ""


@pytest.fixture
def shared(_server: tuple[Client, Path]) -> Iterator[Client]:
    """The client of the shared server, whose buffers and folders are left again when the test is over."""
    one, log = _server
    with one.left_as_found():
        yield one
    assert log.read_text() == ""


@pytest.fixture
def editor(shared: Client, example_copy: Path) -> Editor:
    """An editor with a file of its own copy of the example open."""
    shared.add_folder(uri(example_copy))
    opened = Editor(shared, example_copy)
    opened.problems()
    return opened
