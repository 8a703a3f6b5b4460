"""A target as its file describes it: `targets/<name>.toml`."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from support.contract import ContractUnusable, contract
from support.engines import KNOWN, TRAITS
from support.promised_line import promised_line
from support.target.capabilities import CAPABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path("targets")
API = "API"
# an engine, or what one engine cannot do: `webkit`, `webkit.scripts_off`
_BROWSERS = {*KNOWN, *(f"{engine}.{trait}" for engine in KNOWN for trait in TRAITS)}


class UnknownTarget(Exception):
    """There is no such target, or its file cannot be read; the message is one sentence."""


class TargetFailed(Exception):
    """The target is not there, or does not offer what it claims; the message is one sentence."""


class Account(BaseModel):
    """Where an account's address and password are found: names of environment variables, never values."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    email_from: str
    password_from: str


class Http(BaseModel):
    """What it takes to reach the target."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    timeout_scale: float = Field(default=1.0, gt=0)


class Promised(BaseModel):
    """Which file says what a service promised, at which address, and how the paths begin that it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    file: Path
    at: Literal["app", "mailbox", "sites"] = "app"
    below: str = Field(default="/", pattern="^/")


class TargetDescription(BaseModel):
    """Where the specs run, what is offered there, and who speaks to it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    found: Literal["started", "by state file", "by address"]
    offers: frozenset[str]
    may_miss: frozenset[str] = frozenset()
    started_with: frozenset[str] = frozenset()
    production: bool = False
    contracts: dict[str, Promised] = {}
    addresses: dict[str, str] = {}
    line: Path | None = None
    drivers: dict[str, str]
    accounts: dict[str, Account] = {}
    owners: dict[str, str] = {}
    http: Http = Http()

    @property
    def contract(self) -> Promised | None:
        """What partners were promised of the API."""
        return self.contracts.get(API)

    def speaks(self, port: str) -> bool:
        """Whether a package of drivers is named for a port."""
        return port in self.drivers or "default" in self.drivers


def describe(name: str, folder: Path = FOLDER) -> TargetDescription:
    """Return the target of a name.

    Raises:
        UnknownTarget: there is no such file, or something in it is not known; one sentence says what.
    """
    known = sorted(file.stem for file in folder.glob("*.toml"))
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        message = f"There is no target {name!r}{hint}; the targets are {', '.join(known) or 'none'}."
        raise UnknownTarget(message)
    try:
        found = TargetDescription.model_validate(
            {"name": name, **tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))}
        )
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        first = _first(error) if isinstance(error, ValidationError) else str(error)
        message = (
            f"The target file {folder / name}.toml cannot be read: {first}. targets/example.toml shows how."
        )
        raise UnknownTarget(message) from error
    _refuse_contracts(found, folder / f"{name}.toml")
    strange = sorted((found.offers - set(CAPABILITIES)) | (found.may_miss - set(CAPABILITIES) - _BROWSERS))
    if strange:
        known = sorted(CAPABILITIES)
        message = (
            f"The target {name} names unknown capabilities: {', '.join(strange)}. Known: {', '.join(known)}."
        )
        raise UnknownTarget(message)
    return found


def given(target: TargetDescription, environment: Mapping[str, str]) -> dict[str, str]:
    """Return what of the environment a target's platform is started with.

    Raises:
        UnknownTarget: some of it is not set; the message names it.
    """
    lacking = sorted(name for name in target.started_with if not environment.get(name))
    if lacking:
        raise UnknownTarget(
            f"The target {target.name} is started with {', '.join(lacking)}, and the environment has none:"
            f" set it, as targets/{target.name}.toml says."
        )
    return {name: environment[name] for name in target.started_with}


def _refuse_contracts(found: TargetDescription, file: Path) -> None:
    if ("contract" in found.offers) != (found.contract is not None):
        raise UnknownTarget(
            f"The target file {file} offers a contract without naming it, or names one that"
            ' it does not offer: say offers = ["contract"] and, below [contracts],'
            ' API = {file = "…"}, or neither.'
        )
    for promised in found.contracts.values():
        try:
            contract(promised.file)
        except ContractUnusable as unusable:
            raise UnknownTarget(f"{unusable} ({file} names it.)") from unusable
    try:
        _ = found.line and promised_line(found.line)
    except (OSError, ValueError, KeyError) as unusable:
        message = (
            f"The file {found.line}, which {file} names as line, describes none (AsyncAPI 3): {unusable}"
        )
        raise UnknownTarget(message) from unusable


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
