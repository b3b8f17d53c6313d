"""A small site as `mkdocs serve` has it but for its threads: a test says when a save is made or a request answered."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.series import plugins_of
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from host.support_serve import write_site
from mkdocs_journeys.host.serving.finding import Found
from support.waiting import LIMIT

SELL = "title: Sell it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n      - name: Offers\n"


def server_of(root: Path) -> LiveReloadServer:
    """A server that listens to nobody; `_watched_paths` are those of a site in the folder above."""
    server = LiveReloadServer(lambda: None, "localhost", 0, str(root))
    server.server_close()
    server.build_delay = 0
    server.error_handler = lambda code: None
    return server


def asked(server: LiveReloadServer, path: str) -> str:
    """What a request gets; empty where there is no such page."""
    said: list[str] = []
    application: Any = server.get_app()
    body = application({"PATH_INFO": path}, lambda status, headers: said.append(status))
    text = b"".join(body).decode()
    if hasattr(body, "close"):
        body.close()
    return text if said[-1].startswith("200") else ""


class Served:
    """What `mkdocs serve` is to a plugin; `whole` counts the sites that MkDocs has built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plugins: dict[str, Any] = {}
        self.whole = 0
        self.server = server_of(folder / "site")
        self.server.builder = self.build  # type: ignore[assignment]
        with plugins_of(self.plugins):
            config = self.build()
            self.server._watched_paths = {
                config.docs_dir: 1,
                str(folder / "mkdocs.yml"): 1,
                str(folder / "journeys"): 1,
            }
            config.plugins.on_serve(self.server, config=config, builder=self.build)

    def build(self) -> MkDocsConfig:
        self.whole += 1
        config = load_config(str(self.folder / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        return config

    def write(self, name: str, text: str | None) -> None:
        path = self.folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def save(self, name: str, text: str | None) -> bool:
        """Writes a file, or removes it; whether MkDocs was left out of what came then."""
        self.write(name, text)
        before = self.whole
        self.rebuild()
        return self.whole == before

    def rebuild(self) -> None:
        """As MkDocs' own loop does it when it has been told of a change."""
        self.server._wanted_epoch = max(round(time.monotonic() * 1000), self.server._visible_epoch + 9)
        with plugins_of(self.plugins):
            self.server.builder()
        with self.server._epoch_cond:
            self.server._visible_epoch = self.server._wanted_epoch
            self.server._epoch_cond.notify_all()

    def rebuild_whole(self) -> None:
        """A build by MkDocs, whatever has changed."""
        with plugins_of(self.plugins):
            self.build()

    def found(self) -> Found:
        whole = self.plugins["journeys"]._saves.whole
        assert whole is not None
        found: Found = whole.found
        return found

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def html(self, page: str) -> str:
        return self.text(f"site/{page}/index.html")


def served_site(folder: Path) -> Served:
    """Two journeys, a persona and a handwritten page, built once."""
    write_site(folder)
    lenient = (folder / "mkdocs.yml").read_text("utf-8").replace("strict: true", "strict: false")
    (folder / "mkdocs.yml").write_text(lenient, encoding="utf-8")
    (folder / "journeys/maps/sell.yml").write_text(SELL, encoding="utf-8")
    return Served(folder)


class Halted:
    """Stands in for a function that goes on only when it is let; `reached` is set when somebody calls it."""

    def __init__(self, really: Callable[..., Any]) -> None:
        self.really = really
        self.reached, self.let = threading.Event(), threading.Event()

    def __call__(self, *given: Any, **more: Any) -> Any:
        self.reached.set()
        assert self.let.wait(LIMIT)
        return self.really(*given, **more)


def beside(work: Callable[[], Any]) -> "Future[Any]":
    """The work, done by a thread of its own."""
    pool = ThreadPoolExecutor(1)
    future = pool.submit(work)
    pool.shutdown(wait=False)
    return future
