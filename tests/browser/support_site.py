"""Building the example atlas once and serving it on this machine."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from support.processes import mkdocs_build


def build_once(root: Path, folder: Path) -> Path:
    """The strict build of the atlas at `root`, made in `folder` by whichever test worker comes first.

    Raises AssertionError with the build's output when it fails.
    """
    site = folder / "example-site"
    done = folder / "example-site.done"
    with (folder / "example-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            mkdocs_build(root, "--site-dir", str(site))
            done.touch()
    return site


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser records what fails."""


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when the browser hangs up in the middle of an answer."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives its address, without a slash at the end."""
    with _QuietServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
