"""What browsers load of the node packages, and whether it is there."""

from __future__ import annotations

from pathlib import Path

MODULES = Path(__file__).parents[2] / "node_modules"
# By the address that each is served at below /vendor.
VENDORS = {
    "grapesjs": "grapesjs/dist",
    "htmx": "htmx.org/dist",
    "pico": "@picocss/pico/css",
    "inter": "@fontsource-variable/inter",
}


def missing(modules: Path = MODULES) -> list[str]:
    """Return the node packages that browsers need and that are not installed."""
    return [
        folder.removesuffix("/dist").removesuffix("/css")
        for folder in VENDORS.values()
        if not (modules / folder).is_dir()
    ]
