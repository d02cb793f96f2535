"""Notebooks: as a submission, built from the course, to modules and back, and checked in a kernel."""
