"""A server that hides a secret in every place where one may come into evidence."""

from __future__ import annotations

import base64
import gzip
import html
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.support.servers import Asked, Reply, http_server

TRACE = "0af7651916cd43dd8448eb211c80319c"
WAYS = (
    "typed into a field: a password",
    "in a hidden field",
    "in a cookie that scripts cannot read",
    "in a cookie of a script",
    "bearer of a page",
    "in an address: basic authentication",
    "in a query",
    "in a fragment",
    "in JSON that a page sent",
    "in JSON that a page got",
    "in a form's body",
    "in a meta element",
    "in an attribute",
    "in localStorage",
    "in sessionStorage",
    "in the console",
    "in a JWT",
    "in base64: name and password",
    "in an answer packed with gzip",
    "in a data: address",
    "in a mail",
    "in a line of the platform's log",
    "in an error while collecting",
    "in a redirect",
    "in the failure's sentence: the operator's key",
    "in the text of a page",
    "escaped in a page",
    "in a page within a page within a page",
    "in what a session sent",
    "bearer of a session",
    "in what a session got",
    "in a cookie of a session",
)


class Planted(dict[str, str]):
    """A secret for each way of planting one."""

    def __init__(self) -> None:
        super().__init__({way: f"bread-{secrets.token_urlsafe(12)}" for way in WAYS})
        self["escaped in a page"] = f'<brot & "{secrets.token_hex(6)}">/é'


def _page(planted: Planted) -> str:
    name_and_password = base64.b64encode(f"maya:{planted['in base64: name and password']}".encode()).decode()
    framed = base64.b64encode(f"<p>{planted['in a data: address']}</p>".encode()).decode()
    parts = ({"alg": "none"}, {"who": planted["in a JWT"]})
    jwt = ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
    asked = json.dumps({"api_key": planted["in JSON that a page sent"]})
    return f"""<!doctype html><title>Bread</title>
    <meta name="csrf-token" content="{planted["in a meta element"]}">
    <h1>{planted["in the text of a page"]}</h1><p>{html.escape(planted["escaped in a page"])}</p>
    <label>Password <input type="password"></label>
    <form method="post" action="/send">
      <input type="hidden" name="view_token" value="{planted["in a hidden field"]}">
      <input type="hidden" name="new_password" value="{planted["in a form's body"]}"><button>Send</button>
    </form>
    <div data-token="{planted["in an attribute"]}">{name_and_password} {jwt}.c2lnbmVk</div>
    <iframe title="Data" src="data:text/html;base64,{framed}"></iframe>
    <iframe title="Outer" src="/outer"></iframe>
    <button id="ask">Ask</button><h2></h2>
    <script>
      localStorage.setItem("session_token", "{planted["in localStorage"]}");
      sessionStorage.setItem("auth_token", "{planted["in sessionStorage"]}");
      document.cookie = "theme=" + "{planted["in a cookie of a script"]}";
      document.querySelector("#ask").onclick = async () => {{
        const headers = {{Authorization: "Bearer " + "{planted["bearer of a page"]}"}};
        const body = JSON.stringify({asked});
        const got = await (await fetch("/ask", {{method: "POST", headers, body}})).json();
        await (await fetch("/packed")).text();
        console.error("the oven got " + got.refresh_token);
        document.querySelector("h2").textContent = "Answered";
      }};
    </script>"""


def _mail(planted: Planted, path: str) -> Any:
    if path.startswith("/api/v1/search"):
        return {"messages": [{"ID": "1"}]}
    if path.endswith("/headers"):
        return {"Subject": ["Welcome"], "X-Trace-Id": [TRACE]}
    text = f"Come in: http://127.0.0.1/in?token={planted['in a mail']}"
    return {"Subject": "Welcome", "Text": text, "HTML": ""}


def _json(planted: Planted, path: str) -> Any:
    if path.startswith("/api/v1/"):
        return _mail(planted, path)
    if path.startswith("/control/logs"):
        words = "GET /in?token=" + planted["in a line of the platform's log"]
        return {"lines": [{"event": words, "trace_id": TRACE, "timestamp": "2026-11-22T10:00:00Z"}]}
    if path == "/ask":
        return {
            "access_token": planted["in JSON that a page got"],
            "refresh_token": planted["in the console"],
        }
    if path == "/api":
        echo = [planted["bearer of a session"], planted["in a cookie of a session"]]
        return {"token": planted["in what a session got"], "seen": echo}
    return None


@contextmanager
def planted_server(planted: Planted) -> Iterator[str]:
    """Serve pages, answers, mails and log lines with the planted secrets; gives the address."""

    def answer(asked: Asked) -> Reply:
        path = asked.path.partition("?")[0]
        traced = {"X-Trace-Id": TRACE, "Content-Type": "text/html; charset=utf-8"}
        found = _json(planted, asked.path)
        if found is not None:
            cookie = f"mm={planted['in a cookie of a session']}; HttpOnly"
            headers = {"Set-Cookie": cookie} if path == "/api" else {}
            return Reply(200, json.dumps(found), {**traced, **headers, "Content-Type": "application/json"})
        if path == "/guarded" and "authorization" not in asked.headers:
            return Reply(401, "", {"WWW-Authenticate": "Basic realm=bread"})
        if path == "/send":
            return Reply(303, "", {**traced, "Location": f"/landed?code_token={planted['in a redirect']}"})
        if path == "/packed":
            packed = gzip.compress(
                json.dumps({"client_secret": planted["in an answer packed with gzip"]}).encode()
            )
            return Reply(200, packed, {"Content-Encoding": "gzip", "Content-Type": "application/json"})
        cookie = f"sid={planted['in a cookie that scripts cannot read']}; HttpOnly"
        return Reply(200, _document(planted, path), {**traced, "Set-Cookie": cookie})

    with http_server(answer) as address:
        yield address


def _document(planted: Planted, path: str) -> str:
    inner = planted["in a page within a page within a page"]
    documents = {
        "/outer": '<iframe title="Inner" src="/inner"></iframe>',
        "/inner": f'<input type="hidden" name="form_token" value="{inner}"><p>Inside</p>',
        "/landed": "<h1>Landed</h1>",
    }
    return documents.get(path) or _page(planted)
