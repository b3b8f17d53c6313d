"""What comes back from disk has exactly its shape, or is not taken."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history.record import (
    DESCRIPTIONS,
    ChangeSentence,
    Name,
    PainState,
    State,
    state_from_json,
    state_to_json,
)

STATE = State(-0.5, 3, (PainState("fees", "open", -1), PainState("slow", "wont-fix", None)))
TELLING = ((ChangeSentence(Judgement.WORSE, (Quote("Pays"), " for ", Name("persona", "maya"), " fell")),), 2)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("state", [STATE, State(None, 0), None])
def test_a_state_comes_back_as_it_was(state: State | None) -> None:
    assert state_from_json(state_to_json(state)) == state


def test_sentences_come_back_as_they_were() -> None:
    assert DESCRIPTIONS.validate_python(DESCRIPTIONS.dump_python(TELLING, mode="json")) == TELLING


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"emotion": 1},
        {"emotion": "1", "open_pains": 0},
        {"emotion": 9, "open_pains": 0},
        {"emotion": float("nan"), "open_pains": 0},
        {"emotion": True, "open_pains": 0},
        {"emotion": 1, "open_pains": -1},
        {"emotion": 1, "open_pains": True},
        {"emotion": 1, "open_pains": 1, "pains": [{"id": "fees", "status": "bad", "emotion": None}]},
        {"emotion": 1, "open_pains": 1, "pains": [{"id": "fees", "status": "open", "emotion": 3}]},
    ],
)
def test_another_state_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):
        state_from_json(value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [[]],
        [{}, 0],
        [[], -1],
        [[], True],
        [[{"judgement": "dreadful", "words": []}], 0],
        [[{"judgement": "worse", "words": "words"}], 0],
        [[{"judgement": "worse", "words": [1]}], 0],
        [[{"judgement": "worse", "words": [{"a": "b"}]}], 0],
        [[{"judgement": "worse", "words": [{"text": 1}]}], 0],
        [[{"judgement": "worse", "words": [{"kind": "persona"}]}], 0],
    ],
)
def test_other_sentences_are_refused(value: Any) -> None:
    with pytest.raises(ValueError):
        DESCRIPTIONS.validate_python(value)


@given(ANY_JSON)
def test_no_json_does_more_than_raise_a_value_error(value: Any) -> None:
    for read in (state_from_json, DESCRIPTIONS.validate_python):
        try:
            read(value)
        except ValueError:
            continue
