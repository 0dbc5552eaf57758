"""Figures that leave the office: counts of what was reported, with consent, and without what could tell who it was.

`publishing` has the rule for small numbers (docs/decisions/0022-figures.md), `obstacles` what is counted. Nothing is imported
here and nothing is stored: figures are made anew from what is there.
"""
