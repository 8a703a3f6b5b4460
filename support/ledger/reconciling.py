"""Holds the books of the systems against each other, and names what is missing, doubled or out of nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from support.ledger.balance import Balance, Wrong

if TYPE_CHECKING:
    from support.ledger.books import Books, Happened, Mailed, Ran, Sent

# What a step that is done leaves in a contact's history, always and once.
LEAVES = {"add_tag": "tagged", "set_detail": "changed", "send_mail": "mail"}
SIGNED_UP, SENT = "signed up", "sent"
_THROUGH = frozenset({"succeeded", "skipped"})  # all that such a run begun it has done


class _Traced(Protocol):
    @property
    def id(self) -> str:
        """Of the entry."""

    @property
    def trace(self) -> str:
        """Of the action that it comes of."""


T = TypeVar("T", bound=_Traced)


@dataclass(frozen=True, slots=True)
class _Traces:
    """What the books hold of each trace."""

    ran: Mapping[str, Sequence[Ran]]
    happened: Mapping[str, Sequence[Happened]]
    mailed: Mapping[str, Sequence[Mailed]]
    events: Mapping[str, Sequence[_Traced]]


def reconcile(books: Books) -> Balance:
    """Hold the books of one business against each other, by the trace of each submission."""
    traces = _Traces(
        ran=_by_trace(run for run in books.ran if not run.sample),
        happened=_by_trace(one for one in books.happened if one.kind in {SIGNED_UP, *LEAVES.values()}),
        mailed=_by_trace(mail for mail in books.mailed if mail.to_contact),
        events=_by_trace(event for event in books.counted if event.kind == SENT),
    )
    sent = _by_trace(books.sent)
    mails = [mail for trace in sent for mail in traces.mailed.get(trace, ())]
    runs = [run for trace in sent for run in traces.ran.get(trace, ())]
    return Balance(
        found={
            "Magic Connector": len(books.sent),
            "Analytics": sum(len(traces.events.get(trace, ())) for trace in sent),
            "Workflow Engine": len(runs),
            "CRM System": sum(len(traces.happened.get(trace, ())) for trace in sent),
            "Email Automation": len(mails),
        },
        under_way=sum(not run.is_over for run in runs),
        mails=dict(Counter(mail.state for mail in mails)),
        wrong=(
            *(wrong for trace, mine in sent.items() for wrong in _of_trace(trace, mine, traces)),
            *(_out_of_nowhere(books) if books.whole else ()),
        ),
    )


def _by_trace(entries: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for one in entries:
        found[one.trace].append(one)
    return dict(found)


def _of_trace(trace: str, sent: Sequence[Sent], traces: _Traces) -> Iterator[Wrong]:
    """Yield what the books do not agree on of what came of one view of a form."""
    runs, cause = traces.ran.get(trace, ()), sent[0].id
    through = all(run.state in _THROUGH for run in runs)
    events = traces.events.get(trace, ())
    yield from _off("Analytics", "the event", cause, len(sent), events, exactly=True)
    started = defaultdict(list)
    for run in runs:
        started[run.submission].append(run)
    for one in sent:
        yield from _off_runs(one, started[one.id])
    done = [kind for run in runs for kind in run.done]
    signed_up = {run.submission for run in runs if run.submission and "add_contact" in run.done}
    leaves = Counter({SIGNED_UP: len(signed_up), **{word: done.count(kind) for kind, word in LEAVES.items()}})
    happened = traces.happened.get(trace, ())
    for kind, many in leaves.items():
        told = [one for one in happened if one.kind == kind]
        yield from _off("CRM System", f"the entry “{kind}”", cause, many, told, exactly=through)
    mails = traces.mailed.get(trace, ())
    yield from _off("Email Automation", "the mail", cause, done.count("send_mail"), mails, exactly=through)


def _off_runs(sent: Sent, runs: Sequence[Ran]) -> Iterator[Wrong]:
    """Yield what is wrong with the runs of a submission: one for each workflow, of one held back none."""
    system, what = "Workflow Engine", "the run"
    if sent.state == "held":
        yield from (Wrong(system, what, "out of nowhere", run.id) for run in runs)
        return
    if not runs and (sent.awaited or sent.state == "started"):
        yield Wrong(system, what, "missing", sent.id)
    first: set[str] = set()
    for run in runs:
        if run.workflow in first:
            yield Wrong(system, what, "doubled", run.id)
        first.add(run.workflow)


def _off(
    system: str, what: str, cause: str, expected: int, found: Sequence[_Traced], *, exactly: bool
) -> Iterator[Wrong]:
    """Yield what is missing, and what is too many where there should be exactly so many."""
    yield from (Wrong(system, what, "missing", cause) for _ in range(expected - len(found)))
    if exactly:
        yield from (Wrong(system, what, "doubled", one.id) for one in found[expected:])


def _out_of_nowhere(books: Books) -> Iterator[Wrong]:
    """Yield what says that somebody sent a form, and nobody did."""
    by_visitors = {one.trace for one in (*books.sent, *books.sent_since)}
    known = by_visitors | {run.trace for run in books.ran if run.sample}  # samples are counted nowhere
    for event in books.counted:
        if event.kind == SENT and event.trace not in by_visitors:
            yield Wrong("Analytics", "the event", "out of nowhere", event.id)
    for run in books.ran:
        if run.submission and run.trace not in known:
            yield Wrong("Workflow Engine", "the run", "out of nowhere", run.id)
    for one in books.happened:
        if one.kind == SIGNED_UP and one.trace not in known:
            yield Wrong("CRM System", f"the entry “{SIGNED_UP}”", "out of nowhere", one.id)
