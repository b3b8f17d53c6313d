"""Hostile labels, drawn by the vendored Mermaid and our theme in a browser that reaches nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Route

from mkdocs_journeys.exports.mermaid import diagrams
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.reports.comment.chart import mermaid_chart
from mkdocs_journeys.site.diagrams.escape import clean
from mkdocs_journeys.site.diagrams.stages import StageNode, stage_flowchart
from mkdocs_journeys.site.links import NamedLink
from reports.support_documents import step as charted
from support.atlases import atlas, journey, step
from support.waiting import LIMIT

NAUGHTY: list[str] = json.loads(Path(__file__).with_name("naughty_labels.json").read_text(encoding="utf-8"))
HOST = "http://journeys.test/"
ASSETS = files("mkdocs_journeys.templates") / "assets"
SERVED = {
    HOST: ("text/html", b'<!doctype html><meta charset="utf-8"><script src="mermaid-theme.js"></script>'),
    f"{HOST}mermaid-theme.js": ("text/javascript", (ASSETS / "mermaid-theme.js").read_bytes()),
    f"{HOST}vendor/mermaid.min.js": ("text/javascript", (ASSETS / "vendor" / "mermaid.min.js").read_bytes()),
}
DRAW = """async ([source, selector]) => {
    const { svg } = await mermaid.render("drawn", source);
    const box = document.createElement("div");
    document.body.replaceChildren(box);
    box.attachShadow({ mode: "open" }).innerHTML = svg;
    const all = (wanted) => [...box.shadowRoot.querySelectorAll(wanted)];
    await new Promise((resolve) => setTimeout(resolve));
    return {
        texts: all(selector).map((element) => element.textContent),
        note: all("[role=note]").length,
        links: all("a").map((link) => link.getAttribute("xlink:href") ?? link.getAttribute("href") ?? ""),
        foreign: all("script, img, iframe, [onerror], [onclick], [onload]").length,
        broken: all("[transform*=NaN], [width*=NaN], [x*=NaN], [cx*=NaN]").length,
        description: all("svg > desc").map((element) => element.textContent),
    };
}"""

BAR_HEIGHTS = """() => [...document.body.firstChild.shadowRoot.querySelectorAll(".bar-plot-0 rect")]
    .map((bar) => Number(bar.getAttribute("height")))"""


@dataclass
class Browser:
    """A page, and everything that it should not have done."""

    page: Page
    surprises: list[str] = field(default_factory=list)

    def draw(self, source: str | None, selector: str) -> dict[str, Any]:
        """What stands in the picture; fails where it was not drawn, or where a label did something."""
        assert source is not None
        drawn: dict[str, Any] = self.page.evaluate(DRAW, [source, selector])
        assert (drawn["note"], drawn["foreign"], drawn["broken"], self.surprises) == (0, 0, 0, []), source
        return drawn


@pytest.fixture(scope="module")
def browser(browser: Chromium) -> Iterator[Browser]:
    opened = Browser(browser.new_page())
    opened.page.set_default_timeout(LIMIT * 1000)
    opened.page.route("**/*", lambda route: _answer(route, opened.surprises))
    opened.page.on("dialog", lambda dialog: (opened.surprises.append(dialog.message), dialog.dismiss()))
    opened.page.on("pageerror", lambda error: opened.surprises.append(str(error)))
    opened.page.goto(HOST)
    yield opened
    opened.page.close()


def _answer(route: Route, surprises: list[str]) -> None:
    kind, body = SERVED.get(route.request.url, ("", b""))
    if kind:
        route.fulfill(content_type=kind, body=body)
    else:
        surprises.append(route.request.url)
        route.abort()


def test_every_stage_name_is_drawn_as_typed(browser: Browser) -> None:
    stages = [StageNode(label, f"#{label}", 0.5, journeys=(NamedLink(label, ""),)) for label in NAUGHTY]
    for start in range(0, len(stages), 40):
        part = NAUGHTY[start : start + 40]
        drawn = browser.draw(stage_flowchart(stages[start : start + 40], "Labels", "Labels"), ".node b")
        assert drawn["texts"] == [clean(label) for label in part]


def test_every_task_of_an_exported_journey_is_drawn_as_typed(browser: Browser) -> None:
    for start in range(0, len(NAUGHTY), 40):
        # Half a pair of surrogates stands in no file.
        part = [label for label in NAUGHTY[start : start + 40] if label.strip() and "\ud83d" not in label]
        of = atlas(journey("j", *(step(label, emotion=number % 5 - 2) for number, label in enumerate(part))))
        source = diagrams(of, selected(of)).decode().removeprefix("```mermaid\n").removesuffix("```\n")
        texts = [" ".join(text.split()) for text in browser.draw(source, ".label")["texts"]]
        assert [label for label in part if clean(label, 10_000) not in texts] == []


@pytest.mark.parametrize("label", NAUGHTY[::2], ids=lambda label: ascii(clean(label, 30)))
def test_every_title_and_description_is_drawn_as_typed(browser: Browser, label: str) -> None:
    drawn = browser.draw(stage_flowchart([StageNode("A")], label, label), "svg > title")
    assert (drawn["texts"], drawn["description"]) == ([clean(label, 300)], [clean(label, 300)])


def test_no_link_leads_to_a_script(browser: Browser) -> None:
    links = [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)"),
        *("data:text/html,x", "&#106;avascript:x", '" onclick="alert(1)', "//example.org", "/\\example.org"),
        *("https://example.org/", "#a", "../b/"),
    ]
    drawn = browser.draw(stage_flowchart([StageNode("A", link) for link in links], "Links", "Links"), "b")
    schemes = {link.partition(":")[0].lower() for link in drawn["links"] if ":" in link}
    assert schemes <= {"https"} | {"java%0ascript", "%20javascript", "&#106%3bavascript", "about"}


def test_the_chart_of_a_comment_marks_what_changed_and_has_a_bar_for_very_negative(browser: Browser) -> None:
    steps = [charted(1, 1.0, 1.0), charted(2, -2.0, 2.0), charted(3, 0.0, -2.0), charted(4, None, 1.0, was=None)]
    drawn = browser.draw(mermaid_chart(steps), ".bottom-axis text, .chart-title text")
    assert drawn["texts"][-4:] == ["1", "2 ▲", "3 ▼", "4 new"]
    heights: list[float] = browser.page.evaluate(BAR_HEIGHTS)
    assert [height > 20 for height in heights] == [False, True, True, False]
    assert all(0 <= height < 4 for height in (heights[0], heights[3]))


def test_a_broken_diagram_says_so_and_shows_its_source(browser: Browser) -> None:
    drawn = browser.page.evaluate(DRAW, ["flowchart LR\n a[[<img src=x onerror=alert(1)>", "[role=note] pre"])
    assert drawn["texts"] == ["flowchart LR\n a[[<img src=x onerror=alert(1)>"]
    assert (drawn["foreign"], browser.surprises) == (0, [])


def test_running_the_theme_again_changes_nothing(browser: Browser) -> None:
    assert browser.page.evaluate(
        """async () => {
            const before = window.mermaid;
            const script = Object.assign(document.createElement("script"), { src: "mermaid-theme.js" });
            await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
            return before === window.mermaid;
        }"""
    )
