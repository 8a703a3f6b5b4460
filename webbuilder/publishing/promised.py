"""What a live site promises to visitors and their browsers: pages, forms, pictures, refusals, headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.images import drawn, service as images
from webbuilder.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from webbuilder.parts.promising import Answers

_TRACE = {
    "description": "The number under which support finds it.",
    "pattern": "^[0-9a-f]{32}$",
}
_NEVER_KEPT = {"description": "Nobody keeps it, so that visitors get the last release.", "const": "no-store"}
_NOT_GUESSED = {"description": "It is what it says, and nothing else.", "const": "nosniff"}
_NO_SCRIPT = {
    "description": "No script runs; forms are sent to this site alone.",
    "pattern": "^default-src 'none';",
}
_FOR_EVER = {"description": "A picture never changes.", "const": "public, max-age=31536000, immutable"}
_ANYWHERE = {"description": "A page of the site, or an address that its owner chose.", "minLength": 1}
_NEXT = {"description": "Where the visitor is thanked.", "pattern": "^/thanks/[^/]+$"}

_HTML = {
    "text/html": {
        "schema": {
            "type": "string",
            "pattern": "^\\s*<!doctype html>",
            "examples": ['<!doctype html>\n<html lang="en">…</html>'],
        }
    }
}
_REFUSALS = {
    400: "What was sent is no form.",
    404: "No site is live here, or it has no such form, picture or mail.",
    410: "The link to a draft is over; the page says whom to ask for another one.",
    413: "It is longer than a form can be.",
    429: "Its e-mail address was sent too often of late; Retry-After says when to come again.",
    422: "Something in it does not fit; the page says what, and leads back.",
    500: "A failure that nobody foresaw; X-Trace-Id finds it.",
    503: "What is stored cannot be reached at the moment; Retry-After says when to come again.",
}


def _headers(**said: dict[str, Any]) -> dict[str, Any]:
    every = {"X_Trace_Id": _TRACE, **said}
    return {
        name.replace("_", "-"): {
            "description": header["description"],
            "required": True,
            "schema": {
                "type": "string",
                **{key: value for key, value in header.items() if key != "description"},
            },
        }
        for name, header in every.items()
    }


def _refused(*statuses: int) -> Answers:
    """Say how visitors are refused: on a page; programs that ask for JSON get the same as a problem."""
    content = {**_HTML, MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {
            "description": _REFUSALS[status],
            "content": content,
            "headers": _headers(Cache_Control=_NEVER_KEPT),
        }
        for status in (*statuses, 500, 503)
    }


def _page(told: str) -> dict[str, Any]:
    headers = _headers(
        Cache_Control=_NEVER_KEPT, X_Content_Type_Options=_NOT_GUESSED, Content_Security_Policy=_NO_SCRIPT
    )
    return {"description": told, "content": _HTML, "headers": headers}


_MOVED = {
    "description": "Where the page, or the whole site, is by now.",
    "headers": _headers(Cache_Control=_NEVER_KEPT, Location=_ANYWHERE),
}
PAGE: Answers = {200: _page("The live page: the last release."), 301: _MOVED, **_refused(404)}


def _words(told: str, kind: str) -> Answers:
    content = {kind: {"schema": {"type": "string", "minLength": 1}}}
    headers = _headers(Cache_Control=_NEVER_KEPT, X_Content_Type_Options=_NOT_GUESSED)
    return {200: {"description": told, "content": content, "headers": headers}, **_refused(404)}


ROBOTS: Answers = _words("What machines may read (RFC 9309).", "text/plain")
MAP: Answers = _words("Which pages there are (sitemaps.org, 0.9).", "application/xml")
DRAFT: Answers = {200: _page("A page of a draft, for whoever was given a link."), **_refused(404, 410)}
THANKS: Answers = {200: _page("The owner's thanks."), **_refused(404)}
_PICTURES = (*images.KINDS, drawn.MEDIA_TYPE)
PICTURE: Answers = {
    200: {
        "description": "The picture.",
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in _PICTURES},
        "headers": _headers(Cache_Control=_FOR_EVER, X_Content_Type_Options=_NOT_GUESSED),
    },
    **_refused(404, 422),
}
BUTTON: Answers = {
    303: {
        "description": "Where the button of a mail leads.",
        "headers": _headers(Cache_Control=_NEVER_KEPT, Location=_ANYWHERE),
    },
    **_refused(404),
}
SEEN: Answers = {
    200: {
        "description": "A picture that cannot be seen.",
        "content": {"image/gif": {"schema": {"type": "string", "format": "binary"}}},
        "headers": _headers(Cache_Control=_NEVER_KEPT),
    },
    **_refused(404),
}
LEAVING: Answers = {200: _page("What was asked, or done about it."), **_refused(404)}
ONE_GO: dict[str, Any] = {
    "requestBody": {
        "required": False,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "title": "One go",
                    "description": "What mail programs send (RFC 8058 §3.1), and the page; it is not read.",
                    "type": "object",
                    "additionalProperties": {"type": "string"},
                    "examples": [{"List-Unsubscribe": "One-Click"}],
                }
            }
        },
    }
}
SENT: Answers = {
    303: {
        "description": "It was taken in; sent twice as it was served, once.",
        "headers": _headers(Cache_Control=_NEVER_KEPT, Location=_NEXT),
    },
    **_refused(400, 404, 413, 422, 429),
}
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "title": "Form",
                    "description": "The fields of the form as it was served, its view token among them.",
                    "type": "object",
                    "required": ["view_token"],
                    "properties": {"view_token": {"type": "string"}},
                    "additionalProperties": {"type": "string"},
                    "examples": [{"view_token": "…", "name": "Priya", "email": "priya@example.com"}],
                }
            }
        },
    }
}
