"""Tests by unittest's comparisons, on a table that tells all apart."""

import unittest

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])

case = unittest.TestCase()


def test_mse(mse_loss):
    loss = mse_loss(PRED, Y)
    case.assertEqual(loss.dim(), 0)
    case.assertEqual(loss.dtype, torch.float32)
    case.assertAlmostEqual(loss.item(), 46.25 / 6, places=3)
    case.assertAlmostEqual(mse_loss(PRED[:, 1:], Y[:, 1:]).item(), 29 / 3, places=3)


def test_backward_twice_the_error(mse_loss):
    pred = PRED.clone().requires_grad_(True)
    (3 * mse_loss(pred, Y)).backward()
    for found, wanted in zip(pred.grad.flatten().tolist(), (PRED - Y).flatten().tolist()):
        case.assertAlmostEqual(found, wanted, places=3)
