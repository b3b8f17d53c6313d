"""The page on the language server: its settings are those that there are."""

import json
import tomllib
from pathlib import Path

import click

from docs.support_documents import blocks_of, in_code, tables_of
from mkdocs_journeys.cli import main

PAGE = "language-server.md"


def block(guide: Path, title: str) -> str:
    (found,) = [block.text for block in blocks_of(guide / PAGE) if block.title == title]
    return found


def test_every_option_is_explained(guide: Path) -> None:
    command = main.get_command(click.Context(main), "lsp")
    assert command
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    explained = [in_code(row[0])[0] for row in tables_of(guide / PAGE)["Any other editor"]]
    assert sorted(explained) == sorted(name for option in options for name in option.opts)


def test_the_settings_of_vs_code_are_those_of_the_extension(guide: Path, repository_root: Path) -> None:
    manifest = json.loads((repository_root / "editors" / "vscode" / "package.json").read_text("utf-8"))
    known = manifest["contributes"]["configuration"]["properties"]
    shown = json.loads(block(guide, ".vscode/settings.json (part)"))
    assert set(shown) <= set(known)
    assert shown["journeys.site"] == known["journeys.site"]["default"]
    assert shown["journeys.command"][1:] == known["journeys.command"]["default"][1:]
    readme = (repository_root / "editors" / "vscode" / "README.md").read_text("utf-8")
    assert [name for name in known if f"`{name}`" not in readme] == []


def test_the_commands_of_the_extension_are_its_scripts(guide: Path, repository_root: Path) -> None:
    manifest = json.loads((repository_root / "editors" / "vscode" / "package.json").read_text("utf-8"))
    text = (guide / PAGE).read_text("utf-8")
    assert "npm run package\n" in text
    assert "--out mkdocs-journeys.vsix" in manifest["scripts"]["package"]
    assert "code --install-extension mkdocs-journeys.vsix" in text


def test_helix_starts_the_server(guide: Path) -> None:
    settings = tomllib.loads(block(guide, "languages.toml"))
    server = settings["language-server"]["journeys"]
    assert [server["command"], *server["args"]] == ["journeys", "lsp"]
    assert settings["language"] == [{"name": "yaml", "language-servers": ["journeys"]}]


def test_neovim_is_set_up_by_the_file_that_the_tests_use(guide: Path) -> None:
    assert block(guide, "init.lua (part)") == (guide / "recipes" / "journeys.lua").read_text("utf-8")


def test_every_picture_is_there(guide: Path) -> None:
    text = (guide / PAGE).read_text("utf-8")
    for name in ("completion", "problem", "hover"):
        for scheme in ("light", "dark"):
            assert f"img/editor-{name}-{scheme}.webp#only-{scheme}" in text
            assert (guide / "img" / f"editor-{name}-{scheme}.webp").is_file()
