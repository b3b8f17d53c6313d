"""An atlas for other programs: a module for each format, from an atlas to bytes."""
