"""What a course's `tests/shows.py` is written with: the learner's own functions, drawn.

def prediction(learner: Learner, settings: Settings) -> Iterator[Picture]:
    line = learner.predict(HOURS, WEIGHT, BIAS).result
    yield Picture("Your line", Axis("study hours"), Axis("score"), [Line("yours", HOURS, numbers(line, (9, 1)))])

SHOWS = {"ex03_prediction": Show(prediction)}
"""

from grader.drawing.contours import contours
from grader.drawing.course import Settings, Show, numbers
from grader.drawing.picture import Arrows, Axis, Contour, Contours, Layer, Line, Picture, Points, Squares

__all__ = [
    "Arrows",
    "Axis",
    "Contour",
    "Contours",
    "Layer",
    "Line",
    "Picture",
    "Points",
    "Settings",
    "Show",
    "Squares",
    "contours",
    "numbers",
]
