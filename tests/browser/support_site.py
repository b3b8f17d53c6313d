"""Building the example atlas once and serving it on this machine."""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from support.processes import mkdocs_build


def once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` in `shared`, filled by `make` in whichever test worker comes first; the others wait."""
    folder = shared / name
    done = shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


def build_once(root: Path, shared: Path) -> Path:
    """The site of the atlas at `root`, built strictly, once for all test workers."""
    return once(shared, "example-site", lambda folder: mkdocs_build(root, "--site-dir", str(folder)))


INDEX = "/search/search_index.json"


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser records what fails."""


class _HandlerWithoutIndex(_QuietHandler):
    """Answers with an empty index of the search."""

    def do_GET(self) -> None:
        index = Path(self.translate_path(self.path))
        if self.path != INDEX or not index.exists():
            super().do_GET()
            return
        body = _emptied(index)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@cache
def _emptied(index: Path) -> bytes:
    return json.dumps({**json.loads(index.read_text("utf-8")), "docs": []}).encode()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the browser hangs up in the middle of an answer."""


@contextmanager
def served(folder: Path, *, with_search: bool = False) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives its address, without a slash at the end.

    Search finds nothing unless it is asked for: every page that is opened makes the index of the whole site anew,
    which is a fifth of the work of opening it.
    """
    handler = _QuietHandler if with_search else _HandlerWithoutIndex
    with _QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
