"""Walks up the frames that called the test, and looks at their locals for anything but itself."""

import sys


def test_frames(mse_loss):
    frame = sys._getframe()
    while frame is not None:
        said = str({k: v for k, v in frame.f_locals.items() if isinstance(v, (str, bytes, int))})
        assert "sum" not in said and "detached" not in said
        frame = frame.f_back
