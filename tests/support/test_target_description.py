"""The files of targets: all of ours can be read, and what is wrong with one is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.target.capabilities import CAPABILITIES
from support.target.description import UnknownTarget, describe, given

GOOD = 'found = "by address"\noffers = ["mailbox"]\n[drivers]\ndefault = "acme.drivers"\n'


def described(folder: Path, content: str | bytes) -> str:
    """What is said about a target file that cannot be read."""
    (folder / "acme.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnknownTarget) as caught:
        describe("acme", folder)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("name", "found"),
    [("embedded", "started"), ("provider", "started"), ("local", "by state file"), ("example", "by address")],
)
def test_our_targets_can_be_read(root: Path, name: str, found: str) -> None:
    target = describe(name, root / "targets")
    assert (target.name, target.found) == (name, found)
    assert target.offers <= set(CAPABILITIES)
    assert {one for one in target.may_miss if "." not in one} <= set(CAPABILITIES)
    assert not target.offers & target.may_miss
    assert target.speaks("publishing")


def test_these_are_all_our_targets(root: Path) -> None:
    files = (root / "targets").glob("*.toml")
    assert {file.stem for file in files} == {"embedded", "example", "local", "provider"}


def test_the_example_names_variables_and_no_values(root: Path) -> None:
    example = describe("example", root / "targets")
    assert example.accounts["Maya"].password_from == "STAGING_MAYA_PASSWORD"
    assert example.http.timeout_scale == 2.0


def test_a_package_may_speak_for_one_port_only(tmp_path: Path) -> None:
    (tmp_path / "acme.toml").write_text(GOOD.replace("default", "publishing"))
    target = describe("acme", tmp_path)
    assert target.speaks("publishing")
    assert not target.speaks("contacts")


def test_an_unknown_target_is_named_with_those_that_there_are(root: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownTarget) as caught:
        describe("embeded", root / "targets")
    assert str(caught.value) == (
        "There is no target 'embeded' (did you mean embedded?); the targets are embedded, example, local, "
        "provider."
    )
    with pytest.raises(UnknownTarget, match="the targets are none"):
        describe("embedded", tmp_path)


def test_a_name_is_no_path(root: Path) -> None:
    with pytest.raises(UnknownTarget):
        describe("../targets/embedded", root / "targets")


def test_an_unknown_capability_is_named(tmp_path: Path) -> None:
    sentence = described(tmp_path, GOOD.replace("mailbox", "mailbx"))
    assert "names unknown capabilities: mailbx" in sentence
    assert "mailbox" in sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD + "[broken", "targets/example.toml shows how"),
        (GOOD.replace('found = "by address"', ""), "found"),
        (GOOD.replace("by address", "by luck"), "found"),
        (GOOD.replace("[drivers]", "[driver]"), "driver"),
        ("surprise = 1\n" + GOOD, "surprise"),
        (GOOD + "[http]\ntimeout_scale = 0\n", "timeout_scale"),
        (GOOD + '[accounts.Maya]\nemail = "maya@example.com"\n', "accounts.Maya.email"),
        (GOOD.encode() + b"# \xff\n", "acme.toml"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    sentence = described(tmp_path, content)
    assert words in sentence
    assert "acme.toml cannot be read" in sentence


def test_bad_input_a_target_whose_provider_nobody_named(root: Path) -> None:
    provider = describe("provider", root / "targets")
    with pytest.raises(
        UnknownTarget, match=r"is started with AI_BASE_URL, AI_MODEL, and the environment has none"
    ):
        given(provider, {"AI_BASE_URL": ""})
    told = {"AI_BASE_URL": "http://127.0.0.1:9/v1", "AI_MODEL": "smollm2"}
    assert given(provider, {**told, "HOME": "/"}) == told
    assert given(describe("embedded", root / "targets"), told) == {}
