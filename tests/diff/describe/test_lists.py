"""A list is told by its items, an item by its keys."""

from typing import Any

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.lists import told_list
from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.model import Catalog


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, ["a", "b"], " gained *a*, *b*"),
        (list("abcde"), None, " lost *a*, *b*, *c* and 2 more"),
        (["a", "b"], ["b", "a"], " in another order"),
        (["a"], ["b"], " gained *b* and lost *a*"),
        (
            [{"title": "Plan", "url": "a"}],
            [{"title": "Plan", "url": "b"}],
            " changed *Plan* (url changed from *a* to *b*)",
        ),
        (["Hm"], [{"text": "Hm", "image": {"src": "a.png"}}], " changed *Hm* (image *src* is now *a.png*)"),
        (
            [{"name": "Solo", "stages": ["x"], "n": 4}],
            [{"name": "Solo", "stages": ["x", "y"]}],
            " changed *Solo* (stages gained *y*, sample size is no longer *4*)",
        ),
        (
            [{"name": "Both", "n": 1}, {"name": "Both", "n": 2}],
            [{"name": "Both", "n": 1}, {"name": "Both", "n": 3}],
            " changed *Both* (sample size changed from *2* to *3*)",
        ),
        ([{"n": 1, "low": 2}], [{"n": 1, "low": 3}], " changed *n 1, low 3* (low changed from *2* to *3*)"),
    ],
)
def test_what_came_what_went_and_what_is_another_in_it(before: Any, after: Any, words: str) -> None:
    atlas = Atlas(Catalog(id="catalog", path="journeys/catalog.yml", format=1))
    assert plain_text(told_list("links", before, after, atlas, atlas)) == words
