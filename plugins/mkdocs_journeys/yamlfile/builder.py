"""The events of libyaml to values, without recursion and with every limit checked as the events come in."""

from array import array
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mkdocs_journeys.yamlfile import checks
from mkdocs_journeys.yamlfile.checks import Anchors, Limits, ProblemLog, UnreadableError
from mkdocs_journeys.yamlfile.events import events_of
from mkdocs_journeys.yamlfile.layout_errors import GLUED, SyntaxFailure
from mkdocs_journeys.yamlfile.syntax_errors import explain
from mkdocs_journeys.yamlfile.text import LOST_WORDS, SPECIAL_STARTS, check_end, check_escapes, place_of, resolve
from mkdocs_journeys.yamlfile.values import LineCol, Map, Path, Seq, Value

SHORT_KEY = 64
ODD_KEYS = frozenset(("", "<<"))

_Outer: TypeAlias = tuple[Map | Seq | None, str, LineCol, bool, str | None, int]
"""What was being filled when a deeper mapping or list began: container, key, its place, whether to keep the
value, and of the deeper one the anchor and how many values there were before it."""


def build(text: str, limits: Limits, report: ProblemLog) -> Map:
    """The mapping that a text holds. Raises UnreadableError, with the reason in the report, when there is none."""
    builder = _Builder(text, limits, report)
    handlers: dict[type, Callable[[Any], None]] = {
        ScalarEvent: builder.scalar,
        MappingStartEvent: builder.start_map,
        SequenceStartEvent: builder.start_seq,
        MappingEndEvent: builder.end,
        SequenceEndEvent: builder.end,
        AliasEvent: builder.alias,
    }
    try:
        for event in events_of(text):
            if handle := handlers.get(event.__class__):
                handle(event)
            elif isinstance(event, DocumentStartEvent):
                if builder.has_document:
                    message = "A second document starts here (---); the rest of the file is not read."
                    report.error("yaml-document", _place(event), message, "Make it a file of its own, or remove it.")
                    break
                builder.has_document = True
                if event.tags:
                    report.error("yaml-tag", _place(event), "%TAG lines are not allowed.", "Remove this line.")
    except yaml.MarkedYAMLError as failure:
        raise _syntax_error(failure, text, report) from None
    except (yaml.YAMLError, ValueError, OverflowError) as failure:
        offset = getattr(failure, "position", 0) if isinstance(failure, yaml.reader.ReaderError) else 0
        place = place_of(text, offset if isinstance(offset, int) else 0)
        raise report.stop("yaml-syntax", place, "A character here cannot stand in YAML.", "Remove it.") from None
    return builder.finish()


def _place(event: Event) -> LineCol:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


class _Builder:
    """Puts each value where it belongs; one method per kind of event.

    `wants_key` is True while a mapping waits for its next key, `keep` False for values of refused keys.
    """

    def __init__(self, text: str, limits: Limits, report: ProblemLog) -> None:
        self.text = text
        self.may_be_cut = LOST_WORDS.search(text) is not None
        self.limits = limits
        self.report = report
        self.anchors = Anchors(limits, report)
        self.outer: list[_Outer] = []
        self.container: Map | Seq | None = None
        self.wants_key = False
        self.key = ""
        self.key_place: LineCol = (1, 1)
        self.keep = True
        self.known_keys: dict[str, str] = {}
        self.root: Value = None
        self.root_place: LineCol = (1, 1)
        self.has_document = False
        self.values = 0

    def scalar(self, event: ScalarEvent) -> None:
        mark: Any = event.start_mark
        place = (mark.line + 1, mark.column + 1)
        text: str = event.value
        self.values += 1
        if self.values > self.limits.values or len(text) > self.limits.text_characters or event.tag is not None:
            checks.check_count(self.values, place, self.limits, self.report)
            checks.check_text(text, place, self.limits, self.report)
            checks.check_tag(event, place, self.report)
        if event.style and not text.isprintable():
            check_escapes(text, place, self.report)
        if self.wants_key:
            self._take_key(event, text, place)
            return
        value: Value = text
        if text[:1] in SPECIAL_STARTS and not event.style:
            value = resolve(text, place, self.report)
        if self.may_be_cut and not event.style:
            end: Any = event.end_mark
            check_end(self.text, end.index, text, place, self._path(), self.report)
        if event.anchor:
            self.anchors.define(event.anchor, place, value, 1)
        self._attach(value, place, None if value is text else text)

    def start_map(self, event: MappingStartEvent) -> None:
        container = Map()
        container.index = None
        self._start(event, container)
        self.wants_key = True

    def start_seq(self, event: SequenceStartEvent) -> None:
        self._start(event, Seq())
        self.wants_key = False

    def end(self, _event: MappingEndEvent | SequenceEndEvent) -> None:
        done = self.container
        self.container, self.key, self.key_place, self.keep, anchor, before = self.outer.pop()
        if anchor:
            self.anchors.close(anchor, done, self.values + self.anchors.expanded - before)
        if done is not None:
            place = (done.places[0], done.places[1])
            done.places = array("I", done.places)
            self._attach(done, place, None)

    def alias(self, event: AliasEvent) -> None:
        place = _place(event)
        if self.wants_key:
            message = f"YAML reads *{event.anchor} as a reference, and a name before a colon cannot be one."
            raise self.report.stop("yaml-key", place, message, "Put the name in quotes, or write it out.")
        self._attach(self.anchors.follow(event.anchor or "", place, self.values), place, None)

    def finish(self) -> Map:
        self.anchors.warn_of_unused()
        if isinstance(self.root, Map):
            return self.root
        if self.root is None:
            message = "The file holds nothing but comments." if "#" in self.text else "The file is empty."
            hint = "Write a field such as 'title: …', or remove the file."
            raise self.report.stop("yaml-empty", (1, 1), message, hint)
        glued = GLUED.match(self.root) if isinstance(self.root, str) else None
        if glued:
            place = self.root_place[0], self.root_place[1] + glued.end()
            raise self.report.stop("yaml-syntax", place, "A space is missing after this colon.", "Write 'name: value'.")
        message = "The outermost level of the file must be fields such as 'title: …'."
        hint = "Start each line of that level with a name, a colon and a space."
        raise self.report.stop("yaml-top-level", self.root_place, message, hint)

    def _path(self) -> Path:
        """The way to the value that comes next."""
        levels = [*((container, key) for container, key, *_ in self.outer[1:]), (self.container, self.key)]
        return tuple(len(container) if isinstance(container, Seq) else key for container, key in levels)

    def _start(self, event: MappingStartEvent | SequenceStartEvent, container: Map | Seq) -> None:
        place = _place(event)
        before = self.values + self.anchors.expanded
        self.values += 1
        checks.check_count(self.values, place, self.limits, self.report)
        checks.check_depth(len(self.outer), place, self.limits, self.report)
        checks.check_tag(event, place, self.report)
        if self.wants_key:
            message = "The name before a colon must be text, not a list or a group of fields."
            raise self.report.stop("yaml-key", place, message, "Put a name with brackets in quotes.")
        if event.anchor:
            self.anchors.define(event.anchor, place)
        self.outer.append((self.container, self.key, self.key_place, self.keep, event.anchor, before))
        container.places = [*place]
        container.sources = None
        self.container = container
        self.keep = True

    def _attach(self, value: Value, place: LineCol, source: str | None) -> None:
        container = self.container
        if isinstance(container, Map):
            self.wants_key = True
            if self.keep:
                container[self.key] = value
                container.places += self.key_place
                container.places += place
                if source is not None:
                    container.sources = container.sources or {}
                    container.sources[self.key] = source
            self.keep = True
        elif container is not None:
            self.wants_key = False
            if source is not None:
                container.sources = container.sources or {}
                container.sources[len(container)] = source
            container.append(value)
            container.places += place
        else:
            self.root, self.root_place = value, place

    def _take_key(self, event: ScalarEvent, text: str, place: LineCol) -> None:
        self.wants_key = False
        self.key = self.known_keys.setdefault(text, text)
        self.key_place = place
        container: Any = self.container
        if text in container or len(text) > SHORT_KEY or text in ODD_KEYS or event.anchor:
            self.keep = checks.key_is_usable(event, place, container, self.limits, self.report)


def _syntax_error(failure: yaml.MarkedYAMLError, text: str, report: ProblemLog) -> UnreadableError:
    lines = text.split("\n")
    since = _place_of_mark(failure.context_mark, lines)
    at = _place_of_mark(failure.problem_mark, lines) or since or (1, 1)
    place, message, hint = explain(SyntaxFailure(failure.problem or "", failure.context or "", at, since or at, lines))
    rule = "yaml-tag" if " tag" in f"{failure.context or ''} {failure.problem or ''}" else "yaml-syntax"
    return report.stop(rule, place, message, hint)


def _place_of_mark(mark: yaml.Mark | None, lines: list[str]) -> LineCol | None:
    """The place of a mark, moved into the text where libyaml points behind its end."""
    if mark is None:
        return None
    if mark.line >= len(lines):
        return len(lines), len(lines[-1]) + 1
    return mark.line + 1, min(mark.column, len(lines[mark.line])) + 1
