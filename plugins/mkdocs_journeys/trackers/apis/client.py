"""A small HTTP client for JSON APIs: it waits when it is asked to, follows no redirect, and tells no token."""

import http.client
import ipaddress
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

TRIES = 4
TIMEOUT = 30.0
"""Seconds without a word after which a server counts as gone."""
LONGEST_WAIT = 120.0
"""For how many seconds a server may ask us to wait; a user waits no longer, and calls the command again."""
LARGEST = 50_000_000
"""How many bytes an answer may have."""
MOST_PAGES = 1_000
TOO_MANY, FORBIDDEN, UNAUTHORIZED, GONE = 429, 403, 401, (404, 410)


class TrackerError(Exception):
    """A tracker cannot be reached or refuses; the message is a sentence or two for the user."""


class HttpAnswer(NamedTuple):
    """The answer to a request: its status, its headers, and its JSON, None where there is none."""

    status: int
    headers: Message
    body: Any

    @property
    def fields(self) -> dict[str, Any]:
        """The body, which is an object. Raises TrackerError."""
        if not isinstance(self.body, dict):
            raise TrackerError("The tracker answers in a form that is not known. Is its address right?")
        return self.body

    def objects(self, name: str = "") -> list[dict[str, Any]]:
        """The objects of a list, which is the body or one of its fields. Raises TrackerError."""
        found = self.fields.get(name) if name else self.body
        if not isinstance(found, list):
            raise TrackerError("The tracker answers in a form that is not known. Is its address right?")
        return [one for one in found if isinstance(one, dict)]


class _NoRedirect(HTTPRedirectHandler):
    """Headers with a token go to nobody but the server that was named."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(slots=True)
class Client:
    """Sends requests below one address. `secrets` are words that no message may hold.

    `wait` is called with seconds, `tell` with a sentence for the user while it waits; `pause` are the seconds between
    two requests that write. Raises TrackerError for an address without TLS that is not on this machine.
    """

    name: str
    base: str
    headers: Mapping[str, str]
    secrets: tuple[str, ...]
    wait: Callable[[float], None]
    tell: Callable[[str], None]
    pause: float = 0.0
    _wrote: bool = False
    _opener: OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        self.base = self.base.rstrip("/")
        if not all(secret.isascii() and secret.isprintable() and " " not in secret for secret in self.secrets):
            raise TrackerError(f"The token for {self.name} has characters that no token has.")
        self._opener = build_opener(_NoRedirect(), *([ProxyHandler({})] if _checked(self.base) else []))

    def get(self, path: str, query: Mapping[str, str] | None = None) -> HttpAnswer:
        """The answer to a question; its status is 200, or one of `GONE`. Raises TrackerError."""
        return self._send("GET", path, query, None)

    def write(self, method: str, path: str, body: Mapping[str, Any], allowed: tuple[int, ...] = ()) -> HttpAnswer:
        """The answer to a request that changes something; its status is below 300, or `allowed`. Raises TrackerError.

        One that may have had its effect, though no answer came, is sent again only if that is harmless: never a POST.
        """
        if self._wrote and self.pause:
            self.wait(self.pause)
        self._wrote = True
        return self._send(method, path, None, body, allowed)

    def _send(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        body: Mapping[str, Any] | None,
        allowed: tuple[int, ...] = (),
    ) -> HttpAnswer:
        url = f"{self.base}{path}{f'?{urlencode(query, quote_via=quote)}' if query else ''}"
        data = None if body is None else json.dumps(body).encode("utf-8", "replace")
        for left in range(TRIES - 1, -1, -1):
            try:
                answer = self._open(Request(url, data, dict(self.headers), method=method))  # noqa: S310 - checked
            except (URLError, http.client.HTTPException, OSError) as error:
                self._lost(method, left, getattr(error, "reason", None) or error)
                continue
            status = answer.status
            if status < 300 or status in allowed or (method == "GET" and status in GONE):
                return answer
            if _is_limited(answer):
                self._wait_for(answer, left)
            elif status >= 500 and left and method != "POST":
                self._sleep(2.0 ** (TRIES - left - 1), f"it answers {status}")
            else:
                raise TrackerError(self._refusal(method, answer))
        raise TrackerError(f"{self.name} asked to wait {TRIES} times. Call the command again later.")

    def _open(self, request: Request) -> HttpAnswer:
        try:
            with self._opener.open(request, timeout=TIMEOUT) as response:
                return HttpAnswer(response.status, response.headers, self._read(response))
        except HTTPError as error:
            with error:
                return HttpAnswer(error.code, error.headers, self._read(error, is_wanted=False))

    def _read(self, response: Any, *, is_wanted: bool = True) -> Any:
        content = response.read(LARGEST + 1)
        try:
            if len(content) > LARGEST:
                raise ValueError
            return json.loads(content) if content else None
        except (ValueError, RecursionError):
            if is_wanted:
                raise TrackerError(
                    f"{self.name} answers with something that is no JSON. Is {self.base} right?"
                ) from None
            return None

    def _lost(self, method: str, left: int, reason: object) -> None:
        """Wait before the request is sent again, or raise TrackerError."""
        why = self._safe(str(reason) or type(reason).__name__)
        if method == "POST":
            raise TrackerError(
                f"{self.name} gave no answer to a new ticket ({why}), which may have been made or not. "
                "Call the command again: it looks first."
            )
        if not left:
            raise TrackerError(f"{self.name} cannot be reached at {self.base}: {why}.")
        self._sleep(2.0 ** (TRIES - left - 1), why)

    def _wait_for(self, answer: HttpAnswer, left: int) -> None:
        """Wait as long as the server asks, or raise TrackerError."""
        seconds = _seconds(answer.headers.get("Retry-After"))
        if seconds is None:
            seconds = 60.0 if answer.status == FORBIDDEN else 2.0 ** (TRIES - left)
        if seconds > LONGEST_WAIT or not left:
            raise TrackerError(f"{self.name} asks to wait {seconds:,.0f} seconds. Call the command again after that.")
        self._sleep(seconds, f"{self.name} asks for it")

    def _sleep(self, seconds: float, why: str) -> None:
        self.tell(f"waiting {seconds:g} s: {why}")
        self.wait(seconds)

    def _refusal(self, method: str, answer: HttpAnswer) -> str:
        status, said = answer.status, self._safe(_message(answer.body))
        words = f": {said}" if said else ""
        if 300 <= status < 400:
            where = self._safe(answer.headers.get("Location") or "another address")
            return f"{self.name} says that this is at {where} now. Name that instead."
        if status == UNAUTHORIZED:
            return f"{self.name} does not accept the token{words}."
        if status == FORBIDDEN:
            return f"{self.name} does not let this token do that{words}."
        if status in GONE:
            return f"{self.name} knows no such project or ticket, or the token may not see it{words}."
        if status >= 500 and method == "POST":
            return (
                f"{self.name} failed on a new ticket ({status}), which may have been made or not. "
                "Call the command again: it looks first."
            )
        return f"{self.name} answers {status}{words}."

    def _safe(self, text: str) -> str:
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return " ".join(text.split())[:300]


def _checked(base: str) -> bool:
    """Whether an address is on this machine. Raises TrackerError for one that a token must not be sent to."""
    try:
        parts = urlsplit(base if base.isascii() and base.isprintable() and " " not in base else "")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise TrackerError("The tracker's address is none: write https://HOST.") from None
    is_here = _is_loopback(host)
    if not host or parts.username or parts.query or parts.fragment or parts.scheme not in ("https", "http"):
        raise TrackerError("The tracker's address is none: write https://HOST.")
    if parts.scheme == "http" and not is_here:
        raise TrackerError(f"A token is sent to https:// alone, not to http://{host}.")
    return is_here


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_limited(answer: HttpAnswer) -> bool:
    """Whether a server did not even look at a request, as there were too many."""
    is_used_up = answer.headers.get("X-RateLimit-Remaining") == "0" or "Retry-After" in answer.headers
    is_told = "rate limit" in _message(answer.body).casefold()
    return answer.status == TOO_MANY or (answer.status == FORBIDDEN and (is_used_up or is_told))


def _seconds(value: str | None) -> float | None:
    return float(value) if value and re.fullmatch(r"\d{1,6}(\.\d+)?", value) else None


def _message(body: Any) -> str:
    """What an answer says of a mistake, in the forms of the three APIs."""
    if isinstance(body, list):
        return "; ".join(map(_message, body))
    if not isinstance(body, dict):
        return str(body) if isinstance(body, str) else ""
    found = [body[key] for key in ("message", "error", "errorMessages", "errors") if body.get(key)]
    return "; ".join(_flat(one) for one in found)


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_flat(one)}" for key, one in value.items())
    return ", ".join(map(_flat, value)) if isinstance(value, list) else str(value)
