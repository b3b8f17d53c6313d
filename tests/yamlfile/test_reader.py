"""Values, problems and limits of the full reader, and a file whose positions are looked up when asked for."""

import json

import pytest

from mkdocs_journeys.problem import Position, Severity
from mkdocs_journeys.yamlfile import Limits, Map, Seq, Source, fast_read, read
from mkdocs_journeys.yamlfile.values import Value
from support.processes import PYTHON, run


def value_of(text: str) -> Value:
    root, problems = read(f"a: {text}\n".encode(), "x.yml")
    assert root is not None
    assert [problem for problem in problems if problem.severity is not Severity.INFO] == []
    return root["a"]


@pytest.mark.parametrize("text", ["no", "on", "yes", "off", "y", "12:30", "2026-10-02", "1_000", "0b1", "1.2.3", "+"])
def test_text_that_older_readers_turn_into_something_else_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("-2", -2),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0xff", 255),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1e3", 1000.0),
    ],
)
def test_plain_words_and_numbers_follow_yaml_1_2(text: str, value: Value) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


@pytest.mark.parametrize("text", ["'true'", '"12"', "'~'", "''"])
def test_quoted_text_stays_text(text: str) -> None:
    assert value_of(text) == text[1:-1]


def test_a_plain_date_gives_no_note() -> None:
    assert read(b"reviewed: 2026-10-02\n", "x.yml") == ({"reviewed": "2026-10-02"}, [])


def test_ambiguous_text_is_only_a_note() -> None:
    _, [problem] = read(b"country: no\n", "x.yml")
    assert (problem.rule, problem.severity) == ("yaml-ambiguous-text", Severity.INFO)
    assert problem.position == Position("x.yml", 1, 10)


def test_all_mistakes_of_a_file_come_in_one_run_in_the_order_of_the_file() -> None:
    text = "id: a\nid: b\nn: .nan\nt: !x now\nb:\n  <<: z\n  c: 1\n  c: 2\nu: *gone\n"
    root, problems = read(text.encode(), "x.yml")
    assert [(problem.position.line, problem.rule) for problem in problems] == [
        (2, "yaml-duplicate-key"),
        (3, "yaml-number"),
        (4, "yaml-tag"),
        (6, "yaml-merge-key"),
        (8, "yaml-duplicate-key"),
        (9, "yaml-anchor"),
    ]
    assert root == {"id": "a", "n": ".nan", "t": "now", "b": {"c": 1}, "u": "*gone"}


def test_a_duplicate_key_points_to_the_first_one_and_keeps_its_value() -> None:
    root, [problem] = read(b"a: 1\nb: 2\na: {deep: [1]}\n", "x.yml")
    assert root == {"a": 1, "b": 2}
    assert problem.related == ((Position("x.yml", 1, 1), "first given here"),)


def test_maps_and_lists_are_plain_values() -> None:
    root, _ = read(b"a: {b: [1]}\n", "x.yml")
    assert type(root) is Map
    assert type(root["a"]) is Map
    assert root == {"a": {"b": [1]}}
    assert json.loads(json.dumps(root)) == root
    assert isinstance(root["a"]["b"], Seq)


def test_line_ends_of_all_systems_read_alike() -> None:
    lines = ["a: |", "  one", "  two", "b: 'x", "  y'", ""]
    roots = [read(end.join(lines).encode(), "x.yml")[0] for end in ("\n", "\r\n", "\r")]
    assert roots == [{"a": "one\ntwo\n", "b": "x y"}] * 3


def test_aliases_share_one_value_within_the_budget() -> None:
    root, problems = read(b"a: &a [1, 2]\nb: *a\n", "x.yml")
    assert problems == []
    assert root is not None
    assert root["a"] is root["b"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: [1, 2, 3]\n", Limits(values=4)),
        ("a: {b: {c: 1}}\n", Limits(values=5)),
        ("a: 12345\n", Limits(bytes=5)),
        ("a: abcdef\n", Limits(text_characters=5)),
        ("abcdef: 1\n" + "k" * 65 + ": 1\n", Limits(key_characters=64)),
        ("a: &a 1\nb: [*a, *a, *a]\n", Limits(aliases=2)),
        ("a: &a [1, 2, 3]\nb: [*a, *a]\n", Limits(expanded=10)),
    ],
)
def test_a_file_over_a_limit_is_refused(text: str, limits: Limits) -> None:
    root, problems = read(text.encode(), "x.yml", limits)
    assert root is None
    assert [problem.rule for problem in problems] == ["yaml-size"]
    assert read(text.encode(), "x.yml")[1] == []


def test_reading_stops_at_the_hundredth_mistake() -> None:
    root, problems = read(b"a: 1\n" * 500, "x.yml")
    assert root is None
    assert len(problems) == Limits().problems


def test_nesting_up_to_the_limit_is_read() -> None:
    deepest = Limits().depth - 1
    assert read(b"a: " + b"[" * deepest + b"]" * deepest, "x.yml")[1] == []
    _, [problem] = read(b"a: " + b"[" * (deepest + 1) + b"]" * (deepest + 1), "x.yml")
    assert problem.rule == "yaml-depth"


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_forty_thousand_brackets_do_not_end_the_process(opener: str) -> None:
    script = (
        "from mkdocs_journeys.yamlfile import read\n"
        f"root, problems = read(b'a:\\n  ' + {opener.encode()!r} * 40000, 'x.yml')\n"
        "print(root, *problems)\n"
    )
    ran = run([PYTHON, "-c", script])
    assert ran.stdout.startswith("None x.yml:2:")


def test_hidden_characters_do_not_hide_the_other_mistakes() -> None:
    root, problems = read("a: x\x00y\nb: \u2028\na: z\n".encode(), "x.yml")
    assert root == {"a": "x\ufffdy", "b": "\ufffd"}
    assert [problem.rule for problem in problems] == [
        "yaml-control-character",
        "yaml-line-break",
        "yaml-duplicate-key",
    ]


TEXT = b"name: Maya\nshare: 1.10\ngoals:\n  - Be home by six\n"


@pytest.mark.parametrize("is_fast", [True, False])
def test_both_ways_to_look_say_the_same(is_fast: bool) -> None:
    assert fast_read(TEXT) is not None
    source = Source(TEXT, "maya.yml", is_fast)
    assert source.locate(("goals", 0)) == (4, 5)
    assert source.locate(("goals",), key=True) == (3, 1)


@pytest.mark.parametrize("is_fast", [True, False])
def test_many_places_are_those_of_each_path_alone_even_behind_one_that_is_missing(is_fast: bool) -> None:
    source = Source(TEXT, "maya.yml", is_fast)
    wanted = [((), False), (("goals", 9), False), (("goals", 9, "text"), False), (("goals", 0), False)]
    wanted += [(("goals",), True), (("pains", 0), False), (("share",), False), (("share",), True)]
    assert source.locate_all(wanted) == [source.locate(path, key=key) for path, key in wanted]


def test_the_values_are_read_once_and_only_when_asked_for() -> None:
    source = Source(TEXT, "maya.yml", is_fast=True)
    source.locate(("goals", 0))
    assert "root" not in vars(source)
    assert source.root is source.root == {"name": "Maya", "share": 1.1, "goals": ["Be home by six"]}


def test_sources_of_the_same_bytes_are_equal() -> None:
    one, other = Source(TEXT, "maya.yml"), Source(bytes(bytearray(TEXT)), "maya.yml")
    assert one.root == {"name": "Maya", "share": 1.1, "goals": ["Be home by six"]}
    assert one == other
    assert hash(one) == hash(other)


def test_a_file_without_any_values_has_its_places_at_its_start() -> None:
    assert Source(b"[", "x.yml").locate(("title",)) == (1, 1)


def test_a_very_long_line_of_spaces_behind_lost_words_is_read_at_once() -> None:
    text = f"a: b #c{' ' * 900_000}d\n"
    assert [problem.rule for problem in read(text.encode(), "x.yml")[1]] == ["yaml-cut-text"]
    text = f"a: [b{' #c' * 300_000}\n"
    assert [problem.rule for problem in read(text.encode(), "x.yml")[1]] == ["yaml-syntax", "yaml-cut-text"]
