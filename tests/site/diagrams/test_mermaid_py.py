from support.processes import PYTHON, run


def _python(code: str) -> str:
    return run([PYTHON, "-c", code]).stdout


def test_importing_the_diagrams_imports_neither_mermaid_py_nor_requests() -> None:
    loaded = "import sys, mkdocs_journeys.site.diagrams; print({'mermaid', 'requests'} & set(sys.modules))"
    assert _python(loaded) == "set()\n"


def test_the_first_diagram_prints_nothing() -> None:
    first = "import mkdocs_journeys.site.diagrams as d; d.stage_flowchart([d.StageNode('A')], 'x')"
    assert _python(first) == ""
