"""Tries every operation of a contract with what fits it and what does not, and tells what deviates."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import StopReason, events, from_schema

from support.target.own import COOKIE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from schemathesis import AuthContext, Case, HookContext, Response
    from schemathesis.core.failures import Failure
    from schemathesis.engine.recorder import ScenarioRecorder

KEY = "Idempotency-Key"  # as the contract names it
_SUCCESS = range(200, 300)
_KNOWN = 0.7  # how often a request holds the id of something that is there, of all times that it may
_PATIENCE = 30  # seconds for one answer, on a busy machine
schemathesis.serializer.alias("message/rfc822", "application/octet-stream")  # a mail goes as it is


class TryingEnded(Exception):
    """The operations were not tried to the end; the message says why."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What is no deviation although schemathesis takes it for one, and why.

    Attributes:
        failure: the name of schemathesis's failure.
        problem: the last part of the type of the problem that was answered, or the code of the error.
        reason: why a schema cannot say it.
        place: how each place looks at which the problem points, where only some of its kind are meant.
        operation: of which operation alone it is so, by its method and path; empty for all.
    """

    failure: str
    problem: str
    reason: str
    place: str = ""
    operation: str = ""


_SENT = "POST /forms/{form_id}"
_OF_A_TYPE = "what a component of a type may hold is published at /api/components/types"
SET_ASIDE = (
    SetAside("RejectedPositiveData", "cursor-unknown", "a cursor is given by a list and cannot be made up"),
    SetAside("RejectedPositiveData", "key-used-otherwise", "whether a key was used before is no schema's"),
    SetAside("RejectedPositiveData", "version-is-old", "412 is for versions what 409 is for the rest"),
    SetAside("RejectedPositiveData", "not-your-password", "which password is right is no schema's"),
    SetAside("RejectedPositiveData", "address-not-allowed", "where a name leads to is no schema's"),
    SetAside("RejectedPositiveData", "path-taken", "which paths a site's pages have is no schema's"),
    SetAside("RejectedPositiveData", "home-stays", "which page is the home page is no schema's"),
    SetAside("RejectedPositiveData", "not-storable", "JSON takes U+0000 for text, PostgreSQL does not"),
    SetAside("RejectedPositiveData", "no-picture", "what its bytes make a picture is no schema's"),
    SetAside(
        "RejectedPositiveData", "not-valid", "which fields a form has is its owner's", "/(name|email)$", _SENT
    ),
    SetAside("RejectedPositiveData", "not-served", "a view token is given by a page and cannot be made up"),
    SetAside("RejectedPositiveData", "no_task", "a task is a document of its own within a message"),
    SetAside("MissingHeaderNotRejected", "version-missing", "428 is made for it (RFC 6585 §3)"),
    *(
        SetAside("RejectedPositiveData", problem, "where a component may stand depends on the page as it is")
        for problem in ("does-not-belong", "misshapen", "own-descendant", "own-neighbour", "name-taken")
    ),
    SetAside("RejectedPositiveData", "unknown-type", _OF_A_TYPE),
    SetAside("RejectedPositiveData", "not-valid", _OF_A_TYPE, r"/operations/\d+/properties\b"),
    SetAside("RejectedPositiveData", "not-valid", "what can be read is no schema's", "/brief/business$"),
    SetAside("RejectedPositiveData", "not-valid", "what can be read is no schema's", r"/avoid/\d+$"),
    SetAside("RejectedPositiveData", "not-valid", "how light a colour is, is no schema's", "/colour$"),
    SetAside(
        "EnsureResourceAvailability", "not-found", "it is what a body names that is not there", "/component$"
    ),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation: of which operation, what is wrong, how it is had again, and the trace of the answer."""

    operation: str
    wrong: str
    again: str
    trace_id: str

    def __str__(self) -> str:
        again = self.again.strip().replace("\n", "\n  ")
        return f"{self.operation}: {self.wrong}\n  {again}\n  trace {self.trace_id or '-'}"


@dataclass(slots=True)
class Tried:
    """What came of it.

    Attributes:
        requests: how many were sent by operation.
        succeeded: the operations that were answered with success at least once.
        links: how many links were followed.
        set_aside: how often each entry of SET_ASIDE was met.
        findings: the deviations, each once by operation and kind.
    """

    requests: Counter[str] = field(default_factory=Counter)
    succeeded: set[str] = field(default_factory=set)
    links: int = 0
    set_aside: Counter[SetAside] = field(default_factory=Counter)
    findings: dict[tuple[str, str], Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        session: the session of nearly all operations; empty where nobody asks who is calling.
        to_be_ended: sessions of their own for the operations that end theirs, each by its method and path.
        ids: what the caller has, each by where a request holds its id: `path.site_id`, `body.component`.
        headers: what is sent with every request.
    """

    session: str = ""
    to_be_ended: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def try_all(file: Path, app: str, caller: Caller, *, examples: int, seed: int) -> Tried:
    """Try every operation of a contract at an app, at most `examples` times in each phase and mode.

    Raises:
        TryingEnded: it was not done to the end.
    """
    schema = schemathesis.openapi.from_path(file, config=_configured(app, caller.ids, examples, seed))
    tried = Tried()

    @schema.auth()
    class SignedIn:
        """Asks each operation with the session that is meant for it, and new wishes with a new key."""

        def get(self, _case: Case[Any], _context: AuthContext) -> Caller:
            return caller  # kept, and given to `set` for all operations

        def set(self, case: Case[Any], known: Caller, _context: AuthContext) -> None:
            if session := known.to_be_ended.get(case.operation.label, known.session):
                case.cookies = {**(case.cookies or {}), COOKIE: session}
            for name, said in known.headers.items():
                case.headers[name] = said
            if case.headers and KEY in case.headers and case.meta and case.meta.generation.mode.is_positive:
                case.headers[KEY] = uuid4().hex  # a made-up one comes again and again, and is a replay then

    @schema.hook
    def filter_failure(_context: HookContext, failure: Failure, case: Case[Any], response: Response) -> bool:
        answered = response.text if response.content else ""
        known = set_aside(type(failure).__name__, answered, case.operation.label)
        tried.set_aside.update([known] if known else [])
        return known is None

    for event in from_schema(schema).execute():
        _note(event, tried, caller)
    return tried


def set_aside(failure: str, answered: str, operation: str = "") -> SetAside | None:
    """Return the entry that a failure belongs to, by the problem that was answered; None for a deviation."""
    try:
        told = json.loads(answered)
        problem = str(told["type"] if "type" in told else told["error"]["code"]).rpartition(":")[2]
        places = [one["pointer"] for one in told.get("errors", ())] or [""]
    except (ValueError, KeyError, TypeError):
        return None
    return next(
        (
            one
            for one in SET_ASIDE
            if (one.failure, one.problem) == (failure, problem)
            and one.operation in {"", operation}
            and all(re.match(one.place, place) for place in places)
        ),
        None,
    )


def _configured(app: str, ids: Mapping[str, str], examples: int, seed: int) -> SchemathesisConfig:
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "base-url": app,
            "continue-on-failure": True,
            "request-timeout": _PATIENCE,
            "output": {"sanitization": {"enabled": False}, "truncation": {"enabled": False}},
            "generation": {"max-examples": examples, "database": "none", "with-security-parameters": False},
            "dictionaries": {one: {"values": [one]} for one in ids.values()},
            "parameters": {where: {"dictionary": one, "probability": _KNOWN} for where, one in ids.items()},
        }
    )


def _note(event: events.EngineEvent, tried: Tried, caller: Caller) -> None:
    if isinstance(event, events.ScenarioFinished):
        _read(event.recorder, tried, caller)
    elif isinstance(event, events.NonFatalError):
        raise TryingEnded(f"{event.label}: {event.value}") from event.value
    elif isinstance(event, events.FatalError):
        raise TryingEnded(str(event.exception)) from event.exception
    elif isinstance(event, events.EngineFinished) and event.stop_reason is not StopReason.COMPLETED:
        raise TryingEnded(f"It ended before its time: {event.stop_reason.value}")


def _read(recorder: ScenarioRecorder, tried: Tried, caller: Caller) -> None:
    for case_id, had in recorder.interactions.items():
        node = recorder.cases[case_id]
        operation = node.value.operation.label
        tried.requests[operation] += 1
        tried.links += node.is_transition_applied
        if had.response and had.response.status_code in _SUCCESS:
            tried.succeeded.add(operation)
    for case_id, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info:
                info = check.failure_info
                answer = recorder.interactions[info.failure.case_id or case_id].response
                trace = answer.headers.get("x-trace-id", [""])[0] if answer else ""
                operation = info.failure.operation or recorder.label
                found = Finding(operation, str(info.failure), _shown(info.code_sample, caller), trace)
                tried.findings.setdefault((operation, type(info.failure).__name__), found)


def _shown(command: str, caller: Caller) -> str:
    """Leave the sessions out of a command: whoever repeats it signs in first."""
    for session in filter(None, (caller.session, *caller.to_be_ended.values())):
        command = command.replace(session, "$SESSION")
    return command
