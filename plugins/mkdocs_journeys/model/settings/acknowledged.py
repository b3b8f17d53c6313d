"""acknowledged.yml: changes that somebody accepted as they are, for a while."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from mkdocs_journeys.model.base import FINGERPRINT_PATTERN, Date, Document, Model, Text


class Acknowledgement(Model):
    """One change that is accepted as it is."""

    change: Annotated[str, StringConstraints(pattern=FINGERPRINT_PATTERN)]
    """Its fingerprint, in quotes. Example: "60f193be5c02b8b5" """
    says: Text
    """What the change is, in the words of `journeys diff`. Example: "*Compares the plans* fell to very negative" """
    reason: Text
    """Why it is accepted. Example: Legal needs the longer form until the new contract is signed"""
    by: Text
    """Who accepts it. Example: Jo Lund"""
    until: Date
    """The last day on which it is accepted. Example: 2026-12-31"""


class Acknowledged(Document):
    """Changes for the worse that you accept for now: `journeys ack` writes this file, and gates leave them out."""

    format: Literal[1]
    """The version of the format that this file is written in. Example: 1"""
    changes: tuple[Acknowledgement, ...] = ()
    """The changes that are accepted.
    Example: [{change: "60f193be5c02b8b5", says: It takes longer, reason: Legal, by: Jo Lund, until: 2026-12-31}]
    """
