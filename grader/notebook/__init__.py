"""Notebooks that the grader writes."""
