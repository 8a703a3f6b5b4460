"""The people of these tests: owners, who speak to the builder, and visitors of their live sites."""

from __future__ import annotations

import re
import secrets
import ssl
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.webbuilder.platforms import Platform, wait_for

PASSWORD = "sourdough at dawn"
COOKIE = "mm_session"
Operations = list[dict[str, Any]]


@cache
def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


def http(address: str, token: str | None = None) -> httpx.Client:
    """Return a client of one address, signed in with a session token or not."""
    cookies = {COOKIE: token} if token else {}
    return httpx.Client(base_url=address, cookies=cookies, verify=_certificates(), timeout=20)


def new_id() -> str:
    """Return a component id as a client makes it."""
    return f"c_{secrets.token_hex(8)}"


def insert(kind: str, parent: str, /, **properties: Any) -> dict[str, Any]:
    """Return the operation that puts a new component first below a parent."""
    return {"kind": "insert", "id": new_id(), "type": kind, "parent": parent, "properties": properties}


@dataclass(frozen=True, slots=True)
class Served:
    """A live page as it was served once."""

    html: str
    headers: httpx.Headers

    @property
    def tokens(self) -> dict[str, str]:
        """The view token of each form."""
        form = r'action="/forms/([^"]*)"[^>]*>\s*<input type="hidden" name="view_token" value="([^"]*)"'
        return dict(re.findall(form, self.html))


@dataclass(frozen=True, slots=True)
class Site:
    """A site, its owner, and what visitors do there."""

    owner: Owner
    id: str
    slug: str

    @property
    def path(self) -> str:
        """Where the API has it."""
        return f"/api/sites/{self.id}"

    def page(self) -> dict[str, Any]:
        """Return the draft: its revision, and the page as a tree."""
        return dict(self.owner.http.get(f"{self.path}/components").raise_for_status().json())

    def section(self) -> dict[str, Any]:
        """Return the first section of the draft."""
        return dict(self.page()["page"]["children"][0])

    def operate(self, *operations: dict[str, Any]) -> httpx.Response:
        """Ask for changes of the draft."""
        return self.owner.http.post(f"{self.path}/operations", json={"operations": operations})

    def add_form(self, **properties: Any) -> str:
        """Put a form that asks for name and address into the first section; return its id."""
        form = insert("form", self.section()["id"], **properties)
        email = insert("field", form["id"], name="email", label="E-mail address", kind="email")
        name = insert("field", form["id"], name="name", label="Name", required=False)
        self.operate(form, email, name).raise_for_status()
        return str(form["id"])

    def workflow(self) -> str:
        """Return the workflow that came with the template."""
        found = self.owner.http.get(f"{self.path}/workflows").raise_for_status().json()["items"]
        return str(next(one["id"] for one in found if one["name"] == "welcome"))

    def connect(self, form: str) -> httpx.Response:
        """Join a form to the workflow."""
        path = f"{self.path}/components/{form}/connection"
        seen = {"If-Match": self.owner.http.get(path).headers.get("ETag", '"none"')}
        return self.owner.http.put(path, json={"workflow": self.workflow()}, headers=seen)

    def publish(self) -> httpx.Response:
        """Let visitors have the draft, whatever it warns of."""
        return self.owner.http.post(f"{self.path}/releases", json={"despite_warnings": True})

    def visit(self) -> Served:
        """Load the live page."""
        answer = self.owner.visitor.get("/", headers=self.host).raise_for_status()
        return Served(answer.text, answer.headers)

    def send(self, form: str, fields: dict[str, str], **more: Any) -> httpx.Response:
        """Send a form as it stands on the live page; `fields` may hold a `view_token` of their own."""
        token = {} if "view_token" in fields else {"view_token": self.visit().tokens.get(form, "")}
        headers = {**self.host, **more.pop("headers", {})}
        return self.owner.visitor.post(f"/forms/{form}", data={**token, **fields}, headers=headers, **more)

    def sign_up(self, form: str, name: str, email: str) -> None:
        """Fill the form as it stands on the live page, send it, and be thanked."""
        answer = self.send(form, {"name": name, "email": email})
        assert answer.headers.get("location") == f"/thanks/{form}", answer.text
        self.owner.visitor.get(answer.headers["location"], headers=self.host).raise_for_status()

    @property
    def host(self) -> dict[str, str]:
        """The header that names the site, since this language does not resolve its name."""
        return {"Host": f"{self.slug}.localhost:{urlsplit(str(self.owner.visitor.base_url)).port}"}

    def submissions(self) -> list[dict[str, Any]]:
        """Return what visitors sent, the newest first."""
        return list(self.owner.http.get(f"{self.path}/submissions").raise_for_status().json()["items"])

    def runs(self) -> list[dict[str, Any]]:
        """Return the runs of the workflow, the newest first."""
        found = self.owner.http.get(f"/api/workflows/{self.workflow()}/runs").raise_for_status()
        return list(found.json()["items"])

    def ended_runs(self, many: int = 1) -> list[dict[str, Any]]:
        """Wait until so many runs have ended, and return them."""

        def look() -> list[dict[str, Any]]:
            ended = [run for run in self.runs() if run["state"] != "running"]
            return ended if len(ended) >= many else []

        return wait_for(f"{many} ended runs of the workflow of “{self.slug}”", look)


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody signed in to a workspace of her own."""

    http: httpx.Client
    visitor: httpx.Client
    mailbox: httpx.Client
    workspace: str
    email: str
    token: str = field(repr=False)

    def start_site(self, name: str | None = None, template: str = "bakery") -> Site:
        """Start a site from a template."""
        name = name or f"Course {secrets.token_hex(4)}"
        made = self.http.post("/api/sites", json={"name": name, "template": template}).raise_for_status()
        return Site(self, made.json()["id"], made.json()["slug"])

    def live_site(self) -> tuple[Site, str]:
        """Return a published site and its form, which starts the workflow."""
        site = self.start_site()
        form = site.add_form()
        site.connect(form).raise_for_status()
        site.publish().raise_for_status()
        return site, form

    def contacts(self, search: str = "") -> list[dict[str, Any]]:
        """Return the workspace's contacts, the newest first."""
        found = self.http.get("/api/contacts", params={"search": search}).raise_for_status()
        return list(found.json()["items"])

    def letters_to(self, address: str) -> list[dict[str, Any]]:
        """Return the mails in somebody's inbox, whole, each with its headers."""
        found = self.mailbox.get("/api/v1/search", params={"query": f'to:"{address}"'}).raise_for_status()
        hers = [mail for mail in found.json()["messages"] if mail["To"][0]["Address"] == address]
        paths = [f"/api/v1/message/{mail['ID']}" for mail in hers]
        return [
            self.mailbox.get(path).json() | {"headers": self.mailbox.get(f"{path}/headers").json()}
            for path in paths
        ]


def open_workspace(platform: Platform, owner: str = "Maya") -> Owner:
    """Let somebody have a fresh workspace."""
    where, key = platform.line, platform.state["operator_key"]
    email = f"{owner.lower()}-{secrets.token_hex(5)}@example.org"
    wanted = {"name": f"{owner}’s workspace", "owner": owner, "email": email, "password": PASSWORD}
    with http(where["control"]) as control:
        made = control.post("/workspaces", json=wanted, headers={"Authorization": f"Bearer {key}"})
        made.raise_for_status()
    visitor = http(f"http://127.0.0.1:{urlsplit(where['sites']).port}")
    token = made.json()["token"]
    mailbox = http(where["mailbox"])
    return Owner(http(where["app"], token), visitor, mailbox, made.json()["workspace"], email, token)
