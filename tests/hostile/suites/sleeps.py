"""Sleeps in every test."""

import time


def test_sleep(mse_loss):
    time.sleep(1000)
