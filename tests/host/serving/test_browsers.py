"""A request gets a page as soon as it is right, and waits for one that is not; browsers are told once."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from host.support_saves import asked, beside, server_of
from mkdocs_journeys.host.serving.browsers import Browsers, browsers_of
from support.waiting import LIMIT, until

OLD, NEW = 1000, 2000
"""The epochs of the site before a save and after it."""


@pytest.fixture
def server(tmp_path: Path) -> LiveReloadServer:
    """One that has begun to build."""
    made = server_of(tmp_path)
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("<body>old</body>", encoding="utf-8")
    made._watched_paths = {"/journeys": 1}
    made._visible_epoch, made._wanted_epoch = OLD, NEW
    return made


@pytest.fixture
def browsers(server: LiveReloadServer) -> Iterator[Browsers]:
    made = Browsers(server)
    yield made
    finish(server)


def finish(server: LiveReloadServer) -> None:
    """What MkDocs does when a build is over."""
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch
        server._epoch_cond.notify_all()


def waiting(browsers: Browsers, server: LiveReloadServer, path: str, address: str) -> "Future[str]":
    """A request that has come and is not answered yet."""
    request = beside(lambda: asked(server, path))
    until(lambda: browsers.wanted({address}))
    assert not request.done()
    return request


def test_a_page_that_is_ready_is_handed_out_while_all_others_wait(browsers: Browsers, server: LiveReloadServer) -> None:
    other = waiting(browsers, server, "/page/", "page/index.html")
    browsers.ready("saved/index.html", (b"<body>", b"banner", b"new</body>"))
    html = asked(server, "/saved/")
    assert html.startswith("<body>bannernew<script>")
    assert not other.done()
    finish(server)
    assert "old" in other.result(LIMIT)


def test_a_waiting_request_is_answered_when_its_page_is_ready(browsers: Browsers, server: LiveReloadServer) -> None:
    request = waiting(browsers, server, "/page/", "page/index.html")
    browsers.ready("page/index.html", (b"new",))
    assert request.result(LIMIT).startswith("new")


def test_what_a_browser_waits_for_is_known_until_it_has_it(browsers: Browsers, server: LiveReloadServer) -> None:
    request = waiting(browsers, server, "/b/", "b/index.html")
    assert browsers.wanted({"a/index.html": 1, "b/index.html": 2}) == "b/index.html"
    assert browsers.wanted({"a/index.html"}) is None
    browsers.ready("b/index.html", (b"b",))
    request.result(LIMIT)
    assert browsers.wanted({"b/index.html"}) is None


def test_browsers_are_told_once(browsers: Browsers, server: LiveReloadServer) -> None:
    told = beside(lambda: asked(server, f"/livereload/{OLD}/1"))
    browsers.ready("page/index.html", (b"new",))
    browsers.tell()
    assert int(told.result(LIMIT)) > OLD
    assert f"livereload({NEW}, " in asked(server, "/page/")
    finish(server)
    server.poll_response_timeout = 0
    assert int(asked(server, f"/livereload/{NEW}/2")) == NEW


def test_a_request_that_came_before_waits_on_when_browsers_are_told(
    browsers: Browsers, server: LiveReloadServer
) -> None:
    request = waiting(browsers, server, "/page/", "page/index.html")
    browsers.tell()
    browsers.ready("another/index.html", (b"",))
    asked(server, "/another/")
    assert not request.done()


def test_whoever_was_shown_a_page_is_told_when_another_save_begins(
    browsers: Browsers, server: LiveReloadServer
) -> None:
    browsers.ready("page/index.html", (b"new",))
    browsers.tell()
    shown = beside(lambda: asked(server, f"/livereload/{NEW}/1"))
    browsers.begin_again()
    request = waiting(browsers, server, "/page/", "page/index.html")
    browsers.tell()
    assert int(shown.result(LIMIT)) > NEW
    browsers.ready("page/index.html", (b"newer",))
    assert request.result(LIMIT).startswith("newer")


def test_a_page_that_is_gone_is_not_found_at_once(browsers: Browsers, server: LiveReloadServer) -> None:
    browsers.ready("page/index.html", None)
    assert asked(server, "/page/") == ""


def test_a_file_is_handed_out_from_where_it_stands(browsers: Browsers, server: LiveReloadServer) -> None:
    style = Path(server.root) / "style.css"
    style.write_text("p {}", encoding="utf-8")
    browsers.ready("style.css", style)
    assert asked(server, "/style.css") == "p {}"


def test_between_saves_the_server_answers_by_itself(browsers: Browsers, server: LiveReloadServer) -> None:
    browsers.ready("page/index.html", (b"new",))
    browsers.end()
    finish(server)
    assert "old" in asked(server, "/page/")
    assert asked(server, "/../page/nothing") == ""


def test_a_server_is_told_of_nothing_but_what_it_watches(browsers: Browsers) -> None:
    assert browsers.is_told_only_of({"/journeys", "/docs"})
    assert not browsers.is_told_only_of({"/docs"})


def test_of_a_server_whose_ways_are_not_known_nothing_is_asked() -> None:
    nobody = browsers_of(object())
    nobody.ready("page/index.html", (b"",))
    nobody.tell()
    nobody.wait_for_calm()
    nobody.begin_again()
    nobody.leave()
    nobody.end()
    assert not nobody.is_overtaken()
    assert nobody.wanted({"page/index.html"}) is None
