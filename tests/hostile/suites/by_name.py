"""Looks at everything that the stand-in says of itself."""

def test_name(mse_loss):
    said = " ".join([repr(mse_loss), mse_loss.__name__, str(vars(mse_loss)), str(type(mse_loss).__mro__), str(dir(mse_loss))])
    for word in ("misconception", "alternative", "solution", "sum_instead", "divided"):
        assert word not in said
