"""What a person reads who has not brought the node packages: their names, and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from webbuilder.__main__ import app
from webbuilder.screens import vendors


def test_bad_input_no_node_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = vendors.missing(tmp_path)
    assert lacking == ["grapesjs", "htmx.org", "@picocss/pico", "@fontsource-variable/inter"]
    monkeypatch.setattr(vendors, "missing", lambda: lacking)
    ended = CliRunner().invoke(app, ["up"])
    assert ended.exit_code == 2
    assert "Traceback" not in ended.output
    assert ended.stderr.strip() == (
        "The node packages that the builder serves to browsers are missing"
        " (grapesjs, htmx.org, @picocss/pico, @fontsource-variable/inter)."
        " Bring them with: make setup (or npm ci in the project's folder)."
    )


def test_a_package_that_is_there_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "grapesjs" / "dist").mkdir(parents=True)
    assert "grapesjs" not in vendors.missing(tmp_path)
    assert len(vendors.missing(tmp_path)) == len(vendors.VENDORS) - 1
