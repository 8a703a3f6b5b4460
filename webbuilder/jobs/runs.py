"""Durable execution: an event starts a run for each workflow that listens, or has a mail sent."""

from __future__ import annotations

from threading import Semaphore
from typing import TYPE_CHECKING

from dbos import DBOS, DBOSConfiguredInstance, SetWorkflowID, error as dbos_error
from sqlalchemy.exc import OperationalError

from webbuilder.errors import elsewhere
from webbuilder.errors.book import Book
from webbuilder.errors.grouping import Kind
from webbuilder.events import Event
from webbuilder.jobs import starting, work
from webbuilder.jobs.looks import Looks
from webbuilder.jobs.mails import PATIENTLY, Mails
from webbuilder.mail.smtp import MailRefused, MailServerAway
from webbuilder.tracing import action, current_trace_id, log
from webbuilder.workflows import calling, control, going, history, mailing, steps, waiting, ways
from webbuilder.workflows.calling import NotAnswered
from webbuilder.workflows.taking import Jump, Over, Waits, take

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.jobs.places import Places
    from webbuilder.settings import Settings

TAKEN_BY = (steps, ways, mailing, calling)  # the rooms that say what each kind of step does
# What may be over in a moment: the mail server or another system is away, the database restarts.
_PASSING = (MailServerAway, NotAnswered, OperationalError)
_IN_WORDS = (MailServerAway, NotAnswered)  # those of them that say in words for people what was the matter
_JUMPS = "jumps"  # with the number of the step at which the run goes on
_FEW = Semaphore(2)  # in the database at once: the interpreter runs one, and more make each dearer
_STANDS = ("waiting", "")  # what a step returns where its run does not go on: it waits, is paused or over


@DBOS.dbos_class()
class Runs(DBOSConfiguredInstance):
    """The workflows of DBOS: one for an event, one for a stretch of a run, one for a job."""

    def __init__(self, settings: Settings, database: Database, places: Places) -> None:
        super().__init__(config_name="runs")
        self.errors = Book(database, "worker", elsewhere.teller(settings))
        self.mails = Mails(settings, database, places, self.errors)
        self.looks = Looks(settings, database, places, self.errors)
        self.settings, self.database, self.places = settings, database, places

    def place(self, workspace_id: str) -> AbstractContextManager[None]:
        """Hold the place of the workflow that is under way."""
        return self.places.held(str(DBOS.workflow_id), workspace_id)

    def moving(self) -> AbstractContextManager[None]:
        """Take a step of the workflow that is under way, unless the worker ends."""
        return self.places.step(str(DBOS.workflow_id))

    @DBOS.workflow()
    def react(self, event_id: int, workspace_id: str = "") -> None:
        """Start a run for each workflow that listens to an event; started twice, by its id it is one."""
        with self.place(workspace_id):
            begun, traceparent, number = self.begin(event_id)
            if len(begun) == 1:  # goes on here: a workflow of its own would cost as much as all it does
                self.go_on_at(begun[0], number, traceparent, 0)
                return
            for run_id in begun:
                work_id = f"{run_id}:0"
                self.places.expect(work_id, workspace_id)
                with SetWorkflowID(work_id):
                    DBOS.start_workflow(self.stretch, run_id, traceparent, 0, 0, workspace_id)

    @DBOS.workflow()
    def work(self, event_id: int, workspace_id: str = "") -> None:
        """Do what a job asks for; begun twice, it is done once."""
        with self.place(workspace_id):
            try:
                self.work_out(event_id)
            except dbos_error.DBOSMaxStepRetriesExceeded as error:
                self.give_up(event_id, str(error.errors[-1]), self.errors.kind_of(error.errors[-1], "a job"))

    @DBOS.step(**PATIENTLY)
    def work_out(self, event_id: int) -> None:
        """Call a job running, and then do it piece by piece, its end with its last effect."""
        with self.database.transaction() as session:
            job_id, traceparent = work.of_event(session, event_id)
            work.begin(session, job_id)
        with action("job", traceparent):
            ended = False
            while not ended:
                with self.moving(), self.database.transaction() as session:
                    ended = work.do(session, job_id, self.settings)

    @DBOS.step(**PATIENTLY)
    def give_up(self, event_id: int, why: str, met: Kind) -> None:
        """Call a job failed that cannot be done."""
        with self.database.transaction() as session:
            job_id, traceparent = work.of_event(session, event_id)
            with action("job", traceparent):
                work.give_up(session, job_id, why, met.group)
                self.errors.note(met)

    @DBOS.step(**PATIENTLY)
    def begin(self, event_id: int) -> tuple[list[str], str, int | None]:
        """Let the runs of an event exist, and, if it is one alone, take what needs nobody but the database.

        Returns the ids of those that are not over, their trace, and the step at which the one goes on.
        """
        with self.moving(), _FEW, self.database.transaction() as session:
            event = session.get_one(Event, event_id)
            with action("react", event.traceparent):
                starting.begin(session, event, current_trace_id())
                # Asked of what exists: by a second beginning the form may be joined to another workflow.
                begun = [*session.scalars(starting.begun_by(event))]
                number = self.first_of(session, begun[0]) if len(begun) == 1 else 0
                return begun, event.traceparent, number

    def first_of(self, session: Session, run_id: str) -> int | None:
        """Take a run's first steps with its beginning; where they meet something, it begins without them."""
        try:
            with session.begin_nested():
                return going.go(session, run_id, 0, 0, self.settings)
        except Exception as error:
            if isinstance(error, _PASSING):
                raise
            log().warning("steps taken one by one", run=run_id, number=0, error=repr(error))
            return 0

    @DBOS.workflow()
    def stretch(
        self,
        run_id: str,
        traceparent: str,
        first: int = 0,
        turn: int | None = None,
        workspace_id: str = "",
    ) -> None:
        """Take a run's steps in order from one on, until its end or until it stands.

        Without a turn it is what follows a wait, or begins the run.
        """
        with self.place(workspace_id):
            self.go(run_id, traceparent, first, turn)

    def go(self, run_id: str, traceparent: str, first: int, turn: int | None) -> None:
        """Take the steps of a stretch."""
        if turn is None:
            turn = (self.go_on(run_id) if first else 0) or 0
        self.go_on_at(run_id, self.further(run_id, first, traceparent, turn), traceparent, turn)

    def go_on_at(self, run_id: str, number: int | None, traceparent: str, turn: int) -> None:
        """Take a step by itself and what follows it, until the run stands or is over."""
        while number is not None:
            outcome = self.step(run_id, number, traceparent, turn)
            if outcome == _STANDS:
                return
            if outcome and outcome[0] != _JUMPS:
                self.end(run_id, *outcome, traceparent, turn)
                return
            number = self.further(run_id, int(outcome[1]) if outcome else number + 1, traceparent, turn)

    def further(self, run_id: str, number: int, traceparent: str, turn: int) -> int | None:
        """Take what needs nobody but the database; return which step is taken by itself, if one is left.

        That is one that speaks to somebody else, or the first of some that met something unexpected together.
        """
        try:
            return self.within(run_id, number, traceparent, turn)
        except Exception as error:  # noqa: BLE001 - whatever it was, the step that met it meets it once more
            log().warning("steps taken one by one", run=run_id, number=number, error=repr(error))
            return number

    @DBOS.step(**PATIENTLY, should_retry=lambda error: isinstance(error, _PASSING))
    def within(self, run_id: str, number: int, traceparent: str, turn: int) -> int | None:
        """Take the steps that need nobody but the database, in one transaction."""
        with self.moving(), _FEW, action("step", traceparent), self.database.transaction() as session:
            return going.go(session, run_id, number, turn, self.settings)

    @DBOS.step(**PATIENTLY)
    def go_on(self, run_id: str) -> int:
        """Call a run running whose wait is over, before anything follows; return whose turn it is."""
        with self.database.transaction() as session:
            return waiting.go_on(session, run_id)

    def step(self, run_id: str, number: int, traceparent: str, turn: int) -> tuple[str, str] | None:
        """Take one step; return how the run ends, when it ends here."""
        try:
            return self.attempt(run_id, number, traceparent, turn)
        except dbos_error.DBOSMaxStepRetriesExceeded as error:
            last = error.errors[-1]
            in_words = isinstance(last, _IN_WORDS)
            return "failed", str(last) if in_words else self.met(last, run_id, number, traceparent)
        except Exception as error:  # noqa: BLE001 - whatever a step met, its run is shown as failed
            return "failed", self.met(error, run_id, number, traceparent)

    def met(self, error: BaseException, run_id: str, number: int, traceparent: str) -> str:
        """Have an error of a step counted, and return what is said of it."""
        with action("step", traceparent):
            self.errors.meet(error, "a step of a run", run=run_id, number=number)
            said = f"Step {number + 1} met something unexpected."
            return f"{said} Tell support the number {current_trace_id()}."

    @DBOS.step(**PATIENTLY, should_retry=lambda error: isinstance(error, _PASSING))
    def attempt(self, run_id: str, number: int, traceparent: str, turn: int) -> tuple[str, str] | None:
        """Take one step once, if the run still goes on here."""
        with self.moving(), action("step", traceparent):
            with self.database.transaction() as session:
                step = control.admit(session, run_id, number, turn)
            if step is None:
                return _STANDS
            log().info("step", run=run_id, number=number, kind=step.kind)
            try:
                take(step, run_id, number, self.settings, self.database)
            except Waits:
                return _STANDS
            except Jump as jump:
                return _JUMPS, str(jump.number)
            except Over as over:
                return over.state, str(over)
            except MailRefused as refusal:
                return "failed", f"The mail server refused the mail: {refusal}"
            except (MailServerAway, NotAnswered) as away:
                with self.database.transaction() as session:
                    history.trouble(session, run_id, number, str(away))
                raise
            return None

    @DBOS.step(**PATIENTLY)
    def end(self, run_id: str, state: str, reason: str | None, traceparent: str, turn: int) -> None:
        """End a run."""
        with action("end", traceparent), self.database.transaction() as session:
            going.end(session, run_id, state, reason, turn)
