"""Errors told to whoever collects them elsewhere and speaks Sentry's protocol, where SENTRY_DSN names one."""

from __future__ import annotations

import traceback
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from webbuilder.parts.refusal import CannotStartError

if TYPE_CHECKING:
    from webbuilder.errors.book import Teller
    from webbuilder.errors.grouping import Kind
    from webbuilder.settings import Settings

_LIBRARY = "sentry_sdk"
_OURS = "webbuilder."


def refuse_unless_there(dsn: str | None) -> None:
    """Refuse to start where errors should be told elsewhere and nothing here can.

    Raises:
        CannotStartError: the library is not installed, or the address is none of its addresses.
    """
    if not dsn:
        return
    if find_spec(_LIBRARY) is None:
        words = (
            "SENTRY_DSN is set, and the package that tells errors there is not installed: "
            "install sentry-sdk, or start without SENTRY_DSN."
        )
        raise CannotStartError(words)
    protocol = import_module(f"{_LIBRARY}.utils")
    try:
        protocol.Dsn(dsn)
    except protocol.BadDsn as error:
        raise CannotStartError(f"SENTRY_DSN is no address to tell errors to: {error}") from error


def teller(settings: Settings) -> Teller | None:
    """Return what tells an error elsewhere; None where nobody is to be told.

    Nothing is told but what a group keeps, the number, and the functions that the error came through: the
    library's own looking around, its hooks and the values of variables are left out.
    """
    if not settings.sentry_dsn:
        return None
    client = import_module(_LIBRARY).Client(
        dsn=settings.sentry_dsn,
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        send_client_reports=False,
        server_name="webbuilder",
        _experiments={"transport_compression_algo": "gzip"},  # which all who speak the protocol take
    )

    def tell(kind: Kind, error: BaseException, number: str) -> None:
        client.capture_event(event_of(kind, error, number))

    return tell


def event_of(kind: Kind, error: BaseException, number: str) -> Any:
    """Return an error as Sentry's protocol has it, in the group that it has here."""
    failed = {"type": kind.error, "value": kind.place, "stacktrace": {"frames": _frames(error)}}
    return {
        "level": "error",
        "platform": "python",
        "fingerprint": [kind.group],
        "transaction": kind.during,
        "tags": {"group": kind.group, "number": number},
        "contexts": {"trace": {"trace_id": number, "span_id": number[:16]}},
        "exception": {"values": [failed]},
    }


def _frames(error: BaseException) -> list[dict[str, Any]]:
    """Return the functions that an error came through, the outermost first, without any value."""
    return [
        {
            "module": module,
            "function": frame.f_code.co_qualname,
            "lineno": line,
            "in_app": module.startswith(_OURS),
        }
        for frame, line in traceback.walk_tb(error.__traceback__)
        for module in [str(frame.f_globals.get("__name__", ""))]
    ] or [{"module": "", "function": "nowhere", "in_app": False}]
