"""The learner's tests, run on right and wrong implementations: do they accept the former and refuse the latter?

Each implementation meets a fresh start of the tests, in an order that nobody can know, so nothing that a test remembers
or counts tells it which one it is run on. Tests that depend on chance are found by running them again.
"""

import os
import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from grader.course.file import Course, Exercise
from grader.messages import _, capital, translated
from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import Answered, Ask, Call, Pullback, Raised, RunTests, TestsRan
from grader.pipe.pool import Workers
from grader.result.evidence import Evidence
from grader.source.module import Source, parse
from grader.testing import render
from grader.testing.difference import first_difference, shown
from grader.testing.failure import FailedOnce
from grader.testing.false_alarm import FalseAlarm
from grader.testing.implementations import Implementations, KnownReplies, Reply, TooMuchAsked
from grader.testing.known_implementations import Known, implementations_of
from grader.testing.learner import Session

_EXAMPLES = 20  # of a learner's property test
_REPEATED = 4  # refusals that are tried again, to find tests that depend on chance
_ENOUGH = 2  # accepted implementations that reply the same; a third one needs no run
_MOST_CALLS = 5_000  # calls on one implementation
_WORTH_ANOTHER = 4  # implementations, from which on a second worker is worth its start


@dataclass(frozen=True)
class Verdict:
    """How the tests ended on one implementation.

    Attributes:
        end: what the learner's process reports.
        last: the last call that was made, and its answer.
        calls: all that were made, each once.
    """

    end: TestsRan
    last: tuple[Call, Reply] | None
    calls: tuple[Call, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a test did not pass."""
        return self.end.end != "passed"


@dataclass
class _Trial:
    """The verdicts on all implementations.

    Attributes:
        verdicts: by the implementation's name.
        again: what the tests said when they were run again on some of them, to find those that depend on chance.
        problem: why there are no verdicts.
        diagnoses: of the wrong ones.
    """

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    again: dict[str, Verdict] = field(default_factory=dict)
    problem: FailedOnce | None = None
    diagnoses: dict[str, str] = field(default_factory=dict)


class Suite:
    """The learner's module of tests.

    Args:
        course: whose known answers are the implementations.
        exercise: the one that asks for tests.
        session: with the learner's module.
        seed: what Hypothesis draws examples from, in the learner's tests.
        replies: what implementations are known to reply.
    """

    def __init__(
        self,
        course: Course,
        exercise: Exercise,
        session: Session,
        seed: int,
        replies: KnownReplies,
    ) -> None:
        self._course = course
        self._exercise = exercise
        self._session = session
        self._seed = seed
        self._replies = replies
        self._trials: dict[Known, _Trial] = {}
        self._implementations: dict[Known, Implementations] = {}
        self._asking = threading.Lock()  # held while they answer

    def stop(self) -> None:
        """End the workers of the implementations."""
        for implementations in self._implementations.values():
            implementations.stop()

    # ---- what tests demand ----

    def expect_tests(self) -> None:
        """Demand tests that run to their end, whatever they say."""
        trial = self._trial(Known(written=(("nothing", "def {}(*arguments): return None\n"),)))
        if trial.problem is not None:
            raise trial.problem

    def expect_accepts(self, known: Known) -> None:
        """Demand that every right implementation is accepted."""
        trial = self._trial(known)
        if trial.problem is not None:
            raise trial.problem
        for name in known.right:
            if trial.verdicts[name].refused:
                raise self._false_alarm(known, name)

    def expect_refuses(self, known: Known, names: Sequence[str], probes: Sequence[Call] = (), after: str = "") -> None:
        """Demand that each of these wrong implementations is refused.

        Args:
            known: all implementations.
            names: those to refuse.
            probes: calls, the smallest first, of which one shows what is wrong with each of them.
            after: the task for which right work must be accepted, and tests be usable, before any of this counts.
        """
        trial = self._trial(known)
        if trial.problem is not None:
            # a limit that was hit is told of every task: nothing of any could be judged
            raise self._not_counted(after) if after and not trial.problem.evidence.scarce else trial.problem
        refused = next((name for name in known.right if trial.verdicts[name].refused), None)
        if refused is not None:
            raise self._not_counted(after) if after else self._false_alarm(known, refused)
        accepted = [name for name in names if not trial.verdicts[name].refused]
        if accepted:
            raise self._got_away(known, accepted, probes)

    # ---- running ----

    def _trial(self, known: Known) -> _Trial:
        if known not in self._trials:
            self._trials[known] = self._try(known)
        return self._trials[known]

    def _try(self, known: Known) -> _Trial:
        trial = _Trial()
        modules, trial.diagnoses = implementations_of(self._course, self._exercise, known)
        workers = self._session.workers
        preload = self._exercise.preload
        self._implementations[known] = Implementations(
            workers.launcher, self._course.limits, preload, modules, self._replies
        )
        names = list(modules)
        random.SystemRandom().shuffle(names)
        try:
            self._run_all(known, names, trial)
            trial.problem = self._unusable(known, trial) or self._flaky(trial)
        except WorkerEnded as ended:
            called, sentence = self._session.source.filename, f"{capital(ended.message)}."
            trial.problem = FailedOnce(Evidence(ended.end, called, sentence, "", self._on_limits(), scarce=True))
        except TooMuchAsked as too_much:
            called = self._session.source.filename
            sentence = _("Your tests ask for too much: {what}.").format(what=too_much)
            trial.problem = FailedOnce(Evidence("timeout", called, sentence, "", self._on_limits(), scarce=True))
        return trial

    def _run_all(self, known: Known, names: Sequence[str], trial: _Trial) -> None:
        """Run the tests on every implementation, and on some again, on two at a time where there are two cores."""
        own = self._session.workers
        waiting = list(reversed(names))
        waiting_again: list[str] = []
        repeated: list[bool] = []  # of each repetition, whether the implementation is refused
        problems: list[BaseException] = []
        taking = threading.Lock()

        def run_next(workers: Workers) -> bool:
            with taking:
                name = waiting.pop() if waiting else ""
                other = waiting_again.pop() if not name and waiting_again else ""
            if name:
                known_already = self._verdict_on_its_like(known, name, trial)
                trial.verdicts[name] = verdict = known_already or self._run(known, name, workers=workers)
                is_of_use = known_already is None and (verdict.refused or name in known.right)
                # chance earns nothing where all of a kind must be refused, so a few are enough
                if is_of_use and repeated.count(verdict.refused) < (_REPEATED if verdict.refused else 1):
                    repeated.append(verdict.refused)
                    waiting_again.append(name)
            elif other:
                trial.again[other] = self._run(known, other, trial.verdicts[other].end.test, workers=workers)
            return bool(name or other)

        def work(workers: Workers) -> None:
            try:
                while run_next(workers):
                    pass
            except BaseException as error:  # WorkerEnded is no Exception
                problems.append(error)
                waiting.clear()
                waiting_again.clear()

        if own.launcher.forks and len(names) >= _WORTH_ANOTHER and (os.cpu_count() or 1) > 1:
            with own.beside() as others:
                beside = threading.Thread(target=work, args=(others,), daemon=True)
                beside.start()
                work(own)
                if problems:
                    others.kill()
                beside.join()
        else:
            work(own)
        if problems:
            raise problems[0]

    def _verdict_on_its_like(self, known: Known, name: str, trial: _Trial) -> Verdict | None:
        """The verdict on implementations that reply the same to all calls of the tests, so that it is known already.

        Accepted ones must be two: a test that depends on chance is then still found.
        """
        accepted = 0
        for other, verdict in list(trial.verdicts.items()):
            with self._asking:
                alike = verdict.calls and self._implementations[known].reply_alike(name, other, verdict.calls)
            accepted += bool(alike) and not verdict.refused
            if alike and (verdict.refused or accepted == _ENOUGH):
                return verdict
        return None

    def _run(
        self, known: Known, name: str, only: str = "", shrink: bool = False, workers: Workers | None = None
    ) -> Verdict:
        """Run the tests on one implementation, in a fresh start of them."""
        last: list[tuple[Call, Reply]] = []
        calls: dict[bytes, Call] = {}
        asked = 0

        def answer(ask: Ask) -> Answered:
            nonlocal asked
            asked += 1
            if asked > _MOST_CALLS:
                raise TooMuchAsked(_("more than {count} calls").format(count=_MOST_CALLS))
            call = self._allowed(known, ask.call)
            with self._asking:
                reply = self._implementations[known].answer(name, call)
            last[:] = [(call, reply)]
            calls[msgspec.msgpack.encode(call)] = call
            return Answered(reply)

        request = RunTests(self._function(known), self._seed, _EXAMPLES, only, shrink)
        reply = (workers or self._session.workers).run_tests(self._session.source, request, answer)
        if isinstance(reply, Raised):  # the module itself cannot be imported: it could when it was admitted
            return Verdict(TestsRan("failed", "", reply), None)
        if not isinstance(reply, TestsRan):
            raise WorkerEnded("crash", _("what came back was not an answer to what was asked"))
        return Verdict(reply, last[0] if last else None, tuple(calls.values()))

    def _allowed(self, known: Known, call: Call) -> Call:
        """The call as an implementation may be asked it: of the function under test, in a fresh torch."""
        if call.function != self._function(known) or not isinstance(call.then, Pullback | None):
            raise WorkerEnded("crash", _("what came back was not a call of the function under test"))
        return msgspec.structs.replace(call, function=self._exercise.functions[0], seed=0, repeat=1)

    def _flaky(self, trial: _Trial) -> FailedOnce | None:
        """A test that says otherwise when it is asked again about the same implementation, if there is one."""
        for name, again in trial.again.items():
            before = trial.verdicts[name]
            if again.refused != before.refused or (before.refused and again.end.test != before.end.test):
                test = before.end.test or again.end.test
                sentence = _(
                    "{test} passes and fails on the same implementation. Leave nothing in it to chance or the clock."
                )
                return self._broken(test, sentence.format(test=test), _("the same outcome every time"))
        return None

    # ---- what went wrong, in words ----

    def _function(self, known: Known) -> str:
        """What the page calls the function under test."""
        return known.function or self._exercise.functions[0]

    def _unusable(self, known: Known, trial: _Trial) -> FailedOnce | None:
        """Why the tests show nothing at all, if so: there are none, or one cannot be run as a test."""
        for verdict in trial.verdicts.values():
            end, test = verdict.end.end, verdict.end.test
            sentence = {
                "none": _("There is no function whose name begins with test_."),
                "signature": _("{test} should take one argument without a default: the implementation."),
                "skipped": _("{test} skips itself, and a test that does not run says nothing."),
                "exited": _("{test} ends the program instead of passing or failing."),
            }.get(end)
            if sentence is not None:
                example = f"def test_…({self._function(known)}): …"
                return self._broken(test, sentence.format(test=test), example)
        return None

    def _false_alarm(self, known: Known, name: str) -> FailedOnce:
        test = self._trials[known].verdicts[name].end.test
        verdict = self._run(known, name, test, shrink=True)  # the smallest example is the one to show
        verdict = verdict if verdict.refused else self._trials[known].verdicts[name]
        source, ran = self._session.source, verdict.end.raised
        sentences = [_("{test} calls right work wrong.").format(test=test)]
        if ran is not None:
            sentences.append(_("It failed with {what}").format(what=render.exception(ran, source)))
        if verdict.last is None:
            sentences.append(_("It failed before it called the implementation."))
            return FailedOnce(Evidence("mismatch", test, "", "", "\n".join(sentences), line=self._line(test)))
        at = ran.frames[-1].line if ran is not None and ran.frames else 0
        call, reply = verdict.last
        alarm = FalseAlarm(call, reply, source.lines[at - 1].strip() if 1 <= at <= len(source.lines) else "")
        sentences += alarm.observed(list(known.parameters))
        if known.reason is not None:
            sentences.append(_("What came back is right: {reason}").format(reason=known.reason(alarm)))
        returned = "\n".join(filter(None, (shown(reply), alarm.printed())))
        return FailedOnce(
            Evidence(
                "mismatch",
                self._called(known, call) + _use(call),
                returned,
                _("a test that accepts this"),
                "\n".join(sentences),
                line=self._line(test),
            )
        )

    def _got_away(self, known: Known, accepted: list[str], probes: Sequence[Call]) -> FailedOnce:
        name, *others = accepted
        diagnosis = self._trials[known].diagnoses.get(name, "")
        sentences = [
            _("Your tests accept this implementation. {diagnosis}").format(diagnosis=translated(diagnosis)).rstrip()
        ]
        if others:
            sentences.append(_("{count} more of this kind got away.").format(count=len(others)))
        if not self._session.source.facts.can_fail:
            sentences.append(_("None of your tests has an assert, so nothing can make them fail."))
        answers = self._implementations[known]
        for probe in probes:
            difference = first_difference(answers.answer(name, probe), answers.answer(known.right[0], probe))
            if difference is not None:
                if difference.broadcasts:
                    sentences.append(_("torch.allclose broadcasts shapes that differ, so compare the shapes too."))
                called = self._called(known, probe) + _use(probe)
                return FailedOnce(
                    Evidence("mismatch", called, difference.found, difference.right, "\n".join(sentences))
                )
        return FailedOnce(Evidence("mismatch", "", "", "", "\n".join(sentences)))

    def _broken(self, test: str, sentence: str, expected: str) -> FailedOnce:
        """What is wrong with the tests themselves; it quotes nothing but the learner's file, so it may be shown."""
        where = self._session.source.filename + (f", {test}" if test else "")
        return FailedOnce(Evidence("rule", where, "", expected, sentence, line=self._line(test)))

    def _not_counted(self, after: str) -> FailedOnce:
        """What waits for another task: there is nothing else to say of it."""
        sentence = _("Not counted until `{task}` is passed.").format(task=after)
        return FailedOnce(Evidence("rule", "", "", "", sentence))

    def _on_limits(self) -> str:
        return _("All tests together have {seconds:g} seconds for an implementation, right or wrong.").format(
            seconds=self._course.limits.call_seconds
        )

    def _called(self, known: Known, call: Call) -> str:
        """A call as reports show it: with the names that the page has for the function and its parameters."""
        function = self._function(known)
        source = parse(self._exercise.tests_of, f"def {function}({', '.join(known.parameters)}): ...".encode())
        assert isinstance(source, Source)
        return render.call(msgspec.structs.replace(call, function=function), source)

    def _line(self, test: str) -> int | None:
        return self._session.source.line_of(test) if test else None


def _use(call: Call) -> str:
    return "\nresult.backward()" if call.then is not None else ""
