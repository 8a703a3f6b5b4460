"""What a refusal looks like: a problem document for programs, a sentence on a page for people."""

from __future__ import annotations

import html
import re
from typing import Any

import httpx


def problem(answer: httpx.Response, status: int, kind: str, sentence: str) -> dict[str, Any]:
    """Return the problem document of an answer, once it is the one expected and holds no stack trace."""
    said = answer.json()
    assert (answer.status_code, said["detail"]) == (status, sentence)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (said["status"], said["type"]) == (status, f"urn:webbuilder:problem:{kind}")
    assert said["trace_id"] == answer.headers["x-trace-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", said["trace_id"])
    assert said["instance"] == answer.request.url.path
    assert "Traceback" not in answer.text
    return dict(said)


def pointers(said: dict[str, Any]) -> list[str]:
    """Return the places of the request that a problem document names."""
    return [place["pointer"] for place in said["errors"]]


def words(answer: httpx.Response) -> str:
    """Return what a person reads on a page, without its markup, scripts and styles."""
    assert answer.headers["content-type"].startswith("text/html")
    shown = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", answer.text, flags=re.DOTALL)
    return " ".join(html.unescape(shown).split())


def on_a_screen(answer: httpx.Response, status: int, sentence: str) -> None:
    """Assert that a page says a sentence to a person, and nothing for programmers."""
    assert answer.status_code == status
    assert sentence in words(answer)
    assert "Traceback" not in answer.text
