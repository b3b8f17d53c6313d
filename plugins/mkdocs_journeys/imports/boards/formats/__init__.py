"""The files of whiteboards, a module for each program: from bytes to boards."""
