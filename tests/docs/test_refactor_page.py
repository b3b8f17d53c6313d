"""The page on renaming and the like shows what the commands print, and knows all kinds and options."""

from pathlib import Path

import click

from docs.support_documents import blocks_of, in_code, tables_of, typed_in, write_files
from docs.support_terminal import Terminal, begin
from mkdocs_journeys.cli.authoring.refactor import move, rename
from mkdocs_journeys.refactor import MERGED_KINDS, RENAMED_KINDS
from mkdocs_journeys.refactor.split import OF_A_STAGE, OF_THE_WHOLE


def test_what_is_shown_is_what_the_commands_print(guide: Path, tmp_path: Path) -> None:
    terminal = Terminal(begin(guide / "refactor.md", tmp_path))
    for block in blocks_of(guide / "refactor.md"):
        if block.is_file:
            write_files([block], terminal.folder)
        printed = "".join(f"$ {line}\n{terminal.run(line)}" for line in typed_in(block))
        if block.language == "console":
            assert block.text == printed


def test_the_atlas_of_the_page_is_sound_in_the_end(guide: Path, tmp_path: Path) -> None:
    terminal = Terminal(begin(guide / "refactor.md", tmp_path))
    for block in blocks_of(guide / "refactor.md"):
        write_files([block] if block.is_file else [], terminal.folder)
        for line in typed_in(block):
            terminal.run(line)
    assert " error" not in terminal.run("journeys check --quiet")


def test_every_kind_and_option_is_explained(guide: Path) -> None:
    text = (guide / "refactor.md").read_text("utf-8")
    tables = tables_of(guide / "refactor.md")
    rows = tables["Give a thing another id"]
    assert {kind for row in rows for kind in in_code(row[0])} == set(RENAMED_KINDS)
    assert f"It works for `{MERGED_KINDS[0]}`, `{MERGED_KINDS[1]}` and `{MERGED_KINDS[2]}`." in text
    assert all(f"`{field}`" in text for field in (*OF_THE_WHOLE, *OF_A_STAGE))
    commands = list(move.commands.values())
    options = [option for one in (*commands, rename) for option in one.params if isinstance(option, click.Option)]
    assert [name for option in options for name in option.opts if f"`{name}" not in text] == []
