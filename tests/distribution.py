"""How pytest-xdist's processes share the suite: a file each, for its tests share fixtures, the longest files first."""

import re

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

# Groups that take longest, in this order; what is begun late is what all other processes wait for at the end
_LONGEST = (
    "tests/hostile/test_hostile.py",
    "tests/grader/test_workflows.py",
    "tests/hostile/test_without_kernel.py",
    "tests/test_course.py::ex08_training_loop",
    "tests/test_course.py::kata05_diverging_crops",
    "tests/test_course.py::ex10_multi_output",
    "tests/test_course.py::kata07_test_mse",
    "tests/test_course.py::ex13_train",
    "tests/grader/test_class_run.py",
    "tests/grader/test_cli.py",
    "tests/grader/test_notebook_kernel.py",
    "tests/grader/test_watch.py",
    "tests/grader/test_korean.py",
    "tests/grader/test_bundle.py",
    "tests/browser/test_jupyterlab.py",
    "tests/grader/test_class_cluster.py",
    "tests/test_course.py::ex05_autograd",
    "tests/grader/test_channel.py",
)
_BY_EXERCISE = re.compile(r"(tests/test_course\.py::)\w+\[(\w+)")  # each of its exercises is proved for itself


class InGroups(LoadScopeScheduling):  # type: ignore[misc]  # xdist comes without types
    """Gives a process that has nothing left to do the longest group of tests that none has begun."""

    def _split_scope(self, nodeid: str) -> str:
        by_exercise = _BY_EXERCISE.match(nodeid)
        return "".join(by_exercise.groups()) if by_exercise else nodeid.partition("::")[0]

    def _assign_work_unit(self, node: WorkerController) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=_place), last=False)
        super()._assign_work_unit(node)


def _place(group: str) -> int:
    return _LONGEST.index(group) if group in _LONGEST else len(_LONGEST)
