"""Comments as a git host shows them: Markdown, a frame, and Mermaid as we ship it.

`PYTHONPATH=tests python tools/comment_picture.py FOLDER CHROME` takes pictures of comments of several kinds in both
schemes, closed and with the first fold open, and says how high each is.
"""

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
COMMENT = ROOT / "tests" / "reports" / "comment.md"
MERMAID = ROOT / "templates" / "assets" / "vendor" / "mermaid.min.js"
WIDTH = 940
STYLE = """
:root { --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --paper: #ffffff; --head: #f6f8fa; --code: #818b981f;
  --link: #0969da; }
:root.dark { --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --head: #151b23; --code: #656c7633;
  --link: #4493f8; }
body { margin: 0; padding: 16px; background: var(--paper); color: var(--ink);
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
article { border: 1px solid var(--line); border-radius: 6px; }
header { padding: 8px 16px; border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; background: var(--head);
  color: var(--soft); }
header b { color: var(--ink); }
main { padding: 16px; }
main > :first-child { margin-top: 0; }
h2 { margin: 16px 0; padding-bottom: .3em; border-bottom: 1px solid var(--line); font-size: 1.5em; line-height: 1.25; }
h3 { margin: 24px 0 12px; font-size: 1.2em; line-height: 1.25; }
p, ul, table, details, pre { margin: 0 0 16px; }
ul { padding-left: 2em; }
a { color: var(--link); }
li > ul { margin: 0; }
li + li { margin-top: .25em; }
table { border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
code { padding: .2em .4em; border-radius: 6px; background: var(--code);
  font: 85% ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
summary { cursor: pointer; }
details[open] > summary { margin-bottom: 12px; }
pre.mermaid { text-align: center; }
i { display: inline-block; width: .85em; height: .85em; border-radius: 50%; vertical-align: -.08em; }
"""
DOTS = {"🔴": "#dd2e44", "🟡": "#fdcb58", "🟢": "#78b159", "🔵": "#55acee", "⚪": "#ccd6dd"}
"""Drawn, for not every machine has a font with them."""
DRAW = """async (dark) => {
  mermaid.initialize({startOnLoad: false, theme: dark ? "dark" : "default"});
  await mermaid.run();
}"""


def main(folder: str, chrome: str) -> None:
    """Take a picture of each comment, and print its height in pixels."""
    from reports.support_comments import comments

    Path(folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        for name, comment in comments().items():
            for scheme in ("light", "dark"):
                for opened in (False, True):
                    page = comment_picture(browser, scheme, comment, opened=opened)
                    article = page.locator("article")
                    article.screenshot(path=Path(folder) / f"{name}-{scheme}-{'open' if opened else 'closed'}.png")
                    height = article.bounding_box() or {"height": 0}
                    print(f"{name}, {scheme}, {'open' if opened else 'closed'}: {height['height']:.0f} px")
                    page.context.close()
            print(f"{name}: {len(comment):,} characters")
        browser.close()


def comment_picture(browser: Browser, scheme: str, comment: str = "", *, opened: bool = True) -> Page:
    """A page that shows a comment, that of the twelve edits for none, to be taken from the element `article`.

    The fold of the first journey is open, unless `opened` is false.
    """
    page = browser.new_context(viewport={"width": WIDTH, "height": 800}, device_scale_factor=1.5).new_page()
    page.set_content(html(comment or COMMENT.read_text("utf-8"), scheme, opened=opened))
    page.add_script_tag(path=MERMAID)
    page.evaluate(DRAW, scheme == "dark")
    return page


def html(comment: str, scheme: str, *, opened: bool = True) -> str:
    """The page. The comment is our own: what it holds of authors is in code."""
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(comment)
    body = re.sub(
        r'<pre><code class="language-mermaid">(.*?)</code></pre>', r'<pre class="mermaid">\1</pre>', body, flags=re.S
    )
    if opened:
        body = re.sub("<details>(?=\n<summary><code>)", "<details open>", body, count=1)
    for dot, colour in DOTS.items():
        body = body.replace(dot, f'<i style="background: {colour}"></i>')
    head = "<header><b>github-actions</b> bot commented</header>"
    return (
        f'<!doctype html><html class="{scheme}"><meta charset="utf-8"><style>{STYLE}</style>'
        f"<body><article>{head}<main>{body}</main></article></body></html>"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
