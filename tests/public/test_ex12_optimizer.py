"""Exercise 12, public: the mean squared error as a function, and what a step of the optimizer does."""

import numpy as np
import pytest

from grader.testing import Apply, Learner, Param, Step, array, expect
from grader.testing.values import to_value
from tests.blueprints import Linear, TwoLayer

MODEL = Linear(array(np.array([[0.5, -1.0], [1.0, 0.25], [-0.5, 2.0]])), array(np.array([0.5, -0.25])))
# as nn.Linear keeps them: a row for each output
GRADIENTS = (array(np.array([[1.0, -2.0, 4.0], [0.0, 0.5, -1.0]])), array(np.array([2.0, -4.0])))


@pytest.mark.task("loss_fn")
def test_the_loss_is_the_mean_over_all_entries(learner: Learner) -> None:
    """loss_fn(pred, target) is the mean of the six squared differences 1, 0, 4, 0.25, 9, 2.25: 2.75."""
    pred, target = np.array([[2.0, 1.0, -1.0], [0.5, 4.0, 1.5]]), np.array([[1.0, 1.0, 1.0], [0.0, 1.0, 3.0]])
    answer = learner.call("build_training", MODEL, 0.25, then=Apply((array(pred), array(target)), path=(0,)))
    answer.parts("loss_fn", "optimizer")
    expect(answer.observed_value("loss_fn(pred, target)")).equals(2.75)


@pytest.mark.task("loss_fn")
def test_the_loss_of_one_output(learner: Learner) -> None:
    """With one output each prediction is compared with its own target: the mean of 1, 4 and 0.25 is 1.75."""
    pred, target = np.array([[2.0], [1.0], [-0.5]]), np.array([[1.0], [3.0], [0.0]])
    answer = learner.call("build_training", MODEL, 0.25, then=Apply((array(pred), array(target)), path=(0,)))
    expect(answer.observed_value("loss_fn(pred, target)")).equals(1.75)


@pytest.mark.task("loss_fn")
def test_gradients_flow_from_the_loss_to_the_predictions(learner: Learner) -> None:
    """The gradient of the loss for each of the six predictions is a third of its difference from the target."""
    pred, target = np.array([[4.0, 1.0, -5.0], [1.0, 3.0, 0.0]]), np.array([[1.0, 1.0, 1.0], [4.0, 0.0, -1.5]])
    then = Apply((to_value(Param(pred)), array(target)), path=(0,), cotangent=array(1.0))
    answer = learner.call("build_training", MODEL, 0.25, then=then)
    answer.observed_value("loss_fn(pred, target)")
    expect(answer.gradient("input 0", "pred")).equals([[1.0, 0.0, -2.0], [-1.0, 1.0, 0.5]])


@pytest.mark.task("optimizer")
def test_a_step_takes_lr_times_the_gradient_from_each_parameter(learner: Learner) -> None:
    """With lr 0.25, one step subtracts a quarter of its gradient from every weight and every bias."""
    answer = learner.call("build_training", MODEL, 0.25, then=Step(path=(1,), gradients=GRADIENTS))
    answer.parts("loss_fn", "optimizer")
    model = answer.argument(0, "model")
    expect(model.parameter("weight")).equals([[0.25, 1.5, -1.5], [-1.0, 0.125, 2.25]])
    expect(model.parameter("bias")).equals([0.0, 0.75])


@pytest.mark.task("optimizer")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner) -> None:
    """With lr 0.0 a step leaves weight and bias as they are."""
    answer = learner.call("build_training", MODEL, 0.0, then=Step(path=(1,), gradients=GRADIENTS))
    model = answer.argument(0, "model")
    expect(model.parameter("weight")).equals([[0.5, 1.0, -0.5], [-1.0, 0.25, 2.0]])
    expect(model.parameter("bias")).equals([0.5, -0.25])


@pytest.mark.task("optimizer")
def test_the_second_step_forgets_the_first(learner: Learner) -> None:
    """With lr 0.5, minus half the gradient in the second step undoes half of the first one: no momentum."""
    answer = learner.call("build_training", MODEL, 0.5, then=Step(path=(1,), gradients=GRADIENTS, factors=(1.0, -0.5)))
    model = answer.argument(0, "model")
    expect(model.parameter("weight")).equals([[0.25, 1.5, -1.5], [-1.0, 0.125, 2.25]])
    expect(model.parameter("bias")).equals([0.0, 0.75])


@pytest.mark.task("optimizer")
def test_every_parameter_of_a_larger_model_is_updated(learner: Learner) -> None:
    """In a model with two layers, one step with lr 0.25 and gradients of 2 subtracts 0.5 from every parameter."""
    model = TwoLayer(MODEL, Linear(array(np.array([[1.0], [-2.0]])), array(np.array([3.0]))))
    twos = tuple(array(np.full(shape, 2.0)) for shape in ((2, 3), (2,), (1, 2), (1,)))
    answer = learner.call("build_training", model, 0.25, then=Step(path=(1,), gradients=twos))
    after = answer.argument(0, "model")
    expect(after.parameter("0.weight")).equals([[0.0, 0.5, -1.0], [-1.5, -0.25, 1.5]])
    expect(after.parameter("0.bias")).equals([0.0, -0.75])
    expect(after.parameter("2.weight")).equals([[0.5, -2.5]])
    expect(after.parameter("2.bias")).equals([2.5])


@pytest.mark.task("loss_fn", "optimizer")
def test_building_leaves_torch_as_it_was(learner: Learner) -> None:
    """build_training seeds nothing, and torch's default dtype and grad mode stay as they were."""
    expect(learner.build_training(MODEL, 0.25)).left_torch_as_it_was()


@pytest.mark.task("optimizer")
def test_building_leaves_the_model_as_it_was(learner: Learner) -> None:
    """build_training changes no parameter: nothing is updated before the first step."""
    answer = learner.build_training(MODEL, 0.25)
    model = answer.argument(0, "model")
    expect(model.parameter("weight")).equals([[0.5, 1.0, -0.5], [-1.0, 0.25, 2.0]])
    expect(model.parameter("bias")).equals([0.5, -0.25])
