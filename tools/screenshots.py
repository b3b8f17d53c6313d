"""Takes the pictures of the README and the guide from the example atlas: `make screenshots`, or ONLY="map home"."""

import base64
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from comment_picture import comment_picture
from editor_picture import editor_pictures
from playwright.sync_api import Browser, Page, sync_playwright
from preview_picture import preview_site

from browser.support_page import Scheme, watch
from browser.support_site import served

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "site_src" / "guide" / "img"
BOTH: tuple[Scheme, ...] = ("light", "dark")
LARGEST = 250_000
SHARPNESS = 1.5
"""Pixels of the picture to one of CSS."""
QUALITIES = (90, 80, 70, 60)
DRAWN = "!document.querySelector('pre.mermaid')"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@dataclass(frozen=True)
class Shot:
    """A picture of a page: of the window, or of the element `selector` down to the end of `until` in it.

    `width` and `height` are the window's in CSS pixels; `focus` is an element that a keyboard has come to.
    """

    name: str
    path: str
    selector: str = ""
    until: str = ""
    width: int = 1440
    height: int = 1000
    schemes: tuple[Scheme, ...] = BOTH
    focus: str = ""


PREVIEW = Shot(
    "preview",
    "journeys/try-before-paying/",
    ".journeys-map",
    until=".journeys-lane-pains",
    focus=".journeys-felt button, .journeys-felt [tabindex]",
)
SHOTS = (
    Shot("map", "journeys/try-before-paying/", ".journeys-map", until=".journeys-lane-pains"),
    Shot("actors", "journeys/buy-and-clear-security/", ".journeys-map", until=".journeys-felt"),
    Shot("ways", "journeys/pay-and-change-plan/", ".journeys-map", until=".journeys-felt"),
    Shot("journey", "journeys/try-before-paying/", height=1040, schemes=("dark",)),
    Shot("home", "", height=1040, schemes=("light",)),
    Shot("persona", "personas/noemie-studio-lead/", height=1040, schemes=("light",)),
    Shot("backlog", "pains/", height=1040, schemes=("light",)),
    Shot("blueprint", "journeys/get-help-when-sync-stops/?preset=blueprint", height=1000),
    Shot("short", "journeys/small-firm-end-to-end/?preset=short", height=900),
    Shot("full", "journeys/try-before-paying/?full=1", height=900, schemes=("light",)),
    Shot("story", "journeys/try-before-paying/", width=390, height=1300),
    Shot("tomorrow", "journeys/first-week-guided/", ".journeys-map", until=".journeys-felt"),
    Shot("touchpoint", "touchpoints/pricing-page/", height=1100),
    Shot("team", "teams/customer-success/", height=1300, schemes=("light",)),
    Shot("below", "journeys/try-before-paying/#pains", height=1000),
)
LANGUAGES = {"de": "german", "ar": "arabic"}
"""Languages in which the map has a picture of its own, by the name of the picture."""


def main() -> None:
    """Build the sites, take every picture that is asked for in each of its schemes, and say how large it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    only = sys.argv[1:]
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for folder, shots in sites(Path(temporary), only):
            with served(folder) as address:
                for path, data in pictures(browser, address, shots):
                    keep(path, data)
        drawn_pictures(browser, only)
        browser.close()


def sites(folder: Path, only: Sequence[str]) -> Iterator[tuple[Path, list[Shot]]]:
    """Each site that is needed, built, with what is taken of it: the pictures of these names, all for none."""

    def wanted(*shots: Shot) -> list[Shot]:
        return [shot for shot in shots if not only or shot.name in only]

    if shots := wanted(*SHOTS):
        yield built(ROOT, folder / "site"), shots
    if shots := wanted(PREVIEW):
        yield preview_site(folder), shots
    for language, name in LANGUAGES.items():
        if shots := wanted(Shot(name, "journeys/try-before-paying/", height=900, schemes=("light",))):
            yield built(in_language(language, folder / name), folder / f"{name}-site"), shots


def drawn_pictures(browser: Browser, only: Sequence[str]) -> None:
    """Pictures of what is no page of a site: the comment on a pull request, and the editor."""
    for scheme in BOTH:
        if not only or "comment" in only:
            page = comment_picture(browser, scheme)
            keep(FOLDER / f"comment-{scheme}.webp", picture(page, Shot("comment", "", "article", until="main")))
            page.context.close()
        if only:
            continue
        for name, screen in editor_pictures(browser, scheme):
            keep(FOLDER / f"{name}-{scheme}.webp", picture(screen, Shot(name, "", "article", until="pre")))
            screen.context.close()


def keep(path: Path, picture: bytes) -> None:
    """Write a picture and say how large it is."""
    path.write_bytes(picture)
    print(f"{path.relative_to(ROOT).as_posix()} {len(picture) // 1000} kB")


def built(project: Path, folder: Path) -> Path:
    """An atlas as a site; not strict, for the pictures that the guide shows may not be there yet."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=project, check=True)  # noqa: S603
    return folder


def in_language(language: str, folder: Path) -> Path:
    """The project of the example atlas with the theme, and so our words, in another language."""
    for name in ("journeys", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = f"  name: material\n  language: {language}\n"
    (folder / "mkdocs.yml").write_text(settings.replace("  name: material\n", theme, 1), encoding="utf-8")
    return folder


def chromium() -> str:
    """The path of the installed browser."""
    tool = ROOT / "tools" / "ensure_browser.sh"
    return subprocess.run([str(tool)], capture_output=True, text=True, check=True).stdout.split("\n")[0]  # noqa: S603


def pictures(browser: Browser, address: str, shots: Iterable[Shot]) -> Iterator[tuple[Path, bytes]]:
    """Each picture with the path that it belongs to."""
    for shot in shots:
        for scheme in shot.schemes:
            watched = watch(browser, address, width=shot.width, scheme=scheme)
            watched.page.set_viewport_size({"width": shot.width, "height": shot.height})
            watched.open(shot.path)
            watched.page.wait_for_function(DRAWN)
            if shot.selector:
                watched.page.add_style_tag(content=".journeys-on-page { display: none; }")
            if shot.focus:
                watched.page.locator(shot.focus).first.evaluate("element => element.focus({preventScroll: true})")
            yield FOLDER / f"{shot.name}-{scheme}.webp", picture(watched.page, shot)
            watched.page.context.close()


def picture(page: Page, shot: Shot) -> bytes:
    """WebP at the best quality that is small enough."""
    session = page.context.new_cdp_session(page)
    options = {"format": "webp", "captureBeyondViewport": True, "clip": clip(page, shot)}
    for quality in QUALITIES:
        answer = session.send("Page.captureScreenshot", {**options, "quality": quality})
        data = base64.b64decode(answer["data"])
        if len(data) < LARGEST:
            return data
    raise SystemExit(f"{shot.name} is larger than {LARGEST:,} bytes at any quality")


def clip(page: Page, shot: Shot) -> dict[str, float]:
    """The part of the page to show, in CSS pixels from its top left."""
    if not shot.selector:
        y = float(page.evaluate("scrollY"))
        return {"x": 0, "y": y, "width": shot.width, "height": shot.height, "scale": SHARPNESS}
    x, y, width, _ = box(page, shot.selector)
    _, last, _, height = box(page, f"{shot.selector} {shot.until}")
    return {"x": x, "y": y, "width": width, "height": last + height - y, "scale": SHARPNESS}


def box(page: Page, selector: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of an element, from the top left of the page."""
    found = page.locator(selector).first.bounding_box()
    if found is None:
        raise SystemExit(f"{selector} is not to be seen on {page.url}")
    top = found["y"] + float(page.evaluate("scrollY"))
    return found["x"], top, found["width"], found["height"]


if __name__ == "__main__":
    main()
