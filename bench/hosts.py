"""What is measured side by side: our plugin, and the same content as Markdown through stock Material and Zensical."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.measure import CommandFailedError

PINS = Path(__file__).with_name("zensical.txt")
ROOT = PINS.parent.parent
OUR_CONFIG = """\
site_name: Customer journeys
theme:
  name: material
  font: false
  features: [navigation.tabs, content.action.edit]
plugins: [search, journeys]
markdown_extensions:
  - attr_list
  - tables
  - toc: {permalink: true}
  - pymdownx.superfences
"""


@dataclass(frozen=True, slots=True)
class Host:
    """One way from an atlas to a site.

    `prepared` makes the folder to build from an atlas; it is not timed. `cap` is the largest atlas measured
    unless asked for; `fresh` are the folders that must not be there before, the site first.
    """

    key: str
    title: str
    prepared: Callable[[Path], Path]
    command: Callable[[], list[str]]
    cap: int | None = None
    fresh: tuple[str, ...] = ("site",)


def program(name: str) -> str:
    """A command of the environment that runs this."""
    return str(Path(sys.executable).parent / name)


def our_site(atlas: Path) -> Path:
    """The atlas' own folder, with a configuration."""
    (atlas / "docs").mkdir(exist_ok=True)
    (atlas / "mkdocs.yml").write_text(OUR_CONFIG, encoding="utf-8")
    return atlas


def markdown_folder(atlas: Path) -> Path:
    """Where an atlas is kept as Markdown."""
    return atlas.with_name(f"{atlas.name}-markdown")


def markdown_site(atlas: Path) -> Path:
    """A folder beside the atlas that holds it as Markdown."""
    folder = markdown_folder(atlas)
    if not folder.exists():
        run_quietly([sys.executable, "-m", "bench.markdown_site", str(atlas), str(folder)])
    return folder


def zensical() -> list[str]:
    """The command of Zensical in an environment of its own, which is made when it is not there."""
    name = f"zensical-{sha256(PINS.read_bytes()).hexdigest()[:8]}"
    folder = ROOT / ".cache" / "bench" / name
    ready, binaries = folder / ".ready", folder / "bin"
    if not ready.exists():
        run_quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", str(PINS)]
        run_quietly([str(binaries / "python"), *install])
        ready.touch()
    return [str(binaries / "zensical"), "build", "--clean"]


def run_quietly(command: list[str], folder: Path = ROOT) -> None:
    """Runs what is not measured, in a process of its own so that ours stays small. Raises CommandFailedError."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise CommandFailedError(
            f"{' '.join(command)} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-2000:]}"
        )


def mkdocs() -> list[str]:
    """The command of MkDocs."""
    return [program("mkdocs"), "build", "--quiet"]


HOSTS = (
    Host("a", "our plugin, MkDocs + Material", our_site, mkdocs),
    Host("b", "Markdown in the nav, MkDocs + Material", markdown_site, mkdocs, cap=1000),
    Host("c", "the same Markdown, Zensical", markdown_site, zensical, fresh=("site", ".cache")),
)
