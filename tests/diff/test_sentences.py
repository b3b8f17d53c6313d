"""A sentence as text can be taken apart again."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diff.sentences import Quote, normalized, parse_sentence, plain_text


def test_what_authors_wrote_stands_between_asterisks() -> None:
    words = ("The step ", Quote("Pays"), " is now called ", Quote("Pays the bill"))
    assert plain_text(words) == "The step *Pays* is now called *Pays the bill*"
    assert parse_sentence(plain_text(words)) == words


def test_an_author_s_own_asterisks_do_not_count() -> None:
    assert plain_text((Quote("2 * 3 **users**"), " fell")) == "*2 ∗ 3 ∗∗users∗∗* fell"


@given(st.lists(st.text("ab *\n", min_size=1).filter(str.strip), min_size=1, max_size=3))
def test_every_sentence_falls_into_the_parts_that_it_was_made_of(texts: list[str]) -> None:
    words = tuple(word for text in texts for word in (" and ", Quote(text)))
    taken = parse_sentence(plain_text(words))
    assert [isinstance(word, Quote) for word in taken] == [isinstance(word, Quote) for word in words]
    assert plain_text(taken) == plain_text(words)


@given(st.lists(st.text("ab *\n").map(Quote) | st.text("ab "), max_size=6))
def test_a_sentence_in_normal_form_survives_as_text(words: list[str | Quote]) -> None:
    assert parse_sentence(plain_text(normalized(words))) == normalized(words)
    assert plain_text(normalized(words)).replace("*", "") == plain_text(words).replace("*", "")
