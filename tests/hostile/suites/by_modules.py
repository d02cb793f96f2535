"""Looks into the loaded modules for the catalogue."""

import sys


def test_modules(mse_loss):
    for name in list(sys.modules):
        assert not name.startswith(("ex04", "implementation_", "tests.", "solutions"))
        assert "misconceptions" not in str(getattr(sys.modules[name], "__file__", ""))
