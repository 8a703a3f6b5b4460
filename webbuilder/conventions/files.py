"""Answers that a browser saves: a table as a file, which nobody keeps a copy of."""

from __future__ import annotations

from starlette.responses import Response, StreamingResponse


class Csv(StreamingResponse):
    """A table as a file."""

    media_type = "text/csv"


def as_file(name: str, text: str) -> Response:
    """Answer with a file to save."""
    return Response(text, media_type="text/csv", headers=saved_as(name))


def saved_as(name: str) -> dict[str, str]:
    """Return the headers that let a browser save what it gets, and keep no copy (RFC 6266)."""
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
