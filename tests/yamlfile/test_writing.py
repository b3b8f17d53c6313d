"""What is written is what a person would have written, and is read back as it was."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.yamlfile.reader import read
from mkdocs_journeys.yamlfile.values import plain_copy
from mkdocs_journeys.yamlfile.writing import Remarked, scalar, yaml_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "no",
        "~",
        "",
        "- a",
        "# b",
        "a: b",
        "a #b",
        "1e3",
        "0x1f",
        "12:30",
        "2026-03-01",
        "'",
        '"',
        "|",
        "a\n",
        "\n",
        "a\n\n b",
    ]
)
SCALARS = TEXTS | st.integers(-(10**14), 10**14) | st.booleans() | st.none()
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.dictionaries(TEXTS.filter(bool), inner, max_size=4)
        | st.lists(inner.filter(lambda one: not isinstance(one, list)), max_size=4)
    ),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(TEXTS.filter(bool), VALUES, max_size=5)


@given(DOCUMENTS)
def test_another_reader_sees_the_values_that_were_written(values: dict[str, Any]) -> None:
    assert (yaml.load(yaml_of(values), Loader=yaml.CSafeLoader) or {}) == values


@given(DOCUMENTS)
def test_our_reader_sees_the_values_that_were_written(values: dict[str, Any]) -> None:
    found, problems = read(yaml_of(values).encode(), "a.yml")
    if not any(problem.rule in REFUSED for problem in problems):
        assert plain_copy(found or {}) == values


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_remark_changes_no_value(remark: str, text: str) -> None:
    values = {"a": Remarked("b", remark), "c": [Remarked({"d": text}, remark), Remarked("e", remark)]}
    assert yaml.load(yaml_of(values, remark), Loader=yaml.CSafeLoader) == {"a": "b", "c": [{"d": text}, "e"]}


LONG = "A text that is too long for one line of a file, as people write them who have got a lot to say about it."
WRITTEN = """\
# Imported from a board.
title: 'Find out: is it worth it?'
personas: [maya, tom]
reviewed: 2026-03-01
emotion:
  maya: -1
  tom: 0.5
stages:
  - stage: try  # taken for it by its name
    steps:
      # line 12
      - name: Compares
        says:
          - “Which one?”
          - 'no'
      - name: Pays
notes: |
  First.

  - one
  - two
summary: A text that is too long for one line of a file, as people write them who have got a lot to say
  about it.
"""


def test_a_file_reads_as_if_somebody_had_typed_it() -> None:
    steps = [Remarked({"name": "Compares", "says": ["“Which one?”", "no"]}, "line 12"), {"name": "Pays"}]
    values: dict[str, Any] = {
        "title": "Find out: is it worth it?",
        "personas": ["maya", "tom"],
        "reviewed": date(2026, 3, 1),
        "emotion": {"maya": -1, "tom": 0.5},
        "stages": [{"stage": Remarked("try", "taken for it by its name"), "steps": steps}],
        "notes": "First.\n\n- one\n- two\n",
        "summary": LONG,
    }
    assert yaml_of(values, "Imported from a board.") == WRITTEN


@pytest.mark.parametrize(("value", "written"), [("12:30", "'12:30'"), (True, "true"), (None, "null"), (1.5, "1.5")])
def test_a_value_on_one_line(value: Any, written: str) -> None:
    assert scalar(value) == written


REFUSED = {"yaml-control-character", "yaml-line-break", "yaml-key", "yaml-size", "yaml-number"}
"""What our reader refuses by itself, whoever wrote it."""
