"""All commands are asked in one way: the same options, spelt and explained in the same words."""

import re
from collections import defaultdict
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import MODULES, main

SENTENCE = re.compile(r"[A-Z][^\n]*\w[^\n]*\.")
OF_THEIR_OWN = {
    "--fail-on": "levels of problems, or kinds of changes",
    "--group": "where a new journey is put, or which journeys are shown",
    "--since": "the day from which on is measured, or changes are told",
    "--until": "the last day on which a change is accepted, or of which is told",
    "--title": "the title of the file that is made, in words that fit its kind",
}
"""Options that mean something else in another command, because what they are about does."""
SHARED = ("--root", "--journeys-dir", "--format", "--output", "--quiet", "--today")


def contexts(above: click.Context, names: str = "") -> Iterator[tuple[str, click.Context]]:
    """Every command below a group with its name, as it is typed, and the groups themselves."""
    group = above.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        assert command is not None
        context = click.Context(command, parent=above, info_name=name, **command.context_settings)
        yield f"{names}{name}", context
        if isinstance(command, click.Group):
            yield from contexts(context, f"{names}{name} ")


CONTEXTS = dict(contexts(click.Context(main, info_name="journeys", **main.context_settings)))
COMMANDS = {name: context.command for name, context in CONTEXTS.items()}
OPTIONS = [
    (name, option)
    for name, context in CONTEXTS.items()
    for option in context.command.get_params(context)
    if isinstance(option, click.Option)
]
every_command = pytest.mark.parametrize("name", COMMANDS)


def long_name(option: click.Option) -> str:
    return next(name for name in option.opts if name.startswith("--"))


@every_command
def test_the_help_of_a_command_begins_with_a_sentence_and_has_no_half_ones(name: str) -> None:
    said = (COMMANDS[name].help or "").strip()
    paragraphs = [" ".join(text.split()) for text in said.split("\n\n")]
    assert paragraphs
    assert [text for text in paragraphs if not SENTENCE.fullmatch(text)] == []


@pytest.mark.parametrize("name", MODULES)
def test_what_lists_and_shells_say_of_a_command_is_its_first_sentence(name: str) -> None:
    first = " ".join((COMMANDS[name].help or "").split("\n\n")[0].split())
    assert MODULES[name].summary == first


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=lambda value: getattr(value, "name", value))
def test_every_option_is_explained_by_a_sentence(name: str, option: click.Option) -> None:
    assert SENTENCE.fullmatch(option.help or ""), f"journeys {name} {option.opts}: {option.help}"
    assert len((option.help or "").split()) > 2


def test_an_option_means_the_same_in_every_command() -> None:
    said = defaultdict[str, set[str]](set)
    for _, option in OPTIONS:
        said[long_name(option)].add(option.help or "")
    assert set(SHARED) <= set(said)
    assert {name: helps for name, helps in said.items() if len(helps) > 1 and name not in OF_THEIR_OWN} == {}
    assert [name for name in OF_THEIR_OWN if len(said[name]) < 2] == []


def test_a_letter_stands_for_one_option_and_an_option_has_the_same_letter_everywhere() -> None:
    letters, names = defaultdict[str, set[str]](set), defaultdict[str, set[tuple[str, ...]]](set)
    for _, option in OPTIONS:
        short = tuple(name for name in option.opts if not name.startswith("--"))
        names[long_name(option)].add(short)
        for letter in short:
            letters[letter].add(long_name(option))
    assert {letter: meant for letter, meant in letters.items() if len(meant) > 1} == {}
    assert {name: short for name, short in names.items() if len(short) > 1} == {}
    assert (names["--output"], names["--quiet"], names["--help"]) == ({("-o",)}, {("-q",)}, {("-h",)})


def test_no_option_is_spelt_as_another_one_is() -> None:
    for wrong in ("--out", "--write", "--folder", "--silent", "--directory", "--file", "--date"):
        assert [name for name, option in OPTIONS if wrong in option.opts] == []


@pytest.mark.parametrize(
    ("command", "words"),
    [("build", ["--out", "x"]), ("schema", ["--out=x"]), ("export codeowners", ["--write", "x"])],
)
def test_what_an_option_was_called_before_is_understood_and_no_longer_shown(command: str, words: list[str]) -> None:
    context = COMMANDS[command].make_context(command, [*words], resilient_parsing=True)
    assert str(context.params["output"]) == "x"
    old = words[0].partition("=")[0]
    assert not re.search(rf"{old}\b(?!put)", CliRunner().invoke(main, [*command.split(), "--help"]).output)


@every_command
def test_help_is_there_by_both_names(name: str) -> None:
    long, short = (CliRunner().invoke(main, [*name.split(), word]) for word in ("--help", "-h"))
    assert (long.exit_code, long.output) == (0, short.output)
