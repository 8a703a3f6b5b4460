"""Whom a failure names: the system that answers at an address of the reference platform."""

from __future__ import annotations

import pytest

from support.drivers.reference.systems import system_of

APP, SITE, MAIL = "http://127.0.0.1:8000", "http://spring-sale.localhost:8001", "http://127.0.0.1:8025"


@pytest.mark.parametrize(
    ("method", "address", "system"),
    [
        ("GET", f"{APP}/api/contacts?search=p", "CRM System"),
        ("GET", f"{APP}/contacts/contact-1", "CRM System"),
        ("GET", f"{APP}/api/sites/site-1/components", "Component APIs"),
        ("POST", f"{APP}/api/sites/site-1/operations", "Component APIs"),
        ("GET", f"{APP}/sites/site-1/builder", "Frontend Builder"),
        ("GET", f"{APP}/sites", "Frontend Builder"),
        ("GET", f"{APP}/sites/site-1/submissions", "Magic Connector"),
        ("POST", f"{APP}/sites/site-1/forms/c-1/connection", "Magic Connector"),
        ("POST", f"{APP}/sites/site-1/publish", "Live Sites"),
        ("POST", f"{APP}/sites/site-1/suggestions", "AI Services"),
        ("GET", f"{APP}/workflows/workflow-1", "Workflow Engine"),
        ("POST", f"{APP}/api/sessions", "Backend APIs"),
        ("GET", f"{APP}/templates", "Template System"),
        ("POST", f"{APP}/sites", "Template System"),
        ("POST", f"{APP}/api/sites", "Template System"),
        ("GET", f"{SITE}/", "Live Sites"),
        ("POST", f"{SITE}/forms/c-1", "Magic Connector"),
        ("GET", f"{SITE}/thanks/c-1", "Live Sites"),
        ("GET", f"{MAIL}/api/v1/search", "Email Automation"),
        ("POST", f"{APP}/control/workspaces", None),
    ],
)
def test_a_system_is_known_by_its_address(method: str, address: str, system: str | None) -> None:
    assert system_of(method, address, MAIL) == system
