"""What browsers get while a save is on its way: each page as soon as it is right, and none before.

MkDocs holds every request back until a build is over. Here a request waits only for what it asks for; browsers are
told of the save as soon as the first pages are right, and what they then ask for is made next. Every such page
carries the epoch of the finished site, so that its browser is not told a second time.
"""

import time
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

Content = tuple[bytes, ...] | Path | None
"""A file of the site: its bytes in parts, where it stands, or None where there is none any more."""
Start = Callable[[str, list[tuple[str, str]]], Any]
_NEEDED = (
    *("_epoch_cond", "_visible_epoch", "_wanted_epoch", "_rebuild_cond", "_want_rebuild", "_watched_paths"),
    *("_inject_js_into_html", "_guess_type", "build_delay", "error_handler", "mount_path", "set_app"),
)
"""What has to be known of a server."""


class Nobody:
    """Browsers of a server whose ways are not known: they wait until a save is over."""

    def ready(self, address: str, content: Content) -> None:
        """A file of the site, by its path below the site's folder, is what it will be when the save is over."""

    def tell(self) -> None:
        """All browsers load again what they show. They still wait for what is not ready."""

    def wanted(self, among: Container[str]) -> str | None:
        """One of these addresses that a browser waits for."""
        return None

    def is_overtaken(self) -> bool:
        """Whether files have changed since the save began."""
        return False

    def wait_for_calm(self) -> None:
        """Waits until files have stopped changing: what overtook the save will be taken up now."""

    def begin_again(self) -> None:
        """Nothing is ready any more; whoever was shown some of it will be told of what comes."""

    def end(self) -> None:
        """The save is over: from now on the server itself hands out what stands in the site's folder."""

    def is_told_only_of(self, places: Iterable[str]) -> bool:
        """Whether the server watches nothing but these files and folders, given as absolute paths."""
        return False

    def leave(self) -> None:
        """Nothing has changed: no browser is told."""


class Browsers(Nobody):
    """Those of MkDocs' own server, in front of which this stands."""

    def __init__(self, server: "LiveReloadServer") -> None:
        self._server = server
        self._ready: dict[str, Content] = {}
        self._asked: list[str] = []
        server.set_app(self.answer)

    def ready(self, address: str, content: Content) -> None:
        with self._server._epoch_cond:
            self._ready[address] = content
            if address in self._asked:
                self._server._epoch_cond.notify_all()

    def tell(self) -> None:
        server = self._server
        with server._epoch_cond:
            # Beyond every epoch that a browser has, and yet not the one at which MkDocs lets all requests through.
            server._wanted_epoch = max(server._wanted_epoch, server._visible_epoch + 2)
            server._visible_epoch = server._wanted_epoch - 1
            server._epoch_cond.notify_all()

    def wanted(self, among: Container[str]) -> str | None:
        return next((address for address in tuple(self._asked) if address in among), None)

    def is_overtaken(self) -> bool:
        return bool(self._server._want_rebuild)

    def wait_for_calm(self) -> None:
        server = self._server
        with server._rebuild_cond:
            while server._rebuild_cond.wait(timeout=server.build_delay):
                pass
            server._want_rebuild = False

    def begin_again(self) -> None:
        server = self._server
        with server._epoch_cond:
            self._ready.clear()
            server._wanted_epoch = max(round(time.monotonic() * 1000), server._wanted_epoch + 2)

    def end(self) -> None:
        with self._server._epoch_cond:
            self._ready.clear()

    def is_told_only_of(self, places: Iterable[str]) -> bool:
        return self._server._watched_paths.keys() <= set(places)

    def leave(self) -> None:
        with self._server._epoch_cond:
            self._server._wanted_epoch = self._server._visible_epoch

    def answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """One request, in the server's terms (WSGI); it may have to wait."""
        server = self._server
        address = _address(environ["PATH_INFO"], server.mount_path)
        if address is not None:
            with server._epoch_cond:
                self._wait_for(address)
                is_ready, content, epoch = address in self._ready, self._ready.get(address), server._wanted_epoch
            if is_ready:
                return _given(server, address, content, epoch, start)
        return server.serve_request(environ, start)

    def _wait_for(self, address: str) -> None:
        server = self._server
        self._asked.append(address)
        try:
            server._epoch_cond.wait_for(lambda: address in self._ready or server._visible_epoch == server._wanted_epoch)
        finally:
            self._asked.remove(address)


def browsers_of(server: Any) -> Nobody:
    """Those of a server, which hands out nothing by itself from now on if its ways are known."""
    return Browsers(server) if all(hasattr(server, name) for name in _NEEDED) else Nobody()


def _address(path: str, mount: str) -> str | None:
    """The path of a file below the site's folder, as MkDocs finds it; None for what is none."""
    # As WSGI has it, a path is UTF-8 that was read as Latin-1.
    path = path.encode("latin-1").decode("utf-8", "ignore")
    if path.startswith("/livereload/") or not path.startswith(mount):
        return None
    below = path[len(mount) :]
    return normpath(f"/{below}index.html" if path.endswith("/") else f"/{below}").lstrip("/")


def _given(server: "LiveReloadServer", address: str, content: Content, epoch: int, start: Start) -> list[bytes]:
    if content is None:
        start("404 Not Found", [("Content-Type", "text/html")])
        return [server.error_handler(404) or b"404 Not Found"]
    data = content.read_bytes() if isinstance(content, Path) else b"".join(content)
    if address.endswith(".html"):
        data = server._inject_js_into_html(data, epoch)
    start("200 OK", [("Content-Type", server._guess_type(address)), ("Content-Length", str(len(data)))])
    return [data]
