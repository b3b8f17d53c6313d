"""The server: what editors ask and tell by the Language Server Protocol, over standard input and output."""

import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from mkdocs_journeys.lsp import convert
from mkdocs_journeys.lsp.answers.lenses import DEFAULT_SITE
from mkdocs_journeys.lsp.protocol import BufferProtocol, is_refusal, log_to_stderr, streams
from mkdocs_journeys.lsp.state.buffers import Buffers, OpenFile
from mkdocs_journeys.lsp.state.project import Project
from mkdocs_journeys.lsp.state.worker import Versions, Worker
from mkdocs_journeys.lsp.text.document import BufferText
from mkdocs_journeys.problem import Problem

log = logging.getLogger("journeys")
SWITCH_SECONDS = 0.001
"""For so long the thread of the rules keeps the interpreter from the one that answers, several times an answer."""
PATIENCE = 0.2
"""For so many seconds the end of the server waits for what is being loaded."""
OPEN_PAGE = "journeys.openPage"


@dataclass(slots=True)
class ServerOptions:
    """What the command line or the editor says: the folder of journeys, the site's address, a fixed day or None."""

    folder: str = "journeys"
    site: str = DEFAULT_SITE
    day: date | None = None

    @property
    def today(self) -> date:
        """The day from which ages are counted."""
        return self.day or date.today()

    def take(self, given: Any) -> None:
        """Take over what an editor sends when it starts the server: `site` and `journeysDir`."""
        settings = given if isinstance(given, dict) else getattr(given, "_asdict", dict)()
        for name, field in (("site", "site"), ("journeysDir", "folder")):
            value = settings.get(name)
            if isinstance(value, str) and value:
                setattr(self, field, value)


class JourneysServer(LanguageServer):
    """A language server for the journey files of one editor."""

    def __init__(self, options: ServerOptions) -> None:
        super().__init__(
            "journeys",
            version("mkdocs-journeys"),
            protocol_cls=BufferProtocol,
            converter_factory=default_converter,
        )
        self.options = options
        self.buffers = Buffers(options.folder, "utf-16")
        self.worker = Worker(self.publish, lambda: options.today, self.report)
        self.shown: dict[tuple[Project, str], tuple[list[Problem], int | None]] = {}
        self.exit_code = 0
        self._is_over = False
        self._hidden: set[Project] = set()
        self._sending = threading.Lock()

    def report(self, error: Exception) -> None:
        """Log a failure of ours; nobody is disturbed at work."""
        log.error("%s", error, exc_info=error)

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """As `report`; what was refused with a reason has been told to the user already."""
        if not is_refusal(error):
            log.error("%s", error)

    def refresh(self, project: Project, *, reread: bool = False) -> None:
        """Have a project loaded with its buffers as they are now."""
        texts, versions = self.buffers.unsaved(project)
        self.worker.update(project, texts, versions, reread=reread)

    def publish(self, project: Project, problems: list[Problem], versions: Versions) -> None:
        """Show the problems of an atlas: of the files where they, or the buffer, are not as shown last."""
        by_file: dict[str, list[Problem]] = {path: [] for path in versions}
        for problem in problems:
            by_file.setdefault(problem.position.file, []).append(problem)
        for known, path in list(self.shown):
            if known is project:
                by_file.setdefault(path, [])
        texts = Texts(self.buffers, project)
        for path, found in by_file.items():
            shown = (found, versions.get(path))
            if self.shown.get((project, path)) == shown or (path in versions and texts.version(path) != shown[1]):
                continue
            self.shown[project, path] = shown
            diagnostics = [convert.diagnostic_of(one, texts.document, texts.uri) for one in found]
            with self._sending:
                # The worker may still tell of a project that has been taken away meanwhile.
                if self._is_over or (found and project in self._hidden):
                    return
                self.text_document_publish_diagnostics(
                    lsp.PublishDiagnosticsParams(texts.uri(path), diagnostics, version=shown[1])
                )
            if not found and path not in versions:
                del self.shown[project, path]

    def hide(self, project: Project) -> None:
        """Take away all that is shown of a project."""
        self.worker.forget(project)
        with self._sending:
            self._hidden.add(project)
        self.publish(project, [], {})

    def say_goodbye(self, *, exit_code: int) -> None:
        """Send nothing more of ourselves; the process ends with this code."""
        self.worker.stop()
        with self._sending:
            self._is_over = True
            self.exit_code = exit_code

    @property
    def is_over(self) -> bool:
        """Whether goodbye has been said."""
        return self._is_over

    def problems_of(self, file: OpenFile) -> list[Problem]:
        """The problems that are shown of a buffer; none while they are those of an older version."""
        project, path = file.home
        problems, seen = self.shown.get((project, path), ([], None))
        return problems if seen == self.buffers.version_of(project, path) else []

    def capability(self, look: Callable[[lsp.ClientCapabilities], Any]) -> Any:
        """What the editor can do; None where it does not say."""
        try:
            return look(self.client_capabilities)
        except AttributeError:
            return None


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, addresses and versions of a project's files, for conversions."""

    buffers: Buffers
    project: Project

    def document(self, path: str) -> BufferText:
        """The text of a file."""
        return self.buffers.document_of(self.project, path)

    def text(self, path: str) -> str:
        """The text of a file, as a string."""
        return self.document(path).text

    def uri(self, path: str) -> str:
        """The address of a file."""
        return self.buffers.uri_of(self.project, path)

    def version(self, path: str) -> int | None:
        """The version of a file's buffer."""
        return self.buffers.version_of(self.project, path)


def serve(options: ServerOptions) -> int:
    """Serve an editor until it says goodbye or goes away; the exit code is 1 where it left without a word."""
    from mkdocs_journeys.lsp.features import register

    log_to_stderr()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    source, target = streams()
    # A search for cycles among a million objects takes half a second, in which nobody is answered.
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)
    server = JourneysServer(options)
    register(server)
    server.worker.start()
    server.start_io(source, target)
    server.say_goodbye(exit_code=server.exit_code)
    server.worker.join(PATIENCE)
    if server.worker.is_alive():
        # The interpreter would end its thread in the midst of compiled code, which aborts the process.
        sys.stderr.flush()
        os._exit(server.exit_code)
    return server.exit_code
