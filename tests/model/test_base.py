"""The forms of text that the format knows."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mkdocs_journeys.model.base import Count, Date, Emotion, EvidenceRef, Flag, Id, Image, NextRef, Percent, Text, Url


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("id", ["a", "0", "maya-ops-lead", "2026-06", "a" * 64, "a-"])
def test_ids_are_small_letters_digits_and_hyphens(id: str) -> None:
    assert accepts(Id, id)
    assert accepts(EvidenceRef, f"{id}/{id}")
    assert accepts(NextRef, f"journey:{id}")


@pytest.mark.parametrize("id", ["", "-a", "A", "a b", "a_b", "ä", "a" * 65, "a\n", "a/b", "../a", "a.yml"])
def test_other_texts_are_no_ids(id: str) -> None:
    assert not accepts(Id, id)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b=c#d",
        "http://example.com",
        "mailto:a@example.com",
        "../b.html",
        "b",
        "/b",
        "#top",
    ],
)
def test_addresses_that_a_page_may_link_to(url: str) -> None:
    assert accepts(Url, url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "vbscript:x",
        "//example.com",
        "\\\\example.com",
        "https://a b",
        'https://a"b',
        "https://a<b>",
        "\tjavascript:x",
        "java\nscript:x",
        "file:///etc/passwd",
    ],
)
def test_addresses_that_no_page_may_link_to(url: str) -> None:
    assert not accepts(Url, url)


@pytest.mark.parametrize("src", ["a.png", "assets/a.JPG", "faces/maya.lead.webp", "a_b.gif", "a.avif"])
def test_pictures_under_assets(src: str) -> None:
    assert accepts(Image, {"src": src, "alt": "A"})


@pytest.mark.parametrize("src", ["a.svg", "../a.png", "/a.png", "a b.png", ".a.png", "https://x/a.png", "x/../a.png"])
def test_pictures_from_elsewhere_are_refused(src: str) -> None:
    assert not accepts(Image, {"src": src, "alt": "A"})


def test_a_date_is_a_day_that_exists() -> None:
    assert TypeAdapter(Date).validate_python("2028-02-29") == date(2028, 2, 29)
    for value in (
        "2026-02-29",
        "20260131",
        "2026-W01-1",
        "2026-1-1",
        "31.01.2026",
        20260131,
        date(2026, 1, 31),
        None,
    ):
        assert not accepts(Date, value)


def test_text_is_trimmed_and_never_empty() -> None:
    assert TypeAdapter(Text).validate_python("  a\n") == "a"
    assert not accepts(Text, " \n")
    assert not accepts(Text, 1)


def test_numbers_are_numbers_and_flags_are_flags() -> None:
    assert accepts(Percent, 99.5) and accepts(Percent, 0)
    assert not any(accepts(Percent, value) for value in (-1, 100.1, "50", True, float("nan")))
    assert accepts(Count, 3) and not any(accepts(Count, value) for value in (-1, 1.5, "1", True))
    assert accepts(Emotion, -2) and not any(accepts(Emotion, value) for value in (3, -2.01, "1", True, None))
    assert accepts(Emotion, -0.5) and type(TypeAdapter(Emotion).validate_python(-1.0)) is int
    assert accepts(Flag, True) and not any(accepts(Flag, value) for value in ("true", 1, "yes"))
