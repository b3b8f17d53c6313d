"""Shells complete what one types: commands, options, their values, rules, kinds and files."""

import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import MODULES, main
from mkdocs_journeys.cli.check import FORMATS
from mkdocs_journeys.cli.exchange.formats import FORMATS as EXPORTS
from mkdocs_journeys.lint import RULES
from mkdocs_journeys.lint.rules import LOADING_RULES
from support.processes import BIN, PYTHON, run

SHELLS = ("bash", "zsh", "fish")
needs = {shell: pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not installed") for shell in SHELLS}


def completed(words: str) -> list[str]:
    """What bash is told to offer for the last of these words; types of files are named as such."""
    typed = shlex.split(words)
    env = {"_JOURNEYS_COMPLETE": "bash_complete", "COMP_WORDS": words}
    at = len(typed) if words.endswith(" ") else len(typed) - 1
    output = CliRunner().invoke(main, [], prog_name="journeys", env=env | {"COMP_CWORD": str(at)}).output
    return [value or type for type, _, value in (line.partition(",") for line in output.splitlines())]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("journeys ", [*MODULES]),
        ("journeys ex", ["explain", "export"]),
        ("journeys export ", sorted(["changes", "codeowners", "issues", "llms", "pdf", "png", "svg", *EXPORTS])),
        ("journeys new ", ["journey", "persona", "opportunity", "evidence", "metric"]),
        ("journeys explain no-", ["no-low-point"]),
        ("journeys explain yaml-t", ["yaml-tag", "yaml-top-level"]),
        ("journeys explain ", [*(rule.id for rule in RULES), *LOADING_RULES]),
        ("journeys check --format ", [*FORMATS]),
        ("journeys check --format g", ["github", "gitlab"]),
        ("journeys check --fail-on w", ["warning"]),
        ("journeys check --fo", ["--format"]),
        ("journeys build --ou", ["--output"]),
        ("journeys check --root ", ["dir"]),
        ("journeys check ", ["file"]),
        ("journeys completion ", [*SHELLS]),
        ("journeys new nonsense buy-it --", ["--title", "--group", "--root", "--journeys-dir", "--quiet", "--help"]),
    ],
)
def test_the_word_that_is_being_typed_is_completed(words: str, offered: list[str]) -> None:
    assert completed(words) == offered


def test_the_name_of_a_command_is_completed_without_loading_any() -> None:
    source = (
        "import sys; from mkdocs_journeys.cli import main\n"
        "try: main(prog_name='journeys')\n"
        "except SystemExit: pass\n"
        "assert not {name for name in sys.modules if name.startswith(('pydantic', 'yaml', 'mkdocs_journeys.lint'))}"
    )
    env = {"_JOURNEYS_COMPLETE": "bash_complete", "COMP_WORDS": "journeys ", "COMP_CWORD": "1"}
    assert "plain,check" in run([PYTHON, "-c", source], env=env).stdout


def test_a_word_of_one_command_loads_no_other() -> None:
    source = (
        "import sys; from mkdocs_journeys.cli import main\n"
        "try: main(prog_name='journeys')\n"
        "except SystemExit: pass\n"
        "ours = sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('mkdocs_journeys.cli.'))\n"
        "assert ours == ['common', 'lazy', 'reference'], ours"
    )
    env = {"_JOURNEYS_COMPLETE": "bash_complete", "COMP_WORDS": "journeys explain no-", "COMP_CWORD": "2"}
    assert "no-low-point" in run([PYTHON, "-c", source], env=env).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"_JOURNEYS_COMPLETE={shell}_complete" in result.output


def test_of_another_shell_nothing_is_known() -> None:
    result = CliRunner().invoke(main, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.output


def in_shell(shell: str, folder: Path, script: str) -> list[str]:
    """The lines that a script prints in a shell that knows our command and no settings of anybody."""
    flags = {"bash": ("--norc", "--noprofile"), "zsh": ("--no-rcs",), "fish": ("--no-config",)}[shell]
    env = {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder)}
    return run([shell, *flags, "-c", script], cwd=folder, env=env).stdout.split()


BASH = """
eval "$(journeys completion bash)"
COMP_WORDS=({words}) COMP_CWORD={at}
_journeys_completion journeys
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "offered"), [("journeys che", ["check"]), ("journeys explain no-", ["no-low-point"]), ("journeys zz", [])]
)
def test_bash_completes(words: str, offered: list[str], tmp_path: Path) -> None:
    assert in_shell("bash", tmp_path, BASH.format(words=words, at=len(words.split()) - 1)) == offered


@pytest.mark.slow
def test_bash_knows_for_which_command(tmp_path: Path) -> None:
    script = 'eval "$(journeys completion bash)"; complete -p journeys'
    assert in_shell("bash", tmp_path, script)[-3:] == ["-F", "_journeys_completion", "journeys"]


@needs["zsh"]
@pytest.mark.slow
def test_zsh_takes_the_script_and_asks_with_it(tmp_path: Path) -> None:
    script = """
autoload -Uz compinit && compinit -u -D
eval "$(journeys completion zsh)"
print -r -- $_comps[journeys]
compadd() { print -r -- $completions }
_describe() { print -r -- ${completions_with_descriptions%%:*} }
words=(journeys ex) CURRENT=2
_journeys_completion
"""
    assert in_shell("zsh", tmp_path, script) == ["_journeys_completion", "explain", "export"]


@needs["fish"]
@pytest.mark.slow
def test_fish_completes(tmp_path: Path) -> None:
    script = "journeys completion fish | source; complete --do-complete 'journeys explain no-' | string split -f1 \\t"
    assert in_shell("fish", tmp_path, script) == ["no-low-point"]
