"""Accessibility checks with axe-core, which ships inside the axe-playwright-python package."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from support.budgets import LONG

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours: all that another colour scheme can break."""
OF_SIZES = ("link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules that look at where things stand: all that other fonts and other widths can break."""
OF_SCHEME: dict[str, tuple[str, ...]] = {"light": (), "dark": OF_COLOURS}
"""The rules to try on a page that is looked at in both schemes: all of them in light, and in dark what is left."""
WIDE = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }"
"""The text spacing of WCAG 1.4.12, which wraps what does not wrap with the fonts of this machine."""

MOST_ALIKE = 12
"""Rows of a table and items of a list that are looked at where time is short: those after them are made alike."""
_SHORTEN = """most => {
  for (const list of document.querySelectorAll("main :is(tbody, ul, ol, dl)"))
    [...list.children].slice(most).forEach(each => each.remove());
}"""

_RUN = """async ([within, only]) => {
  const results = await axe.run(within, {runOnly: only, resultTypes: ["violations"]});
  return results.violations;
}"""

# axe compares the colours of a link and its sentence only where it can tell what lies behind each line of it, which
# depends on where lines break. So this asks of every link in a sentence that it be underlined, wherever it stands.
_PLAIN_LINKS = """within => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  closed.forEach(each => { each.open = true; });
  axe.setup(document.documentElement);
  const plain = [...document.querySelectorAll(`${within} a[href]`)].filter(link => {
    const style = getComputedStyle(link);
    return link.offsetParent && axe.commons.dom.isInTextBlock(link) && style.borderBottomStyle === "none"
      && !style.textDecorationLine.includes("underline");
  });
  axe.teardown();
  closed.forEach(each => { each.open = false; });
  return plain.map(link => `${link.textContent.trim()} (in: ${link.parentElement.textContent.trim()})`);
}"""


def shorten_lists(page: Page) -> None:
    """Leave the first rows and items of each table and list of a page, but in a long run."""
    if not LONG:
        page.evaluate(_SHORTEN, MOST_ALIKE)


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe_violations(
    page: Page, within: str = "html", ignore: tuple[str, ...] = (), only: tuple[str, ...] = ()
) -> list[str]:
    """What axe-core finds wrong, one line for each element: "serious color-contrast: help (selector)".

    `within` is a CSS selector of the part to check, `ignore` holds ids of rules to leave out, and `only` those to try
    in place of all. The page needs JavaScript.
    """
    _load(page)
    wanted = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(TAGS)}
    violations: list[dict[str, Any]] = page.evaluate(_RUN, [within, wanted])
    return [
        f"{rule['impact']} {rule['id']}: {rule['help']} ({' '.join(map(str, node['target']))})"
        for rule in violations
        if rule["id"] not in ignore
        for node in rule["nodes"]
    ]


def plain_links(page: Page, within: str = "main") -> list[str]:
    """The links inside sentences that nothing but their colour tells from other words; looks into every `details`."""
    _load(page)
    found: list[str] = page.evaluate(_PLAIN_LINKS, within)
    return found


def _load(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
