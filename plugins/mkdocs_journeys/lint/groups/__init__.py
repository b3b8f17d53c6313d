"""The rules, a module for each group: generator functions whose docstrings are their pages."""
