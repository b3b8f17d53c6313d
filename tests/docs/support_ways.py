"""How each fenced block of the documents is tried. A new sort of block gets a line here, and a test that tries it."""

import re
from typing import NamedTuple

from docs.support_documents import Block
from mkdocs_journeys.site.blocks.scanning import BLOCKS


class Way(NamedTuple):
    """Blocks of this language with a title like this are tried in this way."""

    language: str
    title: str
    way: str

    def fits(self, block: Block) -> bool:
        """Whether it speaks of this block."""
        return block.language == self.language and re.fullmatch(self.title, block.title) is not None


ATLAS, PART, SITE, RECIPE, WORDS, COMMANDS, ELSEWHERE = "atlas", "part", "site", "recipe", "words", "commands", "else"
WAYS = (
    # Files of an atlas: the page's project is loaded with them, and has no mistake.
    Way("yaml", r"journeys/.+\.yml", ATLAS),
    Way("python", r"make_export\.py", COMMANDS),
    Way("text", r"handbook/.+\.md", COMMANDS),
    Way("csv", r"exports/.+\.csv", COMMANDS),
    Way("json", r"exports/.+\.canvas", COMMANDS),
    Way("xml", r"exports/.+\.xml", COMMANDS),
    Way("text", r"interviews/.+\.txt", COMMANDS),
    Way("json", r"interviews/.+\.json", COMMANDS),
    Way("csv", r"journeys/metrics/.+\.csv", ATLAS),
    Way("csv", r"exports/.+\.csv", COMMANDS),
    # Some keys of such a file: they take the place of those in the tutorial's project.
    Way("yaml", r"journeys/.+\.yml \(part\)", PART),
    # Settings of MkDocs, whole or in part: MkDocs reads them, with the options of our plugin.
    Way("yaml", r"mkdocs(\.site)?\.yml( \(part\))?", SITE),
    # Files for other programs: test_recipes.py.
    Way("yaml", r"\.github/workflows/[\w-]+\.yml( \(part\))?", RECIPE),
    Way("yaml", r"\.gitlab-ci\.yml( \(part\))?", RECIPE),
    Way("yaml", r"\.pre-commit-config\.yaml( \(part\))?", RECIPE),
    Way("yaml", r"catalog-info\.yaml|app-config\.yaml \(part\)", RECIPE),
    Way("nginx", r"nginx\.conf \(part\)", RECIPE),
    Way("apache", r"apache\.conf \(part\)", RECIPE),
    Way("dockerfile", r"Dockerfile", RECIPE),
    Way("text", r"requirements\.txt|Content-Security-Policy|\.gitattributes", RECIPE),
    # Commands, and what they print: test_commands.py, in the order of the page.
    Way("bash", r"", COMMANDS),
    Way("console", r"", COMMANDS),
    # Words for people.
    Way("markdown", r"docs/.+\.md", WORDS),
    Way("text", r"A Mermaid user journey", WORDS),
    Way("text", r"A prompt for .+", WORDS),
    # Tried where the thing itself is tested: test_editor.py, test_language_server.py, test_rule_settings.py,
    # test_architecture.py, test_assistants.py, test_completion.py, test_from_interviews.py, test_own_pages.py,
    # tests/lsp/sessions/test_neovim.py; and what a command writes in each format, test_formats.py.
    Way("diff", r"", ELSEWHERE),
    Way("json", r"", ELSEWHERE),
    Way("mermaid", r"", ELSEWHERE),
    Way("text", r"", ELSEWHERE),
    *(Way(name, r"", ELSEWHERE) for name in BLOCKS),
    Way("xml", r"", ELSEWHERE),
    Way("text", r"What the gate says", ELSEWHERE),
    Way("yaml", r"The (study|journey) that comes out", ELSEWHERE),
    Way("json", r"\.vscode/settings\.json( \(part\))?", ELSEWHERE),
    Way("json", r"(\.vscode/|\.)mcp\.json", ELSEWHERE),
    Way("lua", r"init\.lua \(part\)", ELSEWHERE),
    Way("toml", r"languages\.toml", ELSEWHERE),
    Way("sh", r"~/\.bashrc", ELSEWHERE),
    Way("zsh", r"~/\.zshrc", ELSEWHERE),
    Way("fish", r"~/\.config/fish/config\.fish", ELSEWHERE),
    Way("toml", r"pyproject\.toml", ELSEWHERE),
)

NOT_RUN = {
    "journeys ack": "takes a change that was made; test_review.py makes one",
    "make ": "these work on this repository, and are what runs this test",
    "journeys build --output docs --watch": "runs until somebody stops it; tests/cli/test_build.py does",
    "zensical ": "is 90 MB and no program of ours; bench/hosts.py runs it",
    "mkdocs serve": "runs until somebody stops it; tests/mkdocs/serve/test_live_reload.py does",
    "python3 -m venv": "the environment of the tests stands in for it",
    ". .venv/bin/activate": "the environment of the tests stands in for it",
    "pip ": "asks a registry, or an address that is made up",
    "cd editors/vscode": "is in our repository; `make test-editors` works there",
    "npm ": "asks a registry; `make test-editors` does",
    "code ": "is no program of ours",
    "export ": "names a proxy, a mirror and a token that are made up",
    "gh ": "asks GitHub; tests/trackers/test_sync.py reads what it prints",
    "sh issues.sh": "asks GitHub; tests/trackers/test_script.py has a stand-in",
    "journeys export issues --to github --project": "asks GitHub; tests/cli/exchange/test_issues.py has a stand-in",
    "journeys export pdf": "takes a browser; tests/browser/test_printing.py has one",
    "journeys export png": "takes a browser; tests/browser/test_printing.py has one",
    "pre-commit install": "is no program of ours; test_recipes.py reads the file that it wants",
    "git push": "sends to a server that is made up",
}
"""Beginnings of commands that no test runs, and why."""


def way_of(block: Block) -> str:
    """How a block is tried; "" where nobody said."""
    return next((way.way for way in WAYS if way.fits(block)), "")


def reason_not_to_run(line: str) -> str:
    """Why no test runs this command; "" where one does."""
    return next((why for start, why in NOT_RUN.items() if line.startswith(start)), "")
