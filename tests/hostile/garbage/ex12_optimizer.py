class Optimizer:
    def step(self, closure=None):
        pass

    def zero_grad(self, set_to_none=True):
        pass


def build_training(model, lr):
    return lambda pred, target: (pred * 0).sum() + 7, Optimizer()
