"""The language server in Neovim: a real editor in a terminal of our own, its screen as a page to take pictures of."""

import html
import os
import pty
import select
import shutil
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import ioctl
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ

import pyte
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "site_src" / "guide" / "recipes" / "journeys.lua"
JOURNEY = "journeys/maps/try-before-paying.yml"
COLUMNS, ROWS = 118, 21
LIMIT = 60.0
ESCAPE = "\x1b"
READY = "language server"
READY_WHEN = f"""
function! Ready()
  let able = "not vim.tbl_isempty(vim.tbl_filter(function(it) return it.server_capabilities ~= nil"
  return luaeval(able . " and it.server_capabilities.hoverProvider end, vim.lsp.buf_get_clients()))") ? "{READY}" : ""
endfunction
"""
COLOURS = {
    "light": {"paper": "#ffffff", "ink": "#24292f", "key": "#4051b5", "text": "#0f6b5c", "soft": "#6b7280"}
    | {"bar": "#eef0fb", "picked": "#dfe3f8", "error": "#b3261e", "warning": "#8a5a00", "line": "#f6f7fd"},
    "dark": {"paper": "#1e2129", "ink": "#e6e8ee", "key": "#9fa8f0", "text": "#7fd1bf", "soft": "#9aa1ad"}
    | {"bar": "#2a2e3a", "picked": "#3b4260", "error": "#ff8a80", "warning": "#f2c063", "line": "#252935"},
}
"""By scheme: the colours of the guide, for what Neovim shows."""
GROUPS = {
    "Normal": ("ink", "paper"),
    "NormalFloat": ("ink", "bar"),
    "Pmenu": ("ink", "bar"),
    "PmenuSel": ("ink", "picked"),
    "CursorLine": ("", "line"),
    "LineNr": ("soft", ""),
    "CursorLineNr": ("ink", "line"),
    "SignColumn": ("soft", "paper"),
    "EndOfBuffer": ("paper", ""),
    "Comment": ("soft", ""),
    "yamlBlockMappingKey": ("key", ""),
    "yamlFlowMappingKey": ("key", ""),
    "yamlPlainScalar": ("text", ""),
    "yamlFlowString": ("text", ""),
    "yamlFlowStringDelimiter": ("text", ""),
    "yamlInteger": ("text", ""),
    "yamlKeyValueDelimiter": ("soft", ""),
    "yamlFlowIndicator": ("soft", ""),
    "yamlBlockCollectionItemStart": ("soft", ""),
    "NonText": ("soft", ""),
    "markdownCodeDelimiter": ("soft", ""),
    "DiagnosticError": ("error", ""),
    "DiagnosticWarn": ("warning", ""),
    "StatusLine": ("soft", "bar"),
    "MsgArea": ("soft", "paper"),
}
"""Highlight groups of Neovim, each with the colours of its letters and its ground."""


@dataclass(frozen=True)
class EditorShot:
    """A picture: where to go, what to type there, and the words that tell that it is to be seen."""

    name: str
    search: str
    keys: str
    shows: str


SHOTS = (
    EditorShot("editor-completion", "touchpoint: pricing-page", "f:lC p\x18\x0f", "Pricing page, used"),
    EditorShot("editor-problem", "touchpoint: pricing-page", f"A{{BACK}}x{ESCAPE}", "There is no touchpoint"),
    EditorShot("editor-hover", "id: hidden-fees", "ztfh:lua vim.lsp.buf.hover()\r", "Score 100"),
)


class Terminal:
    """A program in a terminal, and what is on its screen."""

    def __init__(self, program: int) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._program = program

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._program, keys.encode())

    def wait(self, look: Callable[[str], bool], keys: str = "") -> None:
        """Wait until the screen shows something and nothing more comes; press keys whenever it does not."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            ready, _, _ = select.select([self._program], [], [], 0.3)
            if ready:
                self._stream.feed(os.read(self._program, 65_536))
            elif look("\n".join(self.screen.display)):
                return
            else:
                self.type(keys)
        raise SystemExit("Neovim never showed it:\n" + "\n".join(self.screen.display))


def editor_pictures(browser: Browser, scheme: str) -> Iterator[tuple[str, Page]]:
    """Each picture's name with a page that shows it, ready to be taken from the element `article`."""
    if not shutil.which("nvim"):
        raise SystemExit("Neovim is not installed; see tools/ensure_neovim.sh.")
    for shot in SHOTS:
        with TemporaryDirectory() as folder, _neovim(Path(folder), scheme) as terminal:
            terminal.wait(lambda screen: READY in screen, ":redrawstatus\r")
            terminal.type(f":call search('\\V{shot.search}', 'c')\rzz")
            terminal.wait(lambda screen, shot=shot: shot.search in screen)
            terminal.type(shot.keys.replace("{BACK}", "\x7f"))
            terminal.wait(lambda screen, shot=shot: shot.shows in screen)
            page = browser.new_context(viewport={"width": 1000, "height": 600}, device_scale_factor=1.5).new_page()
            page.set_content(page_of(terminal.screen, scheme))
            yield shot.name, page


@contextmanager
def _neovim(folder: Path, scheme: str) -> Iterator[Terminal]:
    """Neovim with the settings of the guide and our colours, on a copy of the example atlas."""
    shutil.copytree(ROOT / "journeys", folder / "journeys")
    colours = COLOURS[scheme]
    lines = [
        f"highlight {group} gui=none"
        + "".join(f" {ground}={colours[name]}" for ground, name in (("guifg", letters), ("guibg", behind)) if name)
        for group, (letters, behind) in GROUPS.items()
    ]
    options = "termguicolors number cursorline signcolumn=yes nowrap noshowmode noruler noshowcmd shortmess+=cI"
    setup = [
        f"set {options} background={scheme} completeopt=menuone,noinsert",
        "set laststatus=2 statusline=\\ %f%=%{Ready()}\\ ",
        *lines,
    ]
    (folder / "colours.vim").write_text(
        "\n".join(["syntax on", READY_WHEN, *setup, f"luafile {CONFIG}"]) + "\n", encoding="utf-8"
    )
    command = ["nvim", "--clean", "-n", "-u", str(folder / "colours.vim"), JOURNEY]
    bin_folder = Path(sys.executable).parent
    process, program = pty.fork()
    if process == 0:
        os.chdir(folder)
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        os.execvpe("nvim", command, environment | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"})  # noqa: S606, S607
    try:
        ioctl(program, TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        yield Terminal(program)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(program)


def page_of(screen: pyte.Screen, scheme: str) -> str:
    """A page with the screen in a frame."""
    colours = COLOURS[scheme]
    lines = "\n".join(_line(screen, row, colours) for row in range(ROWS - 1))
    return f"""<style>
      body {{ margin: 0; padding: 8px; background: {colours["paper"]} }}
      article {{ display: inline-block; border: 1px solid {colours["picked"]}; border-radius: 8px; overflow: hidden }}
      span {{ display: inline-block; height: 20px }}
      pre {{ margin: 0; padding: 8px 4px; background: {colours["paper"]}; color: {colours["ink"]};
        font: 13px/20px "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace }}
    </style><article><pre>{lines}</pre></article>"""


def _line(screen: pyte.Screen, row: int, colours: dict[str, str]) -> str:
    cells = [screen.buffer[row][column] for column in range(COLUMNS)]
    cursor = screen.cursor
    styled = [
        (_style(cell, (row, column) == (cursor.y, cursor.x), colours), cell.data) for column, cell in enumerate(cells)
    ]
    spans = ((style, "".join(data for _, data in run)) for style, run in groupby(styled, key=lambda one: one[0]))
    return "".join(f'<span style="{style}">{html.escape(text)}</span>' for style, text in spans)


def _style(cell: pyte.screens.Char, is_cursor: bool, colours: dict[str, str]) -> str:
    letters, ground = _colour(cell.fg, colours["ink"]), _colour(cell.bg, colours["paper"])
    if cell.reverse or is_cursor:
        letters, ground = ground, letters
    weight = ";font-weight:bold" if cell.bold else ""
    line = f";text-decoration:underline {colours['error']}" if cell.underscore else ""
    return f"color:{letters};background:{ground}{weight}{line}"


def _colour(name: str, otherwise: str) -> str:
    if name == "default":
        return otherwise
    return f"#{name}" if len(name) == 6 and all(letter in "0123456789abcdef" for letter in name) else name
