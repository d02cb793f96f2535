"""The meaning of each way in which a test can end."""

from hypothesis.errors import Flaky

from grader.judge.missing_function import missing_function_sentence
from grader.messages import _, capital
from grader.pipe.errors import WorkerEnded
from grader.result.document import Status
from grader.result.evidence import Evidence
from grader.testing.failure import CallEnded, Failed, FailedOnce, MissingFunction, NotAttempted


def classify(error: BaseException) -> tuple[Status, Evidence | None, str | None]:
    """Return what an exception that left a test means: status, evidence, and the fault if it is ours."""
    match error:
        case Failed() | FailedOnce():
            return ("error" if error.evidence.scarce else "failed"), error.evidence, None
        case NotAttempted():
            return "not_attempted", None, None
        case CallEnded():
            return "error", error.evidence, None
        case WorkerEnded():
            what = capital(error.message)
            return "error", Evidence(error.end, "", f"{what}.", _("a result"), ""), None
        case MissingFunction():
            return (
                "error",
                Evidence("contract", "", "", "", missing_function_sentence(error.source, error.function)),
                None,
            )
        case Flaky():
            for inner in getattr(error, "exceptions", ()):
                if isinstance(inner, Failed):
                    e = inner.evidence
                    sentence = _("The same call gives different results at different times.")
                    return "failed", Evidence(e.kind, e.called, e.returned, e.expected, sentence, line=e.line), None
        case AssertionError():
            return "failed", Evidence("mismatch", "", "", "", str(error)), None
    return "not_judged", None, f"{type(error).__name__}: {error}"
