"""Which field of a form may fill which of a contact."""

from __future__ import annotations

from typing import Any

from webbuilder.problems import Problem

# Which kinds of fields fill which of the contact, how that is called, and what to choose.
_FILLS = {"email": {"email"}, "name": {"text", "choice"}}
_CALLED = {"email": "e-mail address", "name": "name"}
_CHOOSE = {"email": "a required field for an e-mail address", "name": "a short text or a choice"}


def checked(fields: list[dict[str, Any]], wanted: dict[str, str]) -> dict[str, str]:
    """Return which field fills which of the contact, as its owner wants it.

    Raises:
        Problem: the form has no such field, or one of another kind than is needed.
    """
    usable = [field for field in fields if field["required"] or field["kind"] != "email"]
    kinds = {field["name"]: field["kind"] for field in usable}
    for target, name in wanted.items():
        if kinds.get(name) not in _FILLS[target]:
            words = f"“{name}” cannot fill the contact's {_CALLED[target]}. Choose {_CHOOSE[target]}."
            places = [{"pointer": f"/mapping/{target}", "detail": words}]
            raise Problem(422, "does-not-fill", words, errors=places)
    return wanted
