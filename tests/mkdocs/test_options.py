"""What mkdocs.yml may say, and what it may not."""

import pytest
from mkdocs.config.base import ValidationError

from mkdocs_journeys.mkdocs.options import HealthOptions, HistoryOptions, Options


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("history", True, HistoryOptions()),
        ("history", False, HistoryOptions(shown=False)),
        ("history", {"authors": False}, HistoryOptions(authors=False)),
        ("history", {"authors": True}, HistoryOptions()),
        ("health", True, HealthOptions()),
        ("health", False, HealthOptions(shown=False)),
        ("health", {"baseline": "b.json"}, HealthOptions(baseline="b.json")),
        ("health", HealthOptions(), HealthOptions()),
    ],
)
def test_a_switch_is_true_false_or_has_more_to_say(name: str, value: object, expected: object) -> None:
    assert getattr(Options, name).validate(value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("history", value) for value in ("no", 1, {}, {"authors": "no"}, {"names": False})),
        *(("health", value) for value in ("off", 1, {}, {"baseline": 1}, {"baseline": "b", "rules": {}})),
    ],
)
def test_a_switch_is_nothing_else(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match={"history": "authors", "health": "baseline"}[name]):
        getattr(Options, name).validate(value)


@pytest.mark.parametrize("home", ["atlas", "/atlas.md", "../atlas.md", 3])
def test_a_home_that_no_page_can_have_is_refused(home: object) -> None:
    with pytest.raises(ValidationError):
        Options.home.validate(home)
