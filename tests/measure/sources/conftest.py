"""A source out of files that a test writes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis
import pytest

from mkdocs_journeys.measure.sources import Opened, SourceError, open_source
from mkdocs_journeys.model.measuring import DataSource

Opening = Callable[..., Opened]


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    """A function that writes files, then opens a source: a dictionary of paths to texts or bytes, and its keys."""

    def opened(contents: dict[str, str | bytes], /, **keys: Any) -> Opened:
        root, scratch = tmp_path / "root", tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        for name, content in contents.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        root.mkdir(exist_ok=True)
        source = DataSource.model_validate({"id": "product", "files": "*", **keys})
        return open_source(source, ibis.duckdb.connect(), root, scratch)

    return opened


@pytest.fixture
def refusal(opening: Opening) -> Callable[..., list[str]]:
    """A function like `opening` for a source that is refused: each problem with file and row, and its hint."""

    def said(contents: dict[str, str | bytes], /, **keys: Any) -> list[str]:
        with pytest.raises(SourceError) as caught:
            opening(contents, **keys)
        return [
            f"{problem.position.file}:{problem.position.line} {problem.message} {problem.hint}".strip()
            for problem in caught.value.problems
        ]

    return said
