"""A learner's module as text and syntax tree."""
