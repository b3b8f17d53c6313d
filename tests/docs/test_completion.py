"""What the guide tells people to add to the settings of their shell lets it complete our command."""

import shutil
from pathlib import Path

import pytest

from docs.support_documents import Block, blocks_of
from docs.support_terminal import walk
from support.processes import BIN, run

SETTINGS = {"sh": ("bash", "--norc"), "zsh": ("zsh", "--no-rcs"), "fish": ("fish", "--no-config")}
"""Languages of blocks that are settings of a shell, and that shell without those of anybody."""
KNOWN = {
    "sh": "complete -p journeys",
    "zsh": "print -r -- $_comps[journeys]",
    "fish": "complete --do-complete 'journeys explain no-'",
}
"""What prints whether the shell knows how to complete."""
SAYS = {"sh": "_journeys_completion journeys", "zsh": "_journeys_completion", "fish": "no-low-point"}
PAGE = Path(__file__).resolve().parents[2] / "site_src/guide/completion.md"
BLOCKS = [block for block in blocks_of(PAGE) if block.language in SETTINGS]


def test_there_are_lines_for_every_shell() -> None:
    assert [block.language for block in BLOCKS] == ["sh", "zsh", "fish", "sh"]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.text.split()[0])
def test_with_these_lines_the_shell_completes(block: Block, guide: Path, tmp_path: Path) -> None:
    shell, flag = SETTINGS[block.language]
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    walk(guide / "completion.md", tmp_path)
    home = tmp_path / "project"
    env = {"HOME": str(home), "PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin"}
    done = run([shell, flag, "-c", f"{block.text}\n{KNOWN[block.language]}"], cwd=home, env=env)
    assert SAYS[block.language] in done.stdout
