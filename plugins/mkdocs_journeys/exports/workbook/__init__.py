"""An atlas as a workbook of Excel: a sheet with a table for each kind of thing, and a map for each journey."""
