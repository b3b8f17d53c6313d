"""What the documents tell people to type works, in the order in which they read it."""

import shlex
from pathlib import Path

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from docs.support_documents import DOCUMENTS, GUIDE, ROOT, TUTORIAL, blocks_of, commands_of, typed_in
from docs.support_terminal import Terminal, walk
from docs.support_ways import NOT_RUN, reason_not_to_run
from mkdocs_journeys.cli import main as journeys

OTHERS = (
    ".",
    "cd",
    "export",
    "gh",
    "git",
    "code",
    "mkdir",
    "npm",
    "pip",
    "pipx",
    "pre-commit",
    "python",
    "python3",
    "rm",
    "sh",
    "techdocs-cli",
    "zensical",
)
"""Programs that are not ours."""
WITH_COMMANDS = [path for path in DOCUMENTS if any(typed_in(block) for block in blocks_of(path))]
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@pytest.mark.parametrize("document", WITH_COMMANDS, ids=lambda path: path.name)
def test_every_command_of_a_page_runs(document: Path, tmp_path: Path) -> None:
    ran = walk(document, tmp_path)
    typed = [line for block in blocks_of(document) for line in typed_in(block)]
    assert ran == [line for line in typed if not reason_not_to_run(line)]


def test_the_tutorial_ends_in_a_site_with_the_journey_on_it_and_a_commit(tmp_path: Path) -> None:
    walk(TUTORIAL, tmp_path)
    project = tmp_path / "project" / "our-customers"
    assert "Compares the plans" in (project / "site" / "journeys" / "try-it" / "index.html").read_text("utf-8")
    assert (project / ".git" / "refs" / "heads" / "main").is_file()


def test_the_comments_that_the_guide_shows_are_those_that_are_kept(tmp_path: Path) -> None:
    document = ROOT / GUIDE / "measure.md"
    walk(document, tmp_path)
    folder = next(tmp_path.rglob("measure.yml")).parent
    [shown] = [block for block in blocks_of(document) if block.title.startswith("journeys/evidence/")]
    path = folder.parent / shown.title
    path.unlink()
    terminal = Terminal(folder.parent)
    assert f"wrote    {shown.title}" in terminal.run("journeys measure")
    assert path.read_text("utf-8") == shown.text


def test_every_reason_not_to_run_something_is_still_needed() -> None:
    typed = [line for path in DOCUMENTS for block in blocks_of(path) for line in typed_in(block)]
    assert [start for start in NOT_RUN if not any(line.startswith(start) for line in typed)] == []


@every_document
def test_every_command_and_option_exists(document: Path) -> None:
    targets = (ROOT / "Makefile").read_text("utf-8")
    for words in commands_of(document):
        if words[0] == "make":
            assert f"\n{words[1]}:" in targets
        else:
            assert words[0] in OTHERS or understood(words), shlex.join(words)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("ack", "review.md"),
        ("build", "other-generators.md"),
        ("changelog", "changelog.md"),
        ("check", "check.md"),
        ("comment", "pull-requests.md"),
        ("diff", "review.md"),
        ("explain", "rules.md"),
        ("export changes", "export.md"),
        ("export cjml", "export.md"),
        ("export csv", "export.md"),
        ("export drawio", "export.md"),
        ("export excalidraw", "export.md"),
        ("export ics", "export.md"),
        ("export issues", "trackers.md"),
        ("export json", "export.md"),
        ("export jsoncanvas", "export.md"),
        ("export llms", "export.md"),
        ("export markdown", "export.md"),
        ("export mermaid", "export.md"),
        ("export pdf", "export.md"),
        ("export png", "export.md"),
        ("export pptx", "export.md"),
        ("export svg", "export.md"),
        ("export xlsx", "export.md"),
        ("import", "import.md"),
        ("init", "adopt.md"),
        ("new", "editor.md"),
        ("rules", "rules.md"),
        ("merge", "refactor.md"),
        ("merge-driver", "review.md"),
        ("rename", "refactor.md"),
        ("schema", "editor.md"),
        ("split", "refactor.md"),
        ("sync", "trackers.md"),
    ],
)
def test_every_option_is_explained(name: str, page: str, guide: Path) -> None:
    text = (guide / page).read_text("utf-8")
    options = [option for option in command_of(journeys, name).params if isinstance(option, click.Option)]
    assert [
        name for option in options for name in option.opts if f"{name}`" not in text and f"{name} " not in text
    ] == []


def command_of(group: click.Group, name: str) -> click.Command:
    """A command by its name, or by that of its group and its own; fails the test where there is none."""
    found: click.Command | None = group
    for word in name.split():
        assert isinstance(found, click.Group), name
        found = found.get_command(click.Context(found), word)
    assert found, name
    return found


def understood(words: list[str]) -> bool:
    """Whether click can parse the words; raises its error, which names the option, where it cannot."""
    group = {"journeys": journeys, "mkdocs": mkdocs}[words[0]]
    command = command_of(group, words[1])
    command.make_parser(click.Context(command, info_name=words[1])).parse_args(words[2:])
    return True
