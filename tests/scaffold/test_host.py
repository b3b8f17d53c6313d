"""What a mkdocs.yml that is there still needs."""

import pytest

from mkdocs_journeys.scaffold.host import ALONE, BESIDE, BESIDE_OPTIONS, THEME, lines_to_add

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("config", "lines"),
    [
        ("site_name: X\n", ALONE + THEME),
        ("theme: material\n", ALONE),
        ("theme:\n  name: material\nplugins:\n  - search\n", BESIDE),
        ("theme: {name: material}\nplugins: [search, journeys]\n", ""),
        ("theme: material\nplugins:\n  - search\n  - journeys:\n      home: a.md\n", ""),
        ("theme: material\nplugins:\n  search: {}\n  journeys: {}\n", ""),
        ("theme: material\nplugins: {search: {}}\n", BESIDE_OPTIONS),
        ("theme: {name: material}\nplugins: &all [[a], {[b]: c}, *all]\n", BESIDE),
        ("theme: readthedocs\nplugins: [journeys]\n", THEME),
        ("theme: material\nplugins:\nx: !!python/name:os.system\ny: !ENV HOME\n", ALONE),
    ],
)
def test_only_what_is_missing_is_given(config: str, lines: str) -> None:
    assert lines_to_add(config.encode()) == lines


@pytest.mark.parametrize(
    "config", [b"", b"\xff\xfe\x00", b"[" * 50_000, b"a: [", b"- plugins\n", b"plugins: 3\n", b"? [a]\n: b\n", b"\x00"]
)
def test_of_what_cannot_be_read_everything_is_given(config: bytes) -> None:
    assert lines_to_add(config) == ALONE + THEME
