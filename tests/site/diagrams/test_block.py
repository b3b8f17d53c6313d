from markupsafe import Markup

from mkdocs_journeys.site.diagrams import mermaid_block


def test_a_diagram_stands_escaped_in_the_page() -> None:
    block = mermaid_block('a["<b>x</b>"] --> b & c')
    assert isinstance(block, Markup)
    assert block == (
        '<pre class="mermaid" data-journeys><code>a[&#34;&lt;b&gt;x&lt;/b&gt;&#34;] --&gt; b &amp; c</code></pre>'
    )
