"""`make platform`: the reference platform with a demo workspace, for people and for TARGET=local."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from support.target.state_file import state_file

DEMO = {
    "name": "Maya's Sourdough",
    "owner": "Maya",
    "email": "maya@demo.example",
    "password": "fresh bread every day",
}
_TAKEN = 409


def platform(arguments: list[str]) -> int:
    """Start the platform, add the demo workspace, print where it is, and stay until Ctrl-C."""
    state = state_file()
    state.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(24)
    command = [
        sys.executable,
        "-m",
        "webbuilder",
        "up",
        "--control",
        "--movable-clock",
        "--owned",  # it ends with us, however we end: it reads the other end of our pipe
        "--state-file",
        str(state),
    ]
    with subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "MM_OPERATOR_KEY": key},
    ) as running:
        try:
            line = running.stdout.readline() if running.stdout else ""
            if line:
                _welcome(json.loads(line), key, state)
            return running.wait()
        except KeyboardInterrupt:
            return running.wait()


def _welcome(facts: dict[str, Any], key: str, state: Path) -> None:
    answer = httpx.post(
        f"{facts['control']}/workspaces",
        json=DEMO,
        headers={"Authorization": f"Bearer {key}"},
        trust_env=False,
    )
    if answer.status_code != _TAKEN:
        answer.raise_for_status()
        print(f"A site of the demo workspace is live at {_publish_a_site(facts['app'])}")
    print(
        f"The builder is at {facts['app']}",
        f"Sign in as {DEMO['email']} with the password: {DEMO['password']}",
        f"Mail arrives at {facts['mailbox']}",
        f"Specifications run against it with: make specs TARGET=local (found by {state})",
        f"Ctrl-C ends it, and so does: kill {os.getpid()}",
        sep="\n",
        flush=True,
    )


def _publish_a_site(app: str) -> str:
    """Give the demo workspace a published site to look at; returns its address."""
    with httpx.Client(base_url=f"{app}/api", trust_env=False) as maya:
        maya.post("/sessions", json={one: DEMO[one] for one in ("email", "password")}).raise_for_status()
        template = maya.get("/templates").raise_for_status().json()["items"][0]
        site = maya.post("/sites", json={"name": DEMO["name"], "template": template["id"]})
        address = site.raise_for_status().headers["location"]
        released = maya.post(f"{app}{address}/releases", json={"despite_warnings": True})
        return str(released.raise_for_status().json()["address"])
