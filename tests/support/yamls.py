"""YAML texts for tests: those of the repository, and a way to break them."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import strategies as st

TESTS = Path(__file__).parent.parent
FOLDERS = (TESTS.parent / "journeys", TESTS / "load", TESTS / "lint", TESTS / "yamlfile" / "cases")
FILES = tuple(path for folder in FOLDERS for path in sorted(folder.rglob("*.yml")))
PIECES = (
    *("a", "b c", "é", "😀", "x: y", "A" * 70, " ", "  ", "\n", "\n\n", "\n  ", "\n - ", "\n- ", "    \n"),
    *(
        ":",
        ": ",
        "- ",
        "- - ",
        "?",
        "? ",
        ", ",
        "#",
        " #",
        " #a",
        "#a",
        "# c\n",
        "&a ",
        "*a ",
        "!",
        "!!str ",
        "<<: ",
        "@",
        "`",
        "=",
    ),
    *("'", '"', "''", '""', "[", "]", "{", "}", "|", "|\n", "|+\n", ">\n  x\n", ">-\n  a\n  b\n"),
    "|-\n  x\n   y\n\n  z\n",
    *("no", "yes", "off", "true", "~", "null", "12:30", "1.10", "0x1f", "0o7", "007", "1_000", "1e3", "1e999", "- 1"),
    *("-1", "+1", ".5", "-.inf", "2026-01-02", "\\n", "\\", "\\ ", "\\\n", "\\u0041", "\\ud800", "\\x1b"),
    *("\\U0001F642", "\\ud83d\\ude00", '"\\uD83D\\uDE00 x"', "\ue000"),
    *("\t", "\r", "\r\n", "\0", "\x85", "\u00a0", "\u2028", "\u200b", "\u202e", "\u3000", "\ufeff"),
    *("---\n", "...\n", "%YAML 1.1\n", "k: [a, b]\n", "k: {a: 'b', c: [d, e]}\n", "k:\n- a\n- b: c\n  d: e\n"),
    *("k: foo\n  bar\n", "k: 'foo\n\n  bar'\n", 'k: "foo \\\n    bar"\n', "k: [a,\n  b]\n", "k: [\n  a,\n]\n"),
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A piece of a file of the repository, moved to the left, with up to four things put in or taken out."""
    lines = draw(st.sampled_from(FILES)).read_bytes().decode("utf-8", "replace").split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    part = lines[start : start + draw(st.integers(1, 15))]
    margin = min((len(line) - len(line.lstrip(" ")) for line in part if line.strip()), default=0)
    text = "\n".join(line[margin:] for line in part)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.just("") | st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 3)) :]
    return f"{text}\n".encode("utf-8", "replace")


soup = st.lists(st.sampled_from(PIECES), max_size=8).map(lambda parts: f"a:\n  - k: {''.join(parts)}\n".encode())
"""Pieces of YAML in any order, as the value of a key."""


def same(one: object, other: object) -> bool:
    """Whether two values are equal, of equal types, and in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


Way = tuple[str | int, ...]


def paths_in(value: object, above: Way = ()) -> Iterator[Way]:
    """The path of every value, and below each one that leads nowhere."""
    yield above
    yield (*above, "nowhere")
    yield (*above, 99)
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, item in inside:
        yield from paths_in(item, (*above, part))
