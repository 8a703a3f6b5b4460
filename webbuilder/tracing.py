"""One trace id follows an action: W3C `traceparent` in, out and in every log line."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import structlog
from opentelemetry import trace
from opentelemetry.propagate import extract, inject
from opentelemetry.sdk.trace import TracerProvider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from opentelemetry.context import Context

_TRACE_ID = re.compile(r"[0-9a-f]{32}")


def start_logging(part: str) -> None:
    """Write one JSON line for each thing worth knowing, with its trace id, to standard output."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    structlog.contextvars.bind_contextvars(part=part)


def log() -> structlog.stdlib.BoundLogger:
    """Return the log; its lines carry the part and the trace id by themselves."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger()
    return logger


def _context_of(traceparent: str | None) -> Context | None:
    return extract({"traceparent": traceparent}) if traceparent else None


@cache
def _tracer() -> trace.Tracer:
    """Return our own tracer: a provider set for all would let FastAPI start a second trace a request."""
    return TracerProvider().get_tracer("webbuilder")


@contextmanager
def action(name: str, traceparent: str | None = None) -> Iterator[str]:
    """Run a block inside the trace named by `traceparent`, or a new one; gives the trace id."""
    with _tracer().start_as_current_span(name, context=_context_of(traceparent)):
        identifier = current_trace_id()
        with structlog.contextvars.bound_contextvars(trace_id=identifier):
            yield identifier


@contextmanager
def some_action(name: str) -> Iterator[None]:
    """Run a block inside the trace at work, or a new one where none is: what has a number is found by it."""
    if trace.get_current_span().get_span_context().is_valid:
        yield
        return
    with action(name):
        yield


def current_trace_id() -> str:
    """Return the 32 hexadecimal digits of the trace at work; zeros outside of one."""
    return trace.format_trace_id(trace.get_current_span().get_span_context().trace_id)


def current_traceparent() -> str:
    """Return the W3C header that hands the trace on; empty outside of one."""
    carrier: dict[str, str] = {}
    inject(carrier)
    return carrier.get("traceparent", "")


def traceparent_for(trace_id: str) -> str:
    """Return the header that starts an action in the trace `trace_id`, which a served form brought back."""
    if not _TRACE_ID.fullmatch(trace_id):
        message = f"{trace_id!r} is no trace id: 32 hexadecimal digits are"
        raise ValueError(message)
    return f"00-{trace_id}-{trace_id[:16]}-01"
