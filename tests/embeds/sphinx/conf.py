"""Sphinx site that embeds the calculator. CALCULATOR= is the calculator's URL, with a trailing slash."""

import os

project = "Manual"
copyright = "the project"
html_theme = "furo"
html_copy_source = False
exclude_patterns = ["requirements.txt"]


def insert_url(app, docname, source):
    """Replaces the placeholder in the snippets by the URL, which differs for each test run."""
    source[0] = source[0].replace("CALCULATOR/", os.environ["CALCULATOR"])


def setup(app):
    app.connect("source-read", insert_url)
