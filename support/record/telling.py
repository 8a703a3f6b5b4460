"""How cases and attempts are told in Messages, one envelope after the other."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from support.record.words import OURS, Envelope, attempt_id, instant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from behave.matchers import Match

    from support.case import Case
    from support.runner.attempt import Attempt, Kept, StepRun

BEFORE, AFTER = "hook-before", "hook-after"
_LARGE = 1_000_000  # bytes of evidence above which the record says only that it lies beside it
_STATUS = {
    "passed": "PASSED",
    "failed": "FAILED",
    "error": "FAILED",
    "hook_error": "FAILED",
    "cleanup_error": "FAILED",
    "undefined": "UNDEFINED",
    "pending": "PENDING",
}


def own(kind: str, content: dict[str, Any], attempt: str | None = None) -> Envelope:
    """Tell what Messages has no word for; `kind` says what it is."""
    body = json.dumps({"kind": kind, **content}, ensure_ascii=False)
    attachment = {"body": body, "contentEncoding": "IDENTITY", "mediaType": OURS}
    return {"attachment": {**attachment, "testCaseStartedId": attempt} if attempt else attachment}


def test_case(
    run: str, case: Case, pickle: Envelope, matches: Sequence[tuple[str, Match] | None]
) -> Envelope:
    """Tell that a case is planned: its hooks and steps, and which definitions they have."""
    steps = [{"id": f"{case.id}/before", "hookId": BEFORE}]
    steps += [_test_step(case, *one) for one in zip(pickle["steps"], matches, strict=True)]
    steps.append({"id": f"{case.id}/after", "hookId": AFTER})
    return {
        "testCase": {"id": case.id, "pickleId": pickle["id"], "testRunStartedId": run, "testSteps": steps}
    }


def _test_step(case: Case, step: Envelope, match: tuple[str, Match] | None) -> Envelope:
    captured = match[1].arguments if match else ()
    groups = [{"group": {"start": one.start, "value": one.original}} for one in captured]
    return {
        "id": f"{case.id}/{step['id']}",
        "pickleStepId": step["id"],
        "stepDefinitionIds": [match[0]] if match else [],
        "stepMatchArgumentsLists": [{"stepMatchArguments": groups}] if match else [],
    }


def started(run: str, case: Case, number: int, worker: str, at: float) -> Envelope:
    """Tell that an attempt begins; nobody's, when no worker is named."""
    who = {"workerId": worker} if worker else {}
    key = attempt_id(run, case.id, number)
    return {
        "testCaseStarted": {
            "id": key,
            "testCaseId": case.id,
            "attempt": number,
            **who,
            "timestamp": instant(at),
        }
    }


def never_ran(run: str, case: Case, number: int, at: float, because: str) -> Iterator[Envelope]:
    """Close a case that did not run, for readers that leave out what never began; nobody works on it."""
    key = attempt_id(run, case.id, number)
    step = f"{case.id}/before"
    yield started(run, case, number, "", at)
    words = {"body": f"not run, because {because}", "contentEncoding": "IDENTITY", "mediaType": "text/plain"}
    yield {"attachment": {**words, "testCaseStartedId": key, "testStepId": step}}
    yield from _done(key, step, at, at, _result("UNKNOWN", 0, message=because))
    yield _finished(key, at, will_be_retried=False)


def ended(run: str, attempt: Attempt, pickle: Envelope, *, will_be_retried: bool) -> Iterator[Envelope]:
    """Tell how an attempt went: each step, each piece of evidence, and how it ended."""
    key, case = attempt_id(run, attempt.case.id, attempt.number), attempt.case
    yield from _hook(key, f"{case.id}/before", attempt.started, attempt if not attempt.steps else None)
    last = attempt.started
    for step, done in zip(pickle["steps"], attempt.steps, strict=False):
        last = done.started + done.duration_s if done.started else last
        yield from _step(key, f"{case.id}/{step['id']}", done, last)
    blamed = attempt if not any(step.error or step.status == "undefined" for step in attempt.steps) else None
    end = attempt.started + attempt.duration_s
    yield from _hook(key, f"{case.id}/after", end, blamed if attempt.steps else None)
    for kept in attempt.kept:
        yield _evidence(key, f"{case.id}/after", kept)
    yield own("attempt", _facts(attempt), key)
    yield _finished(key, end, will_be_retried=will_be_retried)


def _facts(attempt: Attempt) -> dict[str, Any]:
    return {
        "case": attempt.case.id,
        "number": attempt.number,
        "worker": attempt.worker,
        "started": attempt.started,
        "duration_s": round(attempt.duration_s, 4),
        "ending": attempt.ending,
        "because": attempt.because,
        "judged": attempt.judged,
        "excused": attempt.excused,
        "acted_in": attempt.acted_in,
        "trace_ids": list(attempt.trace_ids),
        "engine": attempt.engine,
        "met": [list(one) for one in attempt.met],
    }


def _hook(key: str, step: str, at: float, blamed: Attempt | None) -> Iterator[Envelope]:
    """A hook's step: it carries why the case did not pass when no step does."""
    status, because = "PASSED", ""
    if blamed and blamed.ending == "failed":
        status, because = "FAILED", blamed.because
    elif blamed and blamed.ending != "passed":
        unknown = blamed.ending != "not_run" or not blamed.excused
        status, because = "UNKNOWN" if unknown else "SKIPPED", blamed.because
    yield from _done(key, step, at, at, _result(status, 0, message=because))


def _step(key: str, step: str, done: StepRun, end: float) -> Iterator[Envelope]:
    result = _result(_STATUS.get(done.status, "SKIPPED"), done.duration_s, message=done.trace)
    if done.error:
        result["exception"] = {"type": done.error, "message": done.message}
    yield from (_evidence(key, step, kept) for kept in done.kept)
    yield from _done(key, step, done.started or end, end, result)


def _result(status: str, seconds: float, *, message: str) -> Envelope:
    result: Envelope = {"status": status, "duration": instant(seconds)}
    return {**result, "message": message} if message else result


def _done(key: str, step: str, began: float, end: float, result: Envelope) -> Iterator[Envelope]:
    which = {"testCaseStartedId": key, "testStepId": step}
    yield {"testStepStarted": {**which, "timestamp": instant(began)}}
    yield {"testStepFinished": {**which, "testStepResult": result, "timestamp": instant(end)}}


def _finished(key: str, at: float, *, will_be_retried: bool) -> Envelope:
    return {
        "testCaseFinished": {
            "testCaseStartedId": key,
            "timestamp": instant(at),
            "willBeRetried": will_be_retried,
        }
    }


def _evidence(key: str, step: str, kept: Kept) -> Envelope:
    body, encoding = base64.b64encode(kept.content).decode(), "BASE64"
    media_type = kept.media_type
    if len(kept.content) > _LARGE:
        body = f"{kept.name}: {len(kept.content)} bytes of {media_type}, kept in the folder of evidence"
        encoding, media_type = "IDENTITY", "text/plain"
    return {
        "attachment": {
            "body": body,
            "contentEncoding": encoding,
            "mediaType": media_type,
            "fileName": kept.name,
            "testCaseStartedId": key,
            "testStepId": step,
        }
    }
