"""A page that notes down everything that should not happen while it is open."""

import re
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, WebSocket

from support.waiting import LIMIT

Scheme = Literal["light", "dark"]
MATERIAL_SCHEMES: dict[str, str] = {"light": "default", "dark": "slate"}
VIEWPORTS = (360, 1280, 1920)
"""The widths in CSS pixels that every page kind must stand."""

# Material keeps the reader's choice as {"index": n, "color": {…}} under "<path of the site>.__palette".
_CHOOSE_SCHEME = """scheme => {
  const inputs = [...document.querySelectorAll("input[name=__palette]")];
  const index = inputs.findIndex(input => input.dataset.mdColorScheme === scheme);
  if (index < 0) return false;
  const {mdColorMedia: media, mdColorPrimary: primary, mdColorAccent: accent} = inputs[index].dataset;
  __md_set("__palette", {index, color: {media, scheme, primary, accent}});
  return true;
}"""


# Material takes the source of an author's diagram away when the drawing stands in its place; until then all below it
# moves. Our own diagrams wait until they are seen.
_AT_REST = """() => document.readyState === "complete" && document.fonts.status === "loaded"
  && !document.querySelector("pre.mermaid")"""

_STATE = """() => [location.href, innerWidth, innerHeight, scrollX, scrollY, matchMedia("print").matches,
  document.querySelectorAll("details[open]").length, document.querySelectorAll(":checked").length,
  document.activeElement?.outerHTML.slice(0, 100)]"""


@dataclass
class WatchedPage:
    """A browser page of its own, and what went wrong in it so far, one line each, in `problems`."""

    base: str
    page: Page
    scheme: Scheme
    javascript: bool
    problems: list[str] = field(default_factory=list)

    def open(self, path: str) -> "WatchedPage":
        """Go to a path of the site ("journeys/buy/#map") and wait until nothing on it moves any more."""
        self.page.goto(f"{self.base}/{path.lstrip('/')}")
        if self.javascript and self._body_scheme() not in (None, MATERIAL_SCHEMES[self.scheme]):
            assert self.page.evaluate(_CHOOSE_SCHEME, MATERIAL_SCHEMES[self.scheme]), "no such palette"
            self.page.reload()
        if self.javascript:
            self.page.wait_for_function(_AT_REST)
        return self

    def switch_to(self, scheme: Scheme) -> None:
        """Change the scheme of the open page: of the system, and by the switch in the header where there is one."""
        self.page.emulate_media(color_scheme=scheme)
        if self._body_scheme() is not None:
            name = MATERIAL_SCHEMES[scheme]
            self.page.locator(f"input[data-md-color-scheme={name}]").dispatch_event("click")
            self.page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=name)
        self.scheme = scheme

    def assert_clean(self) -> None:
        """Fail with every recorded problem; nothing recorded, nothing happens."""
        assert not self.problems, "\n".join([self.page.url, *self.problems])

    def state(self) -> list[object]:
        """What a test that only reads leaves alone: address, size, place, medium, open folds, choices and focus."""
        found: list[object] = self.page.evaluate(_STATE)
        return found

    def _body_scheme(self) -> str | None:
        return self.page.locator("body").get_attribute("data-md-color-scheme")


def watch(
    browser: Browser, base: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
) -> WatchedPage:
    """A fresh page `width` CSS pixels wide in its own context; requests to another host are noted down.

    The browser of the tests knows no other host. Refusing each request here would take the page its cache.

    Close it with `watched.page.context.close()`.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 740},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
        service_workers="block",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.set_default_timeout(LIMIT * 1000)
    watched = WatchedPage(base=base, page=context.new_page(), scheme=scheme, javascript=javascript)
    _record(watched)
    return watched


def _record(watched: WatchedPage) -> None:
    problems = watched.problems
    other_host = re.compile(f"https?://(?!{re.escape(watched.base.removeprefix('http://'))}/)")

    def asked(request: Request) -> None:
        if other_host.match(request.url):
            problems.append(f"request to another host: {request.url}")

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "assert"):
            problems.append(f"console {message.type}: {message.text}")

    def failed(request: Request) -> None:
        # A page that is left while it loads aborts its own requests; that is no fault.
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"request failed: {request.url} {request.failure}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            problems.append(f"answer {response.status}: {response.url}")

    def socket(opened: WebSocket) -> None:
        problems.append(f"web socket: {opened.url}")

    watched.page.context.on("request", asked)
    watched.page.on("console", console)
    watched.page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    watched.page.on("requestfailed", failed)
    watched.page.on("response", answered)
    watched.page.on("websocket", socket)
