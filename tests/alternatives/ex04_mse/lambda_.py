"""A lambda with other parameter names."""

mse_loss = lambda guess, truth: ((guess - truth) ** 2).mean()
