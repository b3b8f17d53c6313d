"""An installed Chromium that is started for one document of ours at a time, cut off from the network."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import click

from mkdocs_journeys.wording import terminal_safe

NAMES = (
    *("chromium-headless-shell", "headless-shell", "headless_shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"),
)
"""What the program is called where it is on the path, the smallest first."""
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
"""Where it is below the folders of programs."""
FLAGS = (
    *(
        "--headless",
        "--disable-gpu",
        "--hide-scrollbars",
        "--mute-audio",
        "--no-first-run",
        "--no-default-browser-check",
    ),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"),
    *("--disable-breakpad", "--disable-dev-shm-usage", "--password-store=basic", "--use-mock-keychain"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--disable-quic"),
)
NO_SANDBOX = "--no-sandbox"
WAIT, WAIT_FOR_PAGE = 60.0, 3.0
"""The seconds after which a Chromium is taken to hang, and those that each page of a document adds."""
_LETTERS = 300


class NoBrowserError(click.ClickException):
    """There is no Chromium to start."""

    exit_code = 2


class Chromium:
    """A Chromium at `path`. Each call starts it with a profile of its own, and leaves neither process nor profile."""

    def __init__(self, path: str, *, quiet: bool = False) -> None:
        self.path, self.quiet = path, quiet
        self._extra: tuple[str, ...] = (NO_SANDBOX,) if is_root() else ()
        self._is_told = False

    def print_pdf(self, document: Path, target: Path, pages: int, *, draft: bool = False) -> None:
        """Print a document of so many pages of a site; a draft has no outline. Raises ClickException."""
        how = "--disable-pdf-tagging" if draft else "--generate-pdf-document-outline"
        self._make(document, target, ["--no-pdf-header-footer", how, f"--print-to-pdf={target}"], pages)

    def photograph(self, document: Path, target: Path, size: tuple[int, int], scale: float) -> None:
        """Write the upper left part of a document of a size in CSS pixels as a PNG. Raises ClickException."""
        wanted = [f"--window-size={size[0]},{size[1]}", f"--force-device-scale-factor={scale:g}"]
        self._make(document, target, [*wanted, f"--screenshot={target}"], 1)

    def dom_of(self, document: Path, size: tuple[int, int]) -> str:
        """The HTML of a document after its scripts have run, in a window of that size. Raises ClickException."""
        return self._run(document, [f"--window-size={size[0]},{size[1]}", "--dump-dom"], 1)

    def _make(self, document: Path, target: Path, wanted: Sequence[str], pages: int) -> None:
        said = self._run(document, wanted, pages)
        if not target.is_file() or not target.stat().st_size:
            raise click.ClickException(self._failed("ended without a result", said))

    def _run(self, document: Path, wanted: Sequence[str], pages: int) -> str:
        """What Chromium printed for a document."""
        if NO_SANDBOX in self._extra:
            self._tell_of_sandbox("as root")
        code, out, err = self._start(document, wanted, pages)
        if code and "sandbox" in err.casefold() and NO_SANDBOX not in self._extra:
            self._extra = (NO_SANDBOX,)
            self._tell_of_sandbox("on this system")
            code, out, err = self._start(document, wanted, pages)
        if code:
            raise click.ClickException(self._failed(f"failed with exit code {code}", err))
        return out

    def _start(self, document: Path, wanted: Sequence[str], pages: int) -> tuple[int, str, str]:
        """The exit code and what was printed to both outputs."""
        with TemporaryDirectory(prefix="journeys-chromium-", ignore_cleanup_errors=True) as profile:
            command = [self.path, *FLAGS, *self._extra, f"--user-data-dir={profile}", *wanted, document.as_uri()]
            out, err = Path(profile, "printed.out"), Path(profile, "printed.err")
            with out.open("wb") as output, err.open("wb") as errors:
                try:
                    with _started(command, output.fileno(), errors.fileno()) as process:
                        code = process.wait(WAIT + WAIT_FOR_PAGE * pages)
                except subprocess.TimeoutExpired as error:
                    said = f"did not end within {error.timeout:.0f} seconds and was stopped"
                    raise click.ClickException(self._failed(said, "")) from None
                except OSError as error:
                    said = f"cannot be started: {error.strerror or error}"
                    raise NoBrowserError(f"{terminal_safe(self.path)} {said}. {_HOW}") from None
            return code, out.read_text("utf-8", "replace"), err.read_text("utf-8", "replace")

    def _failed(self, what: str, said: str) -> str:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        last = f" It said: {terminal_safe(lines[-1][:_LETTERS])}" if lines else ""
        return f"Chromium ({terminal_safe(self.path)}) {what}. Nothing was written.{last}"

    def _tell_of_sandbox(self, where: str) -> None:
        if not self.quiet and not self._is_told:
            click.echo(
                f"Chromium cannot use its sandbox {where}: it runs without. It opens files of ours alone.", err=True
            )
        self._is_told = True


_HOW = (
    "Install Chromium, Google Chrome or Microsoft Edge (Debian and Ubuntu: apt install chromium), "
    "or name the program with --browser or in the environment variable CHROME."
)


def find_chromium(named: str = "", *, quiet: bool = False) -> Chromium:
    """The Chromium of this path or name; without one, the first that is installed. Raises NoBrowserError."""
    if named:
        found = shutil.which(named)
        if not found:
            raise NoBrowserError(f"There is no program {terminal_safe(named)}. {_HOW}")
        return Chromium(found, quiet=quiet)
    for name in (*NAMES, *usual_places(sys.platform, os.environ)):
        if found := shutil.which(name):
            return Chromium(found, quiet=quiet)
    raise NoBrowserError(f"This takes an installed Chromium, and none was found. {_HOW}")


def usual_places(platform: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Where installers put it on systems whose path does not lead there."""
    if platform == "darwin":
        yield from MAC
    if platform == "win32":
        roots = [environment.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        yield from (rf"{root}\{place}" for root in roots if root for place in WINDOWS)


def is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


@contextmanager
def _started(command: Sequence[str], output: int, errors: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, which ends with the block, whatever ends that."""
    with _ending_on_sigterm():
        process = subprocess.Popen(  # noqa: S603 - the program that the user has or names
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, start_new_session=True
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    process.wait()


@contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    """Let the signal that stops a job end blocks in their order."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
