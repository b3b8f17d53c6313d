"""What the fast reader reads, and what it leaves to the full reader."""

import pytest

from mkdocs_journeys.yamlfile import fast_read
from mkdocs_journeys.yamlfile.fast_lines import LARGEST


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Compares the plans", "Compares the plans"),
        ("a: b".replace(": ", ":"), "a:b"),
        ("up to 5 # a comment", "up to 5"),
        ("up to 5  #a comment", "up to 5"),
        ("up to 5 #journeys: ignore x y", "up to 5"),
        ("C#, it's a 3/4 [draft]", "C#, it's a 3/4 [draft]"),
        ("two\n  lines\n\n  and a half", "two lines\nand a half"),
        ("-2", -2),
        ("1.10", 1.1),
        ("2026-10-02", "2026-10-02"),
        ("true", True),
        ("~", None),
        ("", None),
        ("'it''s'", "it's"),
        ("'two\n  lines'  # a comment", "two lines"),
        ('"a \\"b\\" \\u00e9\\n"', 'a "b" é\n'),
        ('"\\ud83d\\ude00 \\uD83D\\uDE00"', "\U0001f600 \U0001f600"),
        ('"two \\\n    lines"', "two lines"),
        ("|\n  one\n   two\n\n  three\n", "one\n two\n\nthree\n"),
        (">-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("[]", []),
        ("[a, 2, -1, c d]", ["a", 2, -1, "c d"]),
        ("[\n  a,\n  'b',\n]", ["a", "b"]),
        ("{text: 'Hm, no', evidence: [study/one]}", {"text": "Hm, no", "evidence": ["study/one"]}),
        ("\n  - a\n  - b: 1\n    c: 2\n", ["a", {"b": 1, "c": 2}]),
        ("\n- a\n- b:\n  - c\n", ["a", {"b": ["c"]}]),
        ("\n\n  # a comment\n  b:\n      c: d\n", {"b": {"c": "d"}}),
    ],
)
def test_usual_yaml_is_read(text: str, value: object) -> None:
    expected = {"key": value, "next": "x"}
    assert fast_read(f"# first\nkey: {text}\nnext: x\n".encode()) == expected
    assert fast_read(f"# first\nkey: {text}\nnext: x\n".replace("\n", "\r\n").encode()) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("&a b", "*a", "!b c", "!!str b", "@b", "`b`", "%b", "- b", "? b", ", b", "b: c", "b:", "'b' c", '"b" c'),
        *("no", "Off", "12:30", "1_000", "1e999", "9" * 16, ".inf", "b #c", "#c", "\n  - #c", '"\\x1b"', '"\\q"'),
        *('"\\ud800"', '"\\ude00\\ud83d"', "'b", "[b", "{b"),
        *("[b]]", "[b, , c]", "{b}", "{b: c, b: d}", "[b: c]", "[- b]", "[*b]", "{<<: b}", "|+\n  b", "|2\n    b", "|"),
        *("\n  b: c\n  b: d", "\n   b: c\n  d: e", "\n  - b\n  c: d", "b\n  c: d", "b\n # c\n  d", "\n  b", "\n  [b]"),
        *("\n  -\n    b: c", "\n  - - b", "\n  <<: b", '\n  "b": c', f"\n  {'b' * 65}: c", "\tb", "b\u200b", "b\x00"),
        *("b\n---\nc: d", "b\n...", "b\nkey: c"),
    ],
)
def test_all_else_is_left_to_the_full_reader(text: str) -> None:
    assert fast_read(f"key: {text}\nnext: x\n".encode()) is None


@pytest.mark.parametrize(
    "data", [b"", b"# nothing\n", b"- a\n", b"text\n", b"a: b", b"\xef\xbb\xbfa: b\n", b"a: \xff\n", b"---\na: b\n"]
)
def test_a_file_must_be_a_mapping_in_plain_utf8_that_ends_with_a_line_end(data: bytes) -> None:
    assert fast_read(data) is None


def test_a_file_that_could_reach_a_limit_is_left_to_the_full_reader() -> None:
    start = b"a: "
    assert fast_read(start + b"b" * (LARGEST - len(start) - 1) + b"\n") is not None
    assert fast_read(start + b"b" * (LARGEST - len(start)) + b"\n") is None


def test_what_is_nested_deeply_is_left_to_the_full_reader() -> None:
    lines = [f"{' ' * depth}a:" for depth in range(30)]
    assert fast_read("\n".join([*lines[:12], ""]).encode()) is not None
    assert fast_read("\n".join([*lines, ""]).encode()) is None
    assert fast_read(b"a: " + b"[" * 5 + b"]" * 5 + b"\n") is None
