"""A lambda with other names."""

predict = lambda inputs, w, b: inputs @ w + b
