"""Words of a map that are cut off or broken, as scripts for its element."""

CUT = """map => [...map.querySelectorAll("table :is(th, td, div, span, a, b)")]
  .filter(e => e.checkVisibility() && !e.closest(".journeys-sr, svg, .journeys-thin"))
  .filter(e => getComputedStyle(e).display !== "inline")
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map(e => `${e.className || e.tagName}: ${e.textContent.slice(0, 60)}`)"""
BROKEN = """map => {
  const broken = [], walker = document.createTreeWalker(map.querySelector("table"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest("svg, .journeys-sr")) continue;
    for (const found of node.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
      if (found[0].length > 20) continue;
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  return broken;
}"""
