"""Words that a part of a page shows or reads out in plain letters; a site in pseudo letters has none."""

import re

from playwright.sync_api import Locator

_PLAIN = re.compile(r"[A-Za-z]{2,}")
_TEXTS = """root => {
  const texts = [], read = ["aria-label", "placeholder", "title", "data-label"];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.data.trim());
    else texts.push(...read.map(name => node.getAttribute(name) || ""));
  }
  return texts;
}"""


def plain_words(part: Locator) -> set[str]:
    """The texts and names below an element, shown or not, that hold a word in plain letters."""
    texts: list[str] = part.evaluate(_TEXTS)
    return {text for text in texts if _PLAIN.search(text)}
