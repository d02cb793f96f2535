"""What there is to see of the learner's own functions: `python -m grader show` calls them on the lecture's data.

Learners get this file, so no general formula stands here. What is exact is exact for these tables only: the loss as
a polynomial in weight and bias with every number worked out, and where training leads in closed form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from grader.drawing import (
    Arrows,
    Axis,
    Contours,
    Layer,
    Line,
    Picture,
    Points,
    Settings,
    Show,
    Squares,
    contours,
    numbers,
)
from grader.testing import Apply, Floats, Learner, Param, Part, Step, array, losses_of, say
from tests.blueprints import SGD, Adam, Linear, MSELoss

HOURS, SCORES = np.array([1.0, 2.0, 3.0]), np.array([20.0, 40.0, 60.0])
X, Y = HOURS[:, None], SCORES[:, None]
WEATHER = np.array([[73.0, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]])
YIELDS = np.array([[56.0, 70], [81, 101], [119, 133], [22, 37], [103, 119]])

WEIGHTS, BIASES = (-14.0, 45.0), (-25.0, 25.0)  # that are seen, where no training says otherwise
LEVELS = (30, 200, 600, 1441, 2600)
ALONG = np.linspace(0, 4, 9)  # hours at which a line is asked for
EVERY_EPOCH, FURTHER_CHECKPOINTS = 30, 16  # of a training: each is a call of its own
DIVERGED = 1e4  # times the first loss; a training that is so far away is not followed further


# ---- what is exact ----


@dataclass(frozen=True)
class Bowl:
    """The loss on one of the tables: a bowl over the parameters, weights first, bias last.

    Attributes:
        bottom: the parameters with the smallest loss, a column for each output.
        curvature: the second derivatives of the loss, the same for every output.
        lowest: the smallest loss.
    """

    bottom: Floats
    curvature: Floats
    lowest: float

    def loss(self, theta: Floats) -> float:
        """The loss at a point, shape (p, k)."""
        away = theta - self.bottom
        return self.lowest + float(np.sum(away * (self.curvature @ away))) / 2

    def slope(self, theta: Floats) -> Floats:
        """The slope along each parameter."""
        return np.asarray(self.curvature @ (theta - self.bottom))

    def descend(self, start: Floats, lr: float, epochs: int) -> Floats:
        """Where gradient descent is after so many epochs: each shrinks the distance by the same matrix."""
        shrink = np.linalg.matrix_power(np.eye(len(start)) - lr * self.curvature, epochs)
        return np.asarray(self.bottom + shrink @ (start - self.bottom))


HOURS_BOWL = Bowl(np.array([[20.0], [0.0]]), np.array([[28.0, 12], [12, 6]]) / 3, 0.0)
# over the weather, each sum of products divided by the 5 regions
CROPS_BOWL = Bowl(
    np.linalg.lstsq(np.column_stack([WEATHER, np.ones(5)]), YIELDS)[0],
    np.array([[36344.0, 35567, 22613, 422], [35567, 41254, 24596, 428], [22613, 24596, 15578, 272], [422, 428, 272, 5]])
    / 5,
    0.48312122205820734,
)


def hours_loss(weight: Floats, bias: Floats | float) -> Floats:
    """The loss on the study hours, as a polynomial of these three rows."""
    away = weight - 20
    return np.asarray(14 / 3 * away**2 + 4 * away * bias + bias**2)


# ---- pieces of pictures: made when they are asked for, in the language that is chosen then ----


def hours_axis(high: float = 4) -> Axis:
    """Hours of study, from 0."""
    return Axis(say("study hours"), 0, high)


def score_axis(low: float = 0, high: float = 80) -> Axis:
    """Scores."""
    return Axis(say("score"), low, high)


def weight_axis(limits: tuple[float, float] = WEIGHTS) -> Axis:
    """The weight, by default over the whole bowl."""
    return Axis(say("weight"), *limits)


def bias_axis(limits: tuple[float, float] = BIASES) -> Axis:
    """The bias, by default over the whole bowl."""
    return Axis(say("bias"), *limits)


def data() -> Points:
    """The three students."""
    return Points("data", HOURS, SCORES, say("students"))


def bowl_lines(
    weights: tuple[float, float] = WEIGHTS, biases: tuple[float, float] = BIASES, levels: tuple[float, ...] = LEVELS
) -> Contours:
    """Lines of equal loss on the study hours, over a range of weights and of biases."""
    return contours(hours_loss, levels, weights, biases, say("equal loss"), (20.0, 0.0))


def float32(number: float) -> float:
    """The nearest number that a float32 tensor can hold: exact values begin where the learner's begin."""
    return float(np.float32(number))


def at(weight: float, bias: float) -> tuple[Floats, Floats]:
    """Parameters of the study hours in their shapes."""
    return np.array([[float32(weight)]]), np.array([float32(bias)])


def scores_along(weight: float, bias: float) -> Floats:
    """The heights of a line over `ALONG`."""
    return bias + weight * ALONG


def pair(first: Part, second: Part) -> Floats:
    """Two numbers for weight and bias, shapes (1, 1) and (1,), as one point."""
    return np.concatenate([numbers(first, (1, 1)).ravel(), numbers(second, (1,))])


# ---- from data to one step ----


def dataset(learner: Learner, _settings: Settings) -> Iterator[Picture]:
    """Their tensors as points, over those of the table."""
    tensors = learner.to_tensors([[1], [2], [3]], [[20], [40], [60]])
    features, targets = tensors.parts("X", "y")
    layers: list[Layer] = [
        data(),
        Points("yours", numbers(features, (3, 1)), numbers(targets, (3, 1)), say("your tensors")),
    ]
    words = say("Each row of your tensors is one student: hours to the right, score upwards.")
    yield Picture(say("The table as your tensors have it"), hours_axis(), score_axis(), layers, words)


def parameters(learner: Learner, _settings: Settings) -> Iterator[Picture]:
    """A line for each of a dozen draws."""
    drawn = []
    for seed in range(12):
        answer = learner.call("init_parameters", 1, 1, seed=seed)
        drawn.append(pair(*answer.parts("weight", "bias")))
    lines = [Line("yours", ALONG, scores_along(*theta), say("your random starts")) for theta in drawn]
    words = say("Every call draws another line; none of them knows the data. Training begins with one of these.")
    yield Picture(say("A dozen of your random starts"), hours_axis(), score_axis(-10, 65), [*lines, data()], words)


def prediction(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Their line over the points."""
    weight, bias = settings.start
    yours = numbers(learner.predict(ALONG[:, None], *at(weight, bias)).result, (len(ALONG), 1)).ravel()
    layers: list[Layer] = [Line("yours", ALONG, yours), Line("exact", ALONG, scores_along(weight, bias)), data()]
    right = bias + 2 * weight
    words = say(
        "Weight {weight:g}, bias {bias:g}: for 2 hours you predict {yours:g}, exactly {right:g}.",
        weight=weight,
        bias=bias,
        yours=yours[4],
        right=right,
    )
    yield Picture(say("Your predictions along the study hours"), hours_axis(), score_axis(), layers, words)


def squared_errors(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """The squares whose mean the loss is, and the loss as a function of the weight."""
    weight, bias = settings.start

    def loss(weight: float) -> float:
        predicted = (bias + weight * HOURS)[:, None].astype(np.float32).astype(np.float64)
        return float(numbers(learner.mse_loss(predicted, Y).result, ()))

    yours, exact = loss(weight), float(hours_loss(np.array(weight), bias))
    line = scores_along(weight, bias)
    squares = Squares("exact", HOURS, bias + weight * HOURS, SCORES, say("squared errors"))
    words = say("The mean of the three areas is {exact:.6g}. Your loss is {yours:.6g}.", exact=exact, yours=yours)
    yield Picture(
        say("What the loss is the mean of"),
        hours_axis(6),
        score_axis(),
        [squares, Line("data", ALONG, line, say("line")), data()],
        words,
    )
    along = np.linspace(-10, 50, 31)
    curve = [loss(float(one)) for one in along]
    layers: list[Layer] = [
        Line("yours", along, curve, say("your loss")),
        Line("exact", along, hours_loss(along, bias), say("exact loss")),
        Points("yours", [weight], [yours], say("at weight {weight:g}", weight=weight)),
    ]
    best = float32(20 - 3 / 7 * bias)
    least = hours_loss(np.array(best), bias)
    words = say(
        "The exact loss is lowest at weight {best:.4g}: {least:.6g}. Yours is {yours:.6g} there.",
        best=best,
        least=least,
        yours=loss(best),
    )
    loss_axis = Axis(say("loss"), 0, 4500)
    yield Picture(
        say("Your loss along the weight, bias {bias:g}", bias=bias), Axis(say("weight")), loss_axis, layers, words
    )


def slopes(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Their gradient as the slope of the loss, along either parameter."""
    weight, bias = at(*settings.start)
    answer = learner.autograd_gradients(X, Y, Param(weight), Param(bias))
    yours = pair(*answer.parts("grad_weight", "grad_bias"))
    theta = np.array([weight.item(), bias.item()])
    exact, height = HOURS_BOWL.slope(theta[:, None]).ravel(), float(hours_loss(theta[0], theta[1]))
    for parameter, name in enumerate(("weight", "bias")):
        line = theta[parameter] + np.linspace(-30, 30, 41)
        loss = hours_loss(line, theta[1]) if parameter == 0 else hours_loss(theta[0], line)
        near = theta[parameter] + np.array([-8.0, 8.0])
        layers: list[Layer] = [
            Line("data", line, loss, say("loss")),
            Line("yours", near, height + yours[parameter] * (near - theta[parameter]), say("your slope")),
            Line("exact", near, height + exact[parameter] * (near - theta[parameter]), say("exact slope")),
            Points("data", [theta[parameter]], [height], say("here")),
        ]
        words = say(
            "Your slope along the {name} is {yours:.6g}, exactly {exact:.6g}.",
            name=say(name),
            yours=yours[parameter],
            exact=exact[parameter],
        )
        top = Axis(say("loss"), 0, max(3000.0, 2 * height))
        yield Picture(say("The loss along the {name}", name=say(name)), Axis(say(name)), top, layers, words)


PLACES = np.array([[-6.0, -14], [-8, 12], [4, 0], [4, 21], [37, -21], [36, -6], [34, 12], [14, -12]])


def gradients(learner: Learner, _settings: Settings) -> Iterator[Picture]:
    """Their gradients at some places, as arrows downhill."""
    yours = []
    for place in PLACES:
        answer = learner.manual_gradients(X, Y, *at(*place))
        yours.append(pair(*answer.parts("grad_weight", "grad_bias")))
    exact = HOURS_BOWL.slope(PLACES.T).T
    shorter = 0.03  # of a gradient; whole, most would leave the picture
    layers: list[Layer] = [
        bowl_lines(),
        Arrows("yours", PLACES, PLACES - shorter * np.array(yours)),
        Arrows("exact", PLACES, PLACES - shorter * exact),
    ]
    words = say(
        "Arrows point against the gradient, at {shorter:g} of its length. At weight 4 and bias 0 yours is "
        "({your_x:.6g}, {your_y:.6g}), exactly ({exact_x:.6g}, {exact_y:.6g}).",
        shorter=shorter,
        your_x=yours[2][0],
        your_y=yours[2][1],
        exact_x=exact[2][0],
        exact_y=exact[2][1],
    )
    yield Picture(
        say("Your gradients, downhill over the lines of equal loss"), weight_axis(), bias_axis(), layers, words
    )


def steps(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Where one update leads from some places."""
    yours = []
    for place, slope in zip(PLACES, HOURS_BOWL.slope(PLACES.T).T, strict=True):
        (weight, bias), (grad_weight, grad_bias) = at(*place), at(*slope)
        answer = learner.update(Param(weight, grad_weight), Param(bias, grad_bias), settings.lr)
        yours.append(pair(*answer.parts("weight", "bias")))
    yield _steps_picture(say("One update of yours"), np.array(yours), settings.lr)


def optimizer_steps(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Where one step of their optimizer leads from some places."""
    yours = []
    for place, slope in zip(PLACES, HOURS_BOWL.slope(PLACES.T).T, strict=True):
        (weight, bias), (grad_weight, grad_bias) = at(*place), at(*slope)
        then = Step(path=(1,), gradients=(array(grad_weight), array(grad_bias)))
        answer = learner.call("build_training", Linear(array(weight), array(bias)), settings.lr, then=then)
        model = answer.argument(0, "model")
        yours.append(pair(model.parameter("weight"), model.parameter("bias")))
    yield _steps_picture(say("One step of your optimizer"), np.array(yours), settings.lr)


def _steps_picture(title: str, yours: Floats, lr: float) -> Picture:
    exact = PLACES - lr * HOURS_BOWL.slope(PLACES.T).T
    layers: list[Layer] = [bowl_lines(), Arrows("yours", PLACES, yours), Arrows("exact", PLACES, exact)]
    words = say(
        "Learning rate {lr:g}. From weight 4 and bias 0 yours leads to ({your_x:.6g}, {your_y:.6g}), exactly to "
        "({exact_x:.6g}, {exact_y:.6g}).",
        lr=lr,
        your_x=yours[2][0],
        your_y=yours[2][1],
        exact_x=exact[2][0],
        exact_y=exact[2][1],
    )
    return Picture(say("{title} from several places", title=title), weight_axis(), bias_axis(), layers, words)


# ---- training ----


def checkpoints(epochs: int) -> list[int]:
    """The epochs at which a training is looked at: each of the first ones, then ever fewer, and the last."""
    spread = np.geomspace(EVERY_EPOCH, max(epochs, EVERY_EPOCH), FURTHER_CHECKPOINTS)
    counts = dict.fromkeys([*range(EVERY_EPOCH), *(round(float(one)) for one in spread)])
    return [count for count in counts if count < epochs] + [epochs]


def training_loop(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Their way over the lines of equal loss, and their losses."""
    weight, bias = at(*settings.start)
    counts, way, history = checkpoints(settings.epochs), [], None
    for epochs in counts:
        answer = learner.call(
            "train", X, Y, Param(weight), Param(bias), settings.lr, epochs, keywords={"log_every": 1000}
        )
        trained = answer.parts("weight", "bias", "history")
        way.append(pair(*trained[:2]))
        history = trained[2]
    yield from _training_pictures("", np.array(way), history, settings)


def train_function(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """One function, three optimizers: their ways, and the losses of plain gradient descent."""
    way, history = _train_with(learner, SGD(settings.lr), settings)
    yield from _training_pictures(f"SGD(lr={settings.lr:g}). ", way, history, settings)
    few = Settings(settings.lr, min(settings.epochs, 100), settings.start)
    for name, optimizer in (
        (f"SGD(lr={settings.lr:g}, momentum=0.9). ", SGD(settings.lr, momentum=0.9)),
        ("Adam(lr=1). ", Adam(1.0)),
    ):
        way, _history = _train_with(learner, optimizer, few)
        yield _way_picture(name, way, _optimized(few, optimizer), few)


def _train_with(learner: Learner, optimizer: SGD | Adam, settings: Settings) -> tuple[Floats, Part | None]:
    weight, bias = at(*settings.start)
    way, history = [], None
    for epochs in checkpoints(settings.epochs):
        answer = learner.train(X, Y, epochs, Linear(array(weight), array(bias)), MSELoss(), optimizer)
        model, history = answer.argument(3, "model"), answer.result
        way.append(pair(model.parameter("weight"), model.parameter("bias")))
    return np.array(way), history


def _optimized(settings: Settings, optimizer: SGD | Adam) -> Floats:
    """Where momentum and Adam, with PyTorch's defaults, are at the checkpoints."""
    theta = np.array([[float32(one)] for one in settings.start])
    mean, square, way = np.zeros_like(theta), np.zeros_like(theta), [theta]
    for epoch in range(1, settings.epochs + 1):
        slope = HOURS_BOWL.slope(theta)
        if isinstance(optimizer, SGD):
            mean = optimizer.momentum * mean + slope
            theta = theta - optimizer.lr * mean
        else:
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            scale = np.sqrt(square / (1 - 0.999**epoch)) + 1e-8
            theta = theta - optimizer.lr * mean / (1 - 0.9**epoch) / scale
        way.append(theta)
    return np.array([way[count].ravel() for count in checkpoints(settings.epochs)])


def _training_pictures(title: str, yours: Floats, history: Part | None, settings: Settings) -> Iterator[Picture]:
    counts, start = checkpoints(settings.epochs), np.array([[float32(one)] for one in settings.start])
    exact = np.array([HOURS_BOWL.descend(start, settings.lr, count).ravel() for count in counts])
    yield _way_picture(title, yours, exact, settings)
    right = [HOURS_BOWL.loss(HOURS_BOWL.descend(start, settings.lr, epoch)) for epoch in range(settings.epochs)]
    yield from _loss_picture(title, history, right)


def _way_picture(title: str, yours: Floats, exact: Floats, settings: Settings) -> Picture:
    """The way over the lines of equal loss, as far as it is anywhere near."""
    seen = np.vstack([exact, [[20.0, 0.0]]])
    seen = seen[np.all(np.abs(seen - [20.0, 0.0]) < 100, axis=1)]
    low, high = seen.min(axis=0), seen.max(axis=0)
    room = 0.2 * np.maximum(high - low, 5)
    weights, biases = ((float(low[at] - room[at]), float(high[at] + room[at])) for at in range(2))
    levels = (0.3, 3.0, 30.0, 200.0, 600.0, 1441.0, 2600.0)
    layers: list[Layer] = [
        bowl_lines(weights, biases, levels),
        Line("yours", yours[:, 0], yours[:, 1], say("your way"), dots=True),
        Line("exact", exact[:, 0], exact[:, 1], say("exact way")),
    ]
    words = say(
        "After {epochs} epochs you are at weight {your_weight:.6g}, bias {your_bias:.6g}; exactly "
        "{exact_weight:.6g}, {exact_bias:.6g}.",
        epochs=settings.epochs,
        your_weight=yours[-1][0],
        your_bias=yours[-1][1],
        exact_weight=exact[-1][0],
        exact_bias=exact[-1][1],
    )
    return Picture(
        say("{title}Your way over the lines of equal loss", title=title),
        weight_axis(weights),
        bias_axis(biases),
        layers,
        words,
    )


def _loss_picture(title: str, history: Part | None, right: list[float]) -> Iterator[Picture]:
    """The history beside the exact losses; nothing where there is no epoch to speak of."""
    if history is None or len(right) < 2:
        return
    returned = losses_of(history)
    if returned is None:
        raise history.failed("contract", say("a list of floats"), say("The history is not a list of floats."))
    layers: list[Layer] = [
        Line("yours", np.arange(1, len(returned) + 1), returned, say("your losses")),
        Line("exact", np.arange(1, len(right) + 1), right, say("exact losses")),
    ]
    words = say("There are no losses in your history.")
    if len(returned):
        words = say(
            "Your history has {count} losses, from {first:.6g} to {last:.6g}; exactly, {right_count} from "
            "{first_right:.6g} to {last_right:.6g}.",
            count=len(returned),
            first=returned[0],
            last=returned[-1],
            right_count=len(right),
            first_right=right[0],
            last_right=right[-1],
        )
    low = max(min(right), right[0] * 1e-7) / 3
    loss_axis = Axis(say("loss"), low, min(max(right), right[0] * DIVERGED) * 3, log=True)
    yield Picture(say("{title}Your losses", title=title), Axis(say("epoch")), loss_axis, layers, words)


# ---- new data, and more of it ----


def inference(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """Their predictions for new students, on the line of trained parameters."""
    weight, bias = settings.start
    new = np.array([0.5, 1.5, 2.5, 3.5])
    yours = numbers(learner.predict_new(new[:, None], *map(Param, at(weight, bias))).result, (4, 1)).ravel()
    layers: list[Layer] = [
        Line("exact", ALONG, scores_along(weight, bias), say("exact line")),
        data(),
        Points("yours", new, yours, say("your predictions")),
    ]
    words = say(
        "With weight {weight:g} and bias {bias:g} you predict {yours:.6g} for 3.5 hours.",
        weight=weight,
        bias=bias,
        yours=yours[-1],
    )
    yield Picture(say("New students on the trained line"), hours_axis(), score_axis(), layers, words)


def layer(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """What their layer predicts."""
    weight, bias = settings.start
    answer = learner.call("from_parameters", *at(weight, bias), then=Apply((array(ALONG[:, None]),)))
    yours = numbers(answer.observed_value("prediction"), (len(ALONG), 1)).ravel()
    layers: list[Layer] = [
        Line("yours", ALONG, yours, say("your layer")),
        Line("exact", ALONG, scores_along(weight, bias)),
        data(),
    ]
    words = say(
        "Made of weight {weight:g} and bias {bias:g}, your layer predicts {yours:g} for 2 hours.",
        weight=weight,
        bias=bias,
        yours=yours[4],
    )
    yield Picture(say("What your layer predicts"), hours_axis(), score_axis(), layers, words)


SEED = 2  # of the draw that training starts from


def crops(learner: Learner, settings: Settings) -> Iterator[Picture]:
    """What their training makes of the crops: the yields that it predicts, its way, and its losses."""
    counts, way, history = checkpoints(settings.epochs), [], None
    for epochs in counts:
        answer = learner.call("fit", WEATHER.tolist(), YIELDS.tolist(), settings.lr, epochs, seed=SEED)
        weight, bias, history = answer.parts("weight", "bias", "history")
        way.append(np.vstack([numbers(weight, (3, 2)), numbers(bias, (2,))]))
    yours = np.array(way)
    exact = np.array([CROPS_BOWL.descend(yours[0], settings.lr, count) for count in counts])
    yield _crops_picture(yours[-1], settings)
    seen = exact[np.all(np.abs(exact) < 1e3, axis=(1, 2))]
    for column, fruit in enumerate((say("apples"), say("oranges"))):
        layers: list[Layer] = [
            Line("yours", yours[:, 1, column], yours[:, 2, column], say("your way"), dots=True),
            Line("exact", exact[:, 1, column], exact[:, 2, column], say("exact way")),
            Points("data", [CROPS_BOWL.bottom[1, column]], [CROPS_BOWL.bottom[2, column]], say("lowest loss")),
        ]
        limits = []
        for row in (1, 2):
            values = [*seen[:, row, column], CROPS_BOWL.bottom[row, column]]
            room = 0.15 * (max(values) - min(values)) + 0.01
            limits.append((min(values) - room, max(values) + room))
        (mine, right) = (way[-1][1:3, column] for way in (yours, exact))
        words = say(
            "After {epochs} epochs your weights of rainfall and humidity are {first:.5g} and {second:.5g}; exactly "
            "{first_right:.5g} and {last_right:.5g}.",
            epochs=settings.epochs,
            first=mine[0],
            second=mine[1],
            first_right=right[0],
            last_right=right[1],
        )
        x, y = (
            Axis(say("weight of {name}", name=name), *one)
            for name, one in zip((say("rainfall"), say("humidity")), limits, strict=True)
        )
        yield Picture(say("Your way to the weights of {fruit}", fruit=fruit), x, y, layers, words)
    right = [CROPS_BOWL.loss(CROPS_BOWL.descend(yours[0], settings.lr, epoch)) for epoch in range(settings.epochs)]
    yield from _loss_picture("", history, right)


def _crops_picture(theta: Floats, settings: Settings) -> Picture:
    predicted = WEATHER @ theta[:3] + theta[3]
    layers: list[Layer] = [
        Line("exact", [0, 150], [0, 150], say("predicted = yield")),
        Points("yours", YIELDS, predicted, say("your apples and oranges")),
    ]
    off = np.abs(predicted - YIELDS)
    words = say(
        "After {epochs} epochs with learning rate {lr:g} your predictions are off by {mean:.3g} t on average and "
        "{most:.3g} t at most.",
        epochs=settings.epochs,
        lr=settings.lr,
        mean=np.mean(off),
        most=np.max(off),
    )
    x, y = Axis(say("yield"), 0, 150), Axis(say("predicted yield"), 0, 150)
    return Picture(say("The crops' yields as your parameters predict them"), x, y, layers, words)


# ---- the sheet ----


def trained_line(train: Learner, predict: Learner, settings: Settings) -> Iterator[Picture]:
    """The line that their own training ends with, from their own prediction."""
    weight, bias = at(*settings.start)
    trained = train.call(
        "train", X, Y, Param(weight), Param(bias), settings.lr, settings.epochs, keywords={"log_every": 1000}
    ).parts("weight", "bias", "history")
    theta = pair(*trained[:2])
    yours = numbers(predict.predict(ALONG[:, None], theta[:1, None], theta[1:]).result, (len(ALONG), 1)).ravel()
    start = np.array([[float32(one)] for one in settings.start])
    exact = HOURS_BOWL.descend(start, settings.lr, settings.epochs).ravel()
    layers: list[Layer] = [
        Line("yours", ALONG, yours, say("your line")),
        Line("exact", ALONG, scores_along(*exact)),
        data(),
    ]
    words = say(
        "Your training ends at weight {weight:.5g} and bias {bias:.5g}; the least loss is at 20 and 0.",
        weight=theta[0],
        bias=theta[1],
    )
    yield Picture(say("Your line"), hours_axis(), score_axis(), layers, words)


BEGIN = (2.0, 1.0)  # weight and bias of the pages' examples
TRAINING = Show(training_loop, lr=0.01, epochs=1000, start=BEGIN)
CROPS = Show(crops, lr=1e-5, epochs=2000)

SHOWS = {
    "ex01_dataset": Show(dataset),
    "ex02_parameters": Show(parameters),
    "ex03_prediction": Show(prediction, start=(15.0, 2.5)),
    "ex04_mse": Show(squared_errors, start=(15.0, 2.5)),
    "ex05_autograd": Show(slopes, start=BEGIN),
    "ex06_gradients": Show(gradients),
    "ex07_update": Show(steps, lr=0.05),
    "ex08_training_loop": TRAINING,
    "ex09_inference": Show(inference, start=(19.75, 0.5)),
    "ex10_multi_output": CROPS,
    "ex11_linear_layer": Show(layer, start=(15.0, 2.5)),
    "ex12_optimizer": Show(optimizer_steps, lr=0.05),
    "ex13_train": Show(train_function, lr=0.01, epochs=1000, start=BEGIN),
}
SHEET = {
    ("ex08_training_loop", "ex03_prediction"): Show(trained_line, lr=0.01, epochs=1000, start=BEGIN),
    ("ex08_training_loop",): TRAINING,
    ("ex10_multi_output",): CROPS,
}
