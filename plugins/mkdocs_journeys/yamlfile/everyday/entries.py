"""The lines of a file as entries: one match for each `key: value`, `- key: value` or `- value`."""

import re

BLANK = r"[ ]*+(?:\#[^\n]*+)?+\n"
KEY = r"\w[\w-]*+(?:[ ][\w-]++)*+"
_INSIDE = r"\1(?(3)(?(2)[ ][ ]))"
"""The column at which this entry's key, or its dash, stands."""
_CONTINUES = rf"(?:[ ]*+\n)*+{_INSIDE}[ ]++[^ \n\#]"
_PLAIN = r"(?:-(?=[0-9])|[^ \n\-?:,\[\]{}\#&*!|>'\"%@`])[^\n:\#]*+(?:(?::(?![ \n])|(?<![ ])\#)[^\n:\#]*+)*+"
_ITEMS = r"[^\[\]{}'\"\n:\#&*!|>%@`?\\]*+"
_DEEPER_LINES = rf"(?:\n(?:[ ]*+\n)*+{_INSIDE}[ ]++[^\n]++)*+"
_CLOSING_LINE = rf"(?:\n{_INSIDE}[\]}}][^\n]*+)?+"
_BLANK_LINES = r"(?:\n[ ]*+(?=\n))*+"

ENTRY = re.compile(
    rf"""
    (?:{BLANK})*+
    (?:
        \Z
      | ([ ]*+) (-[ ])?+ (?:({KEY}):(?:[ ]++|(?=\n)))?
        (?:
            (?:\#[^\n]*+)?+\n
          | ({_PLAIN})\n(?!{_CONTINUES})
          | (\[{_ITEMS}\])[ ]*+\n(?!{_CONTINUES})
          | (
                (?=[\[{{]) [^\n]++ {_DEEPER_LINES} {_CLOSING_LINE}
              | (?=[|>]) [^\n]++ {_DEEPER_LINES} {_BLANK_LINES}
              | [^\n]++ {_DEEPER_LINES}
            )\n
        )
    )
    """,
    re.VERBOSE,
)
"""An entry with the blank lines and comments above it and all lines that continue its value.

Groups: 1 the indentation, 2 the dash, 3 the key; then at most one of 4 a plain text on one line, 5 a list of
plain items on one line, 6 a value of any other form, or a line that is no entry. From the start of one
line the matches fill a text that ends with a line end.
"""
