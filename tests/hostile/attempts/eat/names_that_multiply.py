"""Renames a module so often that its name may stand for more things than there is memory."""

import torch

STOPPED_BY = "bounded syntax rules"
EXERCISE = "ex03_prediction"
STATUS = {"weighted_sum": "failed", "gradient_flow": "failed"}
SAYS = "a stands for too many things in this file to be followed. Give each its own name."

a = torch
if False:
    a = a.b01
    a = a.b02
    a = a.b03
    a = a.b04
    a = a.b05
    a = a.b06
    a = a.b07
    a = a.b08
    a = a.b09
    a = a.b10
    a = a.b11
    a = a.b12
    a = a.b13
    a = a.b14
    a = a.b15
    a = a.b16
    a = a.b17
    a = a.b18
    a = a.b19
    a = a.b20


def predict(X, weight, bias):
    return a.zeros(1)
