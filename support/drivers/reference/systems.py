"""Which of the platform's systems answers at an address, so that a failure can say whom to ask."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# The first that fits; what stands behind a method only, is named with it.
_SYSTEMS = tuple(
    (re.compile(pattern), system)
    for pattern, system in (
        (r"^POST /forms/", "Magic Connector"),
        (r"^POST (/api)?/sites$", "Template System"),
        (r"/(connection|submissions)$", "Magic Connector"),
        (r"/live$", "Real-time APIs"),
        (r"/webhooks/[^/]+/deliveries$", "Background Jobs"),
        (r"/(returned-mails$|broadcasts|mail-pace)", "Email Automation"),
        (r"/insights(\.csv)?$", "Analytics"),
        (r"/(contacts|segments)", "CRM System"),
        (r"/workflows", "Workflow Engine"),
        (r"/(suggestions|workflow-suggestions|brand|copywriter)", "AI Services"),
        (r"/(components|operations|components/[^/]+/copies|undo|redo|components/types)$", "Component APIs"),
        (r"/(releases|warnings|publish)$", "Live Sites"),
        (r"/api/images", "Backend APIs"),
        (r"/templates", "Template System"),
        (r"^\S+ /(sites|)(/[^/]+/builder)?$", "Frontend Builder"),
        (r"^\S+ /api/", "Backend APIs"),
        (r"/(sign-(in|out)|account|people|invitations|operator)\b", "Backend APIs"),
    )
)
_OPERATORS = "/control"


def system_of(method: str, address: str, mailbox: str = "") -> str | None:
    """Return the system that answers a method at an address; None for what is the operator's."""
    parts = urlsplit(address)
    if mailbox and parts.netloc == urlsplit(mailbox).netloc:
        return "Email Automation"
    if parts.path.startswith(_OPERATORS):
        return None
    asked = f"{method} {parts.path}"
    if (parts.hostname or "").endswith(".localhost") and not asked.startswith("POST /forms/"):
        return "Live Sites"
    return next((system for pattern, system in _SYSTEMS if pattern.search(asked)), None)
