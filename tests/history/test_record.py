"""What comes back from disk has exactly its shape, or is not taken."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history.mainline.compared import CommitVersions, JourneyVersion
from mkdocs_journeys.history.mainline.journeys import COMMIT_VERSIONS
from mkdocs_journeys.history.record import STATES, ChangeSentence, PainState, State

STATE = State(-0.5, 3, (PainState("fees", "open", -1), PainState("slow", "wont-fix", None)))
CHANGE = ChangeSentence(Judgement.WORSE, (Quote("Pays"), " fell"))
VERSIONS = CommitVersions((JourneyVersion("buy", None, STATE, (CHANGE,), 2),), ("sell",))
BUY = {"id": "buy", "was": None, "state": {"emotion": 1, "open_pains": 0}, "changes": [], "more": 0}
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("state", [STATE, State(None, 0)])
def test_a_state_comes_back_as_it_was(state: State) -> None:
    assert STATES.validate_python(STATES.dump_python(state, mode="json")) == state


def test_versions_come_back_as_they_were() -> None:
    assert COMMIT_VERSIONS.validate_python(COMMIT_VERSIONS.dump_python(VERSIONS, mode="json")) == VERSIONS


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
        STATES.validate_python(value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"versions": [[]]},
        {"versions": [BUY | {"id": "../x"}]},
        {"versions": [BUY | {"more": -1}]},
        {"versions": [BUY | {"more": True}]},
        {"versions": [BUY | {"state": None}]},
        {"versions": [BUY | {"changes": [{"judgement": "dreadful", "words": []}]}]},
        {"versions": [BUY | {"changes": [{"judgement": "worse", "words": "words"}]}]},
        {"versions": [BUY | {"changes": [{"judgement": "worse", "words": [1]}]}]},
        {"versions": [BUY | {"changes": [{"judgement": "worse", "words": [{"text": 1}]}]}]},
        {"gone": ["Not an id"]},
    ],
)
def test_other_versions_are_refused(value: Any) -> None:
    with pytest.raises(ValueError):
        COMMIT_VERSIONS.validate_python(value)


@given(ANY_JSON)
def test_no_json_does_more_than_raise_a_value_error(value: Any) -> None:
    for adapter in (STATES, COMMIT_VERSIONS):
        try:
            adapter.validate_python(value)
        except ValueError:
            continue
