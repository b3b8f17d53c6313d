"""Every row of the matrix, on every host that it is for."""

from pathlib import Path

import pytest

from plugins.support_rows import Row, rows
from plugins.support_site import build, faults, scratch

TRIED = [pytest.param(row, host, id=f"{row.name}-{host}") for row in rows() for host in row.hosts]


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that each row is added to."""
    return scratch(tmp_path_factory.mktemp("blank"))


@pytest.mark.parametrize(("row", "host"), TRIED)
def test_it_has_its_effect_on_our_pages(row: Row, host: str, blank: Path, tmp_path: Path) -> None:
    assert faults(row, build(row, host, blank, tmp_path / "atlas")) == []
