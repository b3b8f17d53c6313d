"""A character that is written as two escapes, as JSON writes it."""

import pytest

from mkdocs_journeys.yamlfile import fast_read, locate, read

SMILE = "\U0001f600"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r'"\ud83d\ude00"', SMILE),
        (r'"a \uD83D\uDE00b \ud83d\ude00"', f"a {SMILE}b {SMILE}"),
        (r'"\\\ud83d\ude00"', f"\\{SMILE}"),
        (r'"\\ud83d\\ude00"', r"\ud83d\ude00"),
        (r"'\ud83d\ude00'", r"\ud83d\ude00"),
        (r"C:\ud83d\ude00", r"C:\ud83d\ude00"),
        ("|-\n  \\ud83d\\ude00", r"\ud83d\ude00"),
        ('"\\ud83d\\ude00 \ue000 \ue001"', f"{SMILE} \ue000 \ue001"),
        ('"\\ud83d\\ude00 \\\n  \\ud83d\\ude00"', f"{SMILE} {SMILE}"),
    ],
)
def test_it_is_read_in_double_quotes_and_nowhere_else(written: str, text: str) -> None:
    data = f"# \\ud83d\\ude00\nkey: {written}\n".encode()
    assert read(data, "x.yml") == ({"key": text}, [])
    assert fast_read(data) in ({"key": text}, None)


def test_names_of_fields_may_hold_it() -> None:
    assert read(rb'{"\ud83d\ude00": 1, b: "\ud83d\ude00"}', "x.yml")[0] == {SMILE: 1, "b": SMILE}


def test_places_behind_it_count_what_the_author_typed() -> None:
    root, _ = read(rb'a: ["\ud83d\ude00", b, {c: "\ud83d\ude00", d: 1}]', "x.yml")
    assert root is not None
    assert [locate(root, path) for path in (("a", 1), ("a", 2, "d"))] == [(1, 21), (1, 47)]


def test_a_text_with_every_character_for_private_use_is_told_of_and_not_changed() -> None:
    every = "".join(map(chr, range(0xE000, 0xF900)))
    root, problems = read(f'a: "{every}"\nb: "\\ud83d\\ude00"\n'.encode(), "x.yml")
    assert root is None
    assert [problem.position.line for problem in problems] == [2]
