"""The emotions of a map: the curve, the dotted one of other days, and the strip that shows all of it."""
