"""Where the fast reader answers, the full reader answers the same and has nothing to complain of."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.yamlfile import fast_read, read
from support.budgets import examples
from support.yamls import FILES, broken, same, soup

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60) | st.text("ab: #-'\"\n,[]{}", max_size=30)
WORDS = st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,40}", fullmatch=True)
SCALARS = WORDS | TEXTS | st.integers(-200, 10**16) | st.floats(-1e6, 1e6) | st.booleans() | st.none()
KEYS = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def assert_same(data: bytes) -> bool:
    """Whether the fast reader answered at all."""
    values = fast_read(data)
    if values is None:
        return False
    root, problems = read(data, "x.yml")
    assert problems == []
    assert same(values, root)
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_file_of_the_repository_reads_the_same(path: Path) -> None:
    assert_same(path.read_bytes())


def test_nearly_all_journey_files_are_for_the_fast_reader() -> None:
    example = [path for path in FILES if path.parts[-3] == "journeys" or path.parts[-4] == "journeys"]
    assert sum(fast_read(path.read_bytes()) is not None for path in example) > 0.9 * len(example)


@settings(max_examples=examples(150))
@given(broken() | soup)
def test_a_broken_file_reads_the_same_or_is_refused(data: bytes) -> None:
    assert_same(data)


@settings(max_examples=examples(50))
@given(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=5),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([20, 40, 120]),
    st.booleans(),
    st.sampled_from([2, 4]),
)
def test_what_a_dumper_writes_in_any_style_reads_the_same_or_is_refused(
    values: dict[str, Any], flow: bool | None, style: str | None, width: int, unicode: bool, indent: int
) -> None:
    text = yaml.safe_dump(
        values,
        default_flow_style=flow,
        default_style=style,
        width=width,
        allow_unicode=unicode,
        indent=indent,
        sort_keys=False,
    )
    assert_same(text.encode("utf-8", "replace"))
