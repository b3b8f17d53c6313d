"""Names that authors write freely: which are the same, and the ids made of them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.model.free_names import FreeName, free_names, name_id


@pytest.mark.parametrize(
    ("text", "id"),
    [("CRM", "crm"), ("Website CMS", "website-cms"), ("self_service", "self-service"), ("  E-Mail ", "e-mail")],
)
def test_a_name_of_letters_and_digits_is_its_own_id(text: str, id: str) -> None:
    assert name_id(text) == id


@pytest.mark.parametrize("others", [("Café", "Cafe\u0301", "CAFÉ"), ("Ticket desk", "ticket  DESK", "ticket-desk")])
def test_spellings_that_look_alike_are_one_name(others: tuple[str, ...]) -> None:
    assert len({name_id(text) for text in others}) == 1


def test_names_in_any_script_or_of_marks_alone_have_ids_of_their_own() -> None:
    names = ["価格", "наем", "C", "C++", "C#", "🚲", "--", "__ _", "../../etc", "a" * 65, "a" * 66, "Archive (Bücher)"]
    assert len({name_id(name) for name in names}) == len(names)


@given(st.text(min_size=1))
@example("0" * 39 + ":0")
def test_every_text_has_an_id_that_is_safe_in_an_address(text: str) -> None:
    assert re.fullmatch(ID_PATTERN, name_id(text))
    assert name_id(name_id(text)) == name_id(text)


def test_names_go_by_how_often_they_are_used_and_by_their_commonest_spelling() -> None:
    found = free_names(["mail", "crm", "CRM", "Zoo", "CRM", "desk"])
    assert list(found.values()) == [
        FreeName("crm", "CRM", ("crm",)),
        FreeName("desk", "desk"),
        FreeName("mail", "mail"),
        FreeName("zoo", "Zoo"),
    ]
