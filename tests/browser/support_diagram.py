"""Looking into the shadow roots that Material draws Mermaid diagrams in."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

_OPEN_SHADOWS = """(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, {...options, mode: "open"}); };
})()"""


def open_shadows(context: BrowserContext) -> None:
    """Make every shadow root of pages opened from now on visible to selectors."""
    context.add_init_script(_OPEN_SHADOWS)


def stage_nodes(page: Page) -> Locator:
    """The stages in the page's diagram; links to other journeys are nodes too, but no stages."""
    return page.locator('div.mermaid svg .node[id*="-s"]')


def expect_diagram(page: Page, stages: int) -> None:
    """Wait until the page's only diagram is drawn, with so many stages and without its source."""
    expect(page.locator("div.mermaid svg")).to_have_count(1)
    expect(stage_nodes(page)).to_have_count(stages)
    expect(page.locator("pre.mermaid")).to_have_count(0)
