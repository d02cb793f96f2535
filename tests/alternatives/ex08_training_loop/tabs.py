"""Indented with tabs; the loss is added up entry by entry."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
	history = []
	for epoch in range(epochs):
		pred = X @ weight + bias
		total = 0
		for i in range(y.shape[0]):
			for j in range(y.shape[1]):
				total = total + (pred[i, j] - y[i, j]) ** 2
		loss = total / (y.shape[0] * y.shape[1])
		history.append(loss.item())
		loss.backward()
		with torch.no_grad():
			weight -= lr * weight.grad
			bias -= lr * bias.grad
		weight.grad = None
		bias.grad = None
		if epoch % log_every == 0 or epoch == epochs - 1:
			print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
	return weight, bias, history
