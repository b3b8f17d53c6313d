"""The Jinja environment of our templates: autoescaped, with undefined names as errors."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.site.rendering.compat import EscapingEnvironment, when_drawn
from mkdocs_journeys.site.rendering.messages import speak_in
from mkdocs_journeys.site.rendering.numbers import cost_in_words, day, emotion_class, number, signed
from mkdocs_journeys.site.rendering.template_cache import template_cache
from mkdocs_journeys.site.rendering.terms import term

_QUOTED = re.compile(r"`([^`]+)`")


def environment(templates_dir: str | None = None) -> Environment:
    """The environment of every page; templates in `templates_dir` win over ours by name."""
    ours = PackageLoader("mkdocs_journeys.templates", "")
    loader = ChoiceLoader([FileSystemLoader(templates_dir), ours]) if templates_dir else ours
    made = EscapingEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=template_cache(),
    )
    speak_in(made)
    made.filters["signed"] = when_drawn(signed)
    made.filters["emotion_word"] = when_drawn(lambda value: term(emotion_word(value)))
    made.filters["emotion_class"] = emotion_class
    made.filters["number"] = when_drawn(number)
    made.filters["cost"] = when_drawn(cost_in_words)
    made.filters["day"] = when_drawn(day)
    made.filters["term"] = when_drawn(term)
    made.filters["words"] = lambda slug: slug.replace("-", " ")
    made.filters["code"] = with_code
    made.filters["capitalised"] = lambda words: f"{words[:1].upper()}{words[1:]}"
    return made


def render(templates: Environment, name: str, values: Mapping[str, Any]) -> Markup:
    """The output of a template, as safe HTML."""
    return Markup(templates.get_template(name).render(values))  # noqa: S704 - autoescaped


def with_code(sentence: str) -> Markup:
    """A sentence escaped, with its `quoted names` as code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - escaped just here


def theme_text(text: str) -> Markup:
    """Author text on one line, escaped; being Markup, a theme's own `| e` does not escape it again.

    MkDocs' Jinja environment has no autoescape: its `{{ page.title }}` writes what it is given.
    """
    return escape(" ".join(text.split()))
