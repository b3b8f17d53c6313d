from markupsafe import Markup

from mkdocs_journeys.site.diagrams import mermaid_block
from support.processes import PYTHON, run


def _python(code: str) -> str:
    return run([PYTHON, "-c", code]).stdout


def test_importing_the_diagrams_imports_neither_mermaid_py_nor_requests() -> None:
    loaded = "import sys, mkdocs_journeys.site.diagrams; print({'mermaid', 'requests'} & set(sys.modules))"
    assert _python(loaded) == "set()\n"


def test_the_first_diagram_prints_nothing() -> None:
    first = "import mkdocs_journeys.site.diagrams as d; d.stage_flowchart([d.StageNode('A')], 'x')"
    assert _python(first) == ""


def test_a_diagram_stands_escaped_in_the_page() -> None:
    block = mermaid_block('a["<b>x</b>"] --> b & c')
    assert isinstance(block, Markup)
    assert block == (
        '<pre class="mermaid" data-journeys><code>a[&#34;&lt;b&gt;x&lt;/b&gt;&#34;] --&gt; b &amp; c</code></pre>'
    )
