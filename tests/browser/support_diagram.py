"""Looking into the shadow roots that Mermaid diagrams are drawn in."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

_OPEN_SHADOWS = """(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, {...options, mode: "open"}); };
})()"""

_INTO_VIEW = """() => {
  const diagram = document.querySelector(".journeys-stage-diagram");
  for (let fold = diagram.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  diagram.scrollIntoView({block: "center", behavior: "instant"});
}"""


def open_shadows(context: BrowserContext) -> None:
    """Make every shadow root of pages opened from now on visible to selectors."""
    context.add_init_script(_OPEN_SHADOWS)


def stage_nodes(page: Page) -> Locator:
    """The stages in the page's diagram; links to other journeys are nodes too, but no stages."""
    return page.locator('div.mermaid svg .node[id*="-s"]')


def bring_diagram_into_view(page: Page) -> None:
    """Open what the page's own diagram is folded into and scroll to it: it is drawn only where it can be seen."""
    page.evaluate(_INTO_VIEW)


def expect_diagram(page: Page, stages: int) -> None:
    """Bring the page's only diagram into view and wait until it is drawn with so many stages."""
    bring_diagram_into_view(page)
    expect(page.locator("div.mermaid svg")).to_have_count(1)
    expect(stage_nodes(page)).to_have_count(stages)
    expect(page.locator("pre.journeys-diagram")).to_have_count(0)
