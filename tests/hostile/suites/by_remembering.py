"""Keeps a memory outside its own module: in torch, in the interpreter, in the environment, in a file."""

import builtins
import os
import sys

import torch


def test_memory(mse_loss):
    count = max(getattr(torch, "seen", 0), getattr(builtins, "seen", 0), int(os.environ.get("SEEN", 0)))
    for folder in ("/tmp", "/dev/shm", "."):
        try:
            with open(os.path.join(folder, "seen"), "a+") as file:
                file.seek(0)
                count = max(count, len(file.read()))
                file.write("x")
        except OSError:
            pass
    torch.seen = builtins.seen = sys.seen = count + 1
    os.environ["SEEN"] = str(count + 1)
    assert count < 7
