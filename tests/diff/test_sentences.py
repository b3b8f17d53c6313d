"""A sentence as text can be taken apart again."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diff.change import Said
from mkdocs_journeys.diff.sentences import parts, plain


def test_what_authors_wrote_stands_between_asterisks() -> None:
    words = ("The step ", Said("Pays"), " is now called ", Said("Pays the bill"))
    assert plain(words) == "The step *Pays* is now called *Pays the bill*"
    assert parts(plain(words)) == words


def test_an_author_s_own_asterisks_do_not_count() -> None:
    assert plain((Said("2 * 3 **users**"), " fell")) == "*2 ∗ 3 ∗∗users∗∗* fell"


@given(st.lists(st.text("ab *\n", min_size=1).filter(str.strip), min_size=1, max_size=3))
def test_every_sentence_falls_into_the_parts_that_it_was_made_of(texts: list[str]) -> None:
    words = tuple(word for text in texts for word in (" and ", Said(text)))
    taken = parts(plain(words))
    assert [isinstance(word, Said) for word in taken] == [isinstance(word, Said) for word in words]
    assert plain(taken) == plain(words)
