"""What is measured side by side: our plugin, the script that a user would write, and our Markdown through Zensical."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.markdown_site import CONFIG
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
SERVED = {
    "plain": OUR_CONFIG,
    "hook": f"{OUR_CONFIG}hooks: [hook.py]\n",
    "snippets": f"{OUR_CONFIG}  - pymdownx.snippets\n",
    "tags": OUR_CONFIG.replace("[search, journeys]", "[search, tags, journeys]"),
}
"""Configurations for `mkdocs serve`: ours, and with what often stands beside it."""
HOOK = "def on_page_content(html, page, config, files):\n    return html\n"
WRITTEN_CONFIG = """\
site_name: Customer journeys
theme:
  name: material
  font: false
  features: [navigation.tabs]
extra_css: [assets/journeys/journeys.css]
extra_javascript: [assets/journeys/journeys.js, assets/journeys/mermaid-theme.js]
markdown_extensions: [attr_list]
nav:
  - Journeys: [index.md, journeys.md, personas.md, hand-offs.md]
  - Work: [pains.md, board.md, opportunities.md, outcomes.md, metrics.md]
  - Proof: [evidence.md, catalog.md]
"""
SCRIPT = """\
import sys
from pathlib import Path

from mkdocs.structure.files import File

sys.path.insert(0, {root!r})
from bench.markdown_site import markdown_pages


def on_files(files, config):
    for name, text in markdown_pages(Path({atlas!r})):
        files.append(File.generated(config, name, content=text))
    return files
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


def our_site(atlas: Path, served: str = "plain") -> Path:
    """The atlas' own folder, with a configuration."""
    (atlas / "docs").mkdir(exist_ok=True)
    if served == "tags":
        (atlas / "docs" / "tags.md").write_text("# Tags\n\n<!-- material/tags -->\n", encoding="utf-8")
    (atlas / "hook.py").write_text(HOOK, encoding="utf-8")
    (atlas / "mkdocs.yml").write_text(SERVED[served], encoding="utf-8")
    return atlas


def beside(atlas: Path, name: str) -> Path:
    """A folder for a site of the atlas, beside it."""
    folder = atlas.with_name(f"{atlas.name}-{name}")
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    return folder


def script_site(atlas: Path) -> Path:
    """A site whose pages a script makes of the atlas while MkDocs builds, as mkdocs-gen-files has it."""
    folder = beside(atlas, "script")
    (folder / "pages.py").write_text(SCRIPT.format(root=str(ROOT), atlas=str(atlas)), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{CONFIG}hooks: [pages.py]\n", encoding="utf-8")
    return folder


def written_site(atlas: Path) -> Path:
    """A site of what `journeys build` writes, with our style and scripts."""
    folder = beside(atlas, "written")
    (folder / "mkdocs.yml").write_text(WRITTEN_CONFIG, encoding="utf-8")
    (folder / "atlas").unlink(missing_ok=True)
    (folder / "atlas").symlink_to(atlas, target_is_directory=True)
    return folder


def zensical() -> list[str]:
    """Our Markdown, then Zensical, which has an environment of its own that is made when it is not there."""
    binaries = environment(PINS)
    writes = f"{program('journeys')} build --root atlas --output docs"
    return ["sh", "-c", f"{writes} && exec {binaries / 'zensical'} build --clean"]


def environment(pins: Path) -> Path:
    """The folder of programs of an environment with the packages of a file; it is made when it is not there."""
    folder = ROOT / ".cache" / "bench" / f"{pins.stem}-{sha256(pins.read_bytes()).hexdigest()[:8]}"
    ready, binaries = folder / ".ready", folder / "bin"
    if not ready.exists():
        run_quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", str(pins)]
        run_quietly([str(binaries / "python"), *install])
        ready.touch()
    return binaries


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
    Host("b", "a script that makes Markdown, all in the nav, MkDocs + Material", script_site, mkdocs, cap=1000),
    Host("c", "`journeys build`, then Zensical", written_site, zensical, fresh=("site", "docs", ".cache")),
)
