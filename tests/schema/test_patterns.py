"""Patterns that every editor understands."""

import re

import pytest

from mkdocs_journeys.model.base import ID_PATTERN, IMAGE_PATTERN
from mkdocs_journeys.schema.patterns import pattern_shape, portable


@pytest.mark.parametrize("name", ["maya.png", "MAYA.PNG", "assets/team/größe.Jpeg", "a.webp"])
def test_a_picture_in_any_case_is_accepted_without_a_flag(name: str) -> None:
    assert "(?i" not in portable(IMAGE_PATTERN)
    assert re.search(portable(IMAGE_PATTERN), name)


@pytest.mark.parametrize("name", ["maya.svg", "../maya.png", "my picture.png", "png"])
def test_what_is_no_picture_is_refused(name: str) -> None:
    assert not re.search(portable(IMAGE_PATTERN), name)


def test_a_text_of_the_wrong_form_is_told_what_the_right_one_is() -> None:
    assert pattern_shape(ID_PATTERN)["patternErrorMessage"].startswith("Ids are made of a-z")
