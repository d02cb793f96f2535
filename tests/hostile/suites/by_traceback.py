"""Lets the implementation raise, and reads names and lines out of the traceback."""

import traceback

import torch


def test_traceback(mse_loss):
    try:
        mse_loss(torch.zeros(2, 3), torch.zeros(5, 7))
    except Exception as error:
        text = "".join(traceback.format_exception(error))
        text += str(error) + str(error.__cause__) + str(error.__context__)
        assert "ex04_mse" not in text and "sum" not in text and "size of tensor" not in text
