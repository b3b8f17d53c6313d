"""An editor that talks to a server of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsp.sessions.support_client import client, uri
from lsp.sessions.support_editor import Editor


@pytest.fixture
def editor(example_copy: Path, tmp_path: Path) -> Iterator[Editor]:
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy))
        opened = Editor(one, example_copy)
        opened.problems()
        yield opened
        one.leave()
        assert one.ended() == 0
    assert (tmp_path / "log").read_text() == ""
