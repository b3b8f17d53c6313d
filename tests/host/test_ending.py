import gc
from weakref import ref

from mkdocs_journeys.host.ending import leave_standing
from support.processes import PYTHON, run

SITE = """
class Site:
    def __del__(self):
        print("taken apart")
from mkdocs_journeys.host.ending import leave_standing
site = Site()
"""


def _told_at_the_end_of(code: str) -> str:
    return run([PYTHON, "-c", code]).stdout


def test_a_process_does_not_take_its_site_apart_before_it_ends() -> None:
    assert _told_at_the_end_of(SITE) == "taken apart\n"
    assert _told_at_the_end_of(f"{SITE}\nleave_standing(site)") == ""


def test_a_site_that_is_gone_before_the_end_is_no_trouble() -> None:
    assert _told_at_the_end_of(f"{SITE}\nleave_standing(site)\ndel site\nprint('goes on')") == "taken apart\ngoes on\n"


def test_a_process_that_goes_on_keeps_no_site() -> None:
    class Site:
        """Stands for the plugin with all it has built."""

    site = Site()
    left = ref(site)
    leave_standing(site)
    del site
    gc.collect()
    assert left() is None
