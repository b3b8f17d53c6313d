"""What looks like data of a person, and what only looks a little like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.personal_data import may_hold_personal_data, personal_data_in


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in personal_data_in(text)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Ask maya.k@studio.test, please.", "maya.k@studio.test"),
        ("<Maya_K+2@mail.studio.test>", "Maya_K+2@mail.studio.test"),
    ],
)
def test_a_mail_address_is_found(text: str, data: str) -> None:
    assert found(text) == [("a mail address", data)]


@pytest.mark.parametrize(
    "text",
    [
        "growth@example.com",
        "sales@brackenboard.example",
        "git@github.com:acme/maps.git",
        "[Write to us](mailto:help@acme.test)",
        "https://chat.acme.test/@maya.k",
        "https://maya@acme.test/x",
        "@acme/growth.team",
        "3 @ 5.50",
    ],
)
def test_what_belongs_to_nobody_or_is_a_link_is_let_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "+49 170 1234567",
        "+1 (415) 555-2671",
        "0049/30/1234567",
        "Tel. 030 1234 5678",
        "mobile: (0170) 123 45 67",
        "+44.20.7946.0958",
    ],
)
def test_a_phone_number_is_found(text: str) -> None:
    assert found(f"Call {text} today") == [("a phone number", text)]


@pytest.mark.parametrize(
    "text",
    [
        "+15 000 000",
        "+1.500.000",
        "+12.5",
        "2026-10-19 2026-11-30",
        "from 2024-01-31 to 2025-12-31",
        "0.1234567",
        "00:30:00",
        "+1,250,000 visits",
        "1000 2000 3000",
    ],
)
def test_figures_and_days_are_no_phone_numbers(text: str) -> None:
    assert found(f"It was {text} then") == []


@pytest.mark.parametrize(
    "text", ["DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "FR14 2004 1010 0505 0001 3M02 606"]
)
def test_an_account_is_found_by_its_checksum(text: str) -> None:
    assert found(f"to {text}.") == [("the number of an account", text)]
    assert found(f"to {text.replace('0', '1', 1)}.") == []


@pytest.mark.parametrize("text", ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"])
def test_a_card_is_found_by_its_checksum(text: str) -> None:
    assert found(f"paid by {text}, he says") == [("the number of a card", text)]
    assert found(f"paid by {text[:-1]}{(int(text[-1]) + 1) % 10}, he says") == []


def test_a_number_in_an_address_is_no_card() -> None:
    assert found("https://acme.test/orders/4111111111111111") == []
    assert found("4444 4444 4444 4444") == []


@pytest.mark.parametrize("text", ["81.2.69.142", "2001:4860:4860::8888"])
def test_an_address_on_the_internet_is_found(text: str) -> None:
    assert found(f"came from {text} at night") == [("the address of a machine", text)]


@pytest.mark.parametrize(
    "text",
    [
        "192.168.10.20",
        "127.0.0.1",
        "203.0.113.77",
        "version 12.14.10.22",
        "1.2.3.4",
        "999.10.10.10",
        "12:30:45",
        "a:b:c",
    ],
)
def test_addresses_inside_and_versions_are_let_pass(text: str) -> None:
    assert found(f"it is {text} now") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Anna, my sync is broken", "Anna"),
        ("Dear Mr. Smith I am locked out", "Smith"),
        ("Sehr geehrte Frau von der Leyen,", "von der Leyen"),
        ("Bonjour Élodie !", "Élodie"),
        ("It works. Best regards, J. Smith", "J. Smith"),
        ("Un saludo,\n  José Luis García\n", "José Luis García"),
        ("Hello, my name is Sanne de Vries and", "Sanne de Vries"),
        ('text: "Olá Inês"', "Inês"),
    ],
)
def test_a_name_is_found_by_the_words_beside_it(text: str, name: str) -> None:
    assert found(text) == [("the name of a person", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Hi there, hello again, dear customer, hey all",
        "Hello World",
        "Dear Sir or Madam,",
        "Liebe Grüße, Ihr Team",
        "Die liebe Not, Beste App! Lieber Excel, als",
        "Thanks, Slack. Cheers, Board.",
        "hi anna, my name is maya",
        "Hi Anna my sync is broken",
        "We dearly regard Mr Right. Hilary, High Wycombe",
        "Hi [name], best regards, [name]",
    ],
)
def test_what_names_nobody_for_sure_is_let_pass(text: str) -> None:
    assert found(text) == []


_WORDS = ("Hi", "Dear", "Mr", "Anna", "Regards", "my name is", "Viele Grüße", "Je m’appelle", " ", ", ", ",\n", "\xa0")


@given(st.text(alphabet="+0123456789 ()-./:@abEXä\n") | st.lists(st.sampled_from(_WORDS)).map("".join))
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert may_hold_personal_data(text.encode()) or not found(text)


def test_each_line_is_looked_at_once() -> None:
    text = "nothing\nmaya@a.test and tom@b.test, 81.2.69.142\nnothing 2026-10-19\n"
    assert [data for _, data in found(text)] == ["maya@a.test", "tom@b.test", "81.2.69.142"]


@given(st.text(alphabet="+0123456789 ()-./:@abEX\n"))
def test_whatever_stands_there_ends_come_after_starts_in_one_line(text: str) -> None:
    for one in personal_data_in(text):
        assert 0 <= one.start < one.end <= len(text)
        assert "\n" not in text[one.start : one.end]
