"""Pages of reports: made of a template beside the module that shows it, they need nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def page_of(template: str, beside: str, **shown: Any) -> str:
    """Return a page.

    Args:
        template: its name in the folder `templates` beside a module.
        beside: that module's `__file__`.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(beside).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**shown)
