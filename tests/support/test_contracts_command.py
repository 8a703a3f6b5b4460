"""Which earlier contract is compared, what is set aside of what was tried, and how a finding reads."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from support.commands import contracts
from support.conformance import SET_ASIDE, Finding, set_aside
from support.trials import FILE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PROMISED = {"info": {"version": "1.0.0"}, "paths": {"/api/sites": {"get": {"responses": {"200": {}}}}}}


def repository(folder: Path, *, tag: bool) -> None:
    file = folder / FILE
    file.parent.mkdir()
    file.write_text(json.dumps(PROMISED))
    author = ("-c", "user.name=Maya", "-c", "user.email=maya@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*author, "commit", "-qm", "one")):
        subprocess.run(["git", *words], cwd=folder, check=True)
    if tag:
        subprocess.run(["git", "tag", "contract-1.0.0"], cwd=folder, check=True)


def promise(folder: Path, version: str) -> None:
    (folder / FILE).write_text(json.dumps({"info": {"version": version}, "paths": {}}))


def test_without_a_tag_nothing_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path, tag=False)
    assert contracts._compared(tmp_path) == 0
    assert "No contract was tagged yet" in capsys.readouterr().out


def test_what_breaks_the_tagged_contract_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path, tag=True)
    assert contracts._compared(tmp_path) == 0
    promise(tmp_path, "1.1.0")
    assert contracts._compared(tmp_path) == 1
    assert "GET /api/sites is gone.\ncontracts/openapi.json: 1 change would break" in capsys.readouterr().out


def test_a_new_major_number_may_break(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path, tag=True)
    promise(tmp_path, "2.0.0")
    assert contracts._compared(tmp_path) == 0
    assert "They may: 2.0.0 has a new major number." in capsys.readouterr().out


def test_a_tag_without_a_contract_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert contracts._compared(tmp_path) == 0
    folder = tmp_path / "without"
    folder.mkdir()
    repository(folder, tag=False)
    subprocess.run(["git", "rm", "-q", "--cached", FILE], cwd=folder, check=True)
    author = ("-c", "user.name=Maya", "-c", "user.email=maya@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, "commit", "-qm", "two"], cwd=folder, check=True)
    subprocess.run(["git", "tag", "contract-0"], cwd=folder, check=True)
    assert contracts._compared(folder) == 2
    assert "The contracts that were tagged cannot be read" in capsys.readouterr().out


def test_a_contract_that_came_since_breaks_nobody_and_one_that_went_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, tag=True)
    newer = tmp_path / "contracts/sites.json"
    newer.write_text(json.dumps(PROMISED))
    assert contracts._compared(tmp_path) == 0
    (tmp_path / FILE).unlink()
    assert contracts._compared(tmp_path) == 1
    assert "contracts/openapi.json: 1 change would break whoever keeps to contract-1.0.0" in (
        capsys.readouterr().out
    )


def test_what_a_copywriter_refuses_is_set_aside_by_its_code() -> None:
    refused = json.dumps({"error": {"message": "no", "type": "invalid_request_error", "code": "no_task"}})
    assert set_aside("RejectedPositiveData", refused) in SET_ASIDE
    assert set_aside("RejectedPositiveData", refused.replace('"no_task"', "null")) is None


def test_only_what_is_written_down_is_set_aside() -> None:
    cursor = json.dumps({"type": "urn:webbuilder:problem:cursor-unknown"})
    known = set_aside("RejectedPositiveData", cursor)
    assert known in SET_ASIDE
    assert set_aside("ServerError", cursor) is None
    assert set_aside("RejectedPositiveData", json.dumps({"type": "urn:webbuilder:problem:not-valid"})) is None
    assert set_aside("RejectedPositiveData", "") is None
    assert set_aside("RejectedPositiveData", "[]") is None


def unfit(*places: str) -> str:
    errors = [{"pointer": place, "detail": "does not fit"} for place in places]
    return json.dumps({"type": "urn:webbuilder:problem:not-valid", "errors": errors})


def test_what_is_set_aside_at_some_places_is_a_finding_at_others() -> None:
    of_a_type = "/operations/0/properties/colour"
    assert set_aside("RejectedPositiveData", unfit(of_a_type)) in SET_ASIDE
    assert set_aside("RejectedPositiveData", unfit(of_a_type, "/operations/1/id")) is None
    assert set_aside("RejectedPositiveData", unfit("/name")) is None


def test_a_finding_tells_how_it_is_had_again_and_its_trace() -> None:
    told = str(Finding("GET /api/sites", "Undocumented status code", "curl -X GET …", "0af7"))
    assert told == "GET /api/sites: Undocumented status code\n  curl -X GET …\n  trace 0af7"
