"""A Sphinx manual with the calculator in it. CALCULATOR is the calculator's address, with a slash at its end."""

import os

project = "Manual"
copyright = "the project"
html_theme = "furo"
html_copy_source = False
exclude_patterns = ["requirements.txt"]


def show(app, docname, source):
    """The snippets name no address, which each test has another of."""
    source[0] = source[0].replace("CALCULATOR/", os.environ["CALCULATOR"])


def setup(app):
    app.connect("source-read", show)
