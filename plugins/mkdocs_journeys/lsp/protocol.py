"""The protocol of pygls with one thing taken out: texts of buffers are kept by `buffers`, and not there as well.

The workspace of pygls ends a line at every character that Unicode calls a line end, and editors do not: an edit behind
such a character would change another place than the one that is meant.
"""

import logging
import os
import sys
from collections.abc import Callable, Generator
from typing import Any, BinaryIO

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

REQUEST_FAILED = -32803
Handled = Generator[tuple[Callable[..., Any], tuple[Any, ...], None], Any, None]


class BufferProtocol(LanguageServerProtocol):
    """Hands what happens to buffers on to the features of the server."""

    def _handed_on(self, feature: str, params: Any) -> Handled:
        handler = self.fm.features.get(feature)
        if handler is not None:
            yield handler, (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> Handled:
        """A buffer is opened."""
        yield from self._handed_on(lsp.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Handled:
        """A buffer is changed."""
        yield from self._handed_on(lsp.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> Handled:
        """A buffer is closed."""
        yield from self._handed_on(lsp.TEXT_DOCUMENT_DID_CLOSE, params)


def streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol alone: whatever else is printed goes to standard error from now on."""
    sys.stdout.flush()
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return sys.stdin.buffer, output


def refusal(reason: str) -> JsonRpcException:
    """The error that tells a user why a request cannot be fulfilled."""
    return JsonRpcException(reason, REQUEST_FAILED)


def is_refusal(error: BaseException | None) -> bool:
    """Whether an error is one that `refusal` made."""
    return isinstance(error, JsonRpcException) and error.code == REQUEST_FAILED


def log_to_stderr() -> None:
    """Have only what has gone wrong logged; standard output belongs to the protocol."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(name)s: %(message)s", force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(lambda record: not is_refusal(record.exc_info[1] if record.exc_info else None))
