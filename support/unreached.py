"""Statuses that a contract promises and no scenario can bring about, each with its reason."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from support.contract import ContractUnusable, contract

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "unreached.toml"
EVERY = "*"
Words = Annotated[str, Field(min_length=1)]


class Unreached(BaseModel):
    """One reason: of which contract, for which operations and which status it holds.

    Attributes:
        by_chance: whether some of them are met after all, and which those are is left to chance.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    contract: Words
    operations: Words | tuple[Words, ...]
    status: Annotated[str, Field(pattern=r"^\d{3}$")]
    because: Words
    by_chance: bool = False

    def of(self, promises: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the operations that it speaks of."""
        if self.operations == EVERY:
            return tuple(name for name, statuses in promises.items() if self.status in statuses)
        return (self.operations,) if isinstance(self.operations, str) else self.operations


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    unreached: tuple[Unreached, ...] = ()


@cache
def met_by_chance(file: Path) -> frozenset[tuple[str, str]]:
    """Return which statuses of operations may be met after all, though nobody can say in which scenario."""
    promises, beside = contract(file).promises(), file.with_name(NAME)
    said = [one for one in (_read(beside) if beside.is_file() else ()) if one.contract == file.name]
    return frozenset((name, one.status) for one in said if one.by_chance for name in one.of(promises))


@cache
def unreached(file: Path) -> dict[tuple[str, str], str]:
    """Return why an operation of a contract is never answered with a status, as the file beside it says.

    Raises:
        ContractUnusable: that file cannot be read, or speaks of what is promised nowhere.
    """
    beside = file.with_name(NAME)
    promises = contract(file).promises()
    found: dict[tuple[str, str], str] = {}
    for one in _read(beside) if beside.is_file() else ():
        if one.contract != file.name:
            continue
        named = [(name, one.status) for name in one.of(promises)]
        strange = [name for name, status in named if status not in promises.get(name, ())]
        if strange or not named:
            told = ", ".join(strange) or "no operation"
            raise ContractUnusable(
                f"{beside} has a reason for {one.status} of {told}, and {file.name} promises no such thing."
                " Take that line out."
            )
        twice = [name for name, status in named if (name, status) in found]
        if twice:
            raise ContractUnusable(f"{beside} has two reasons for {one.status} of {twice[0]}. Leave one.")
        found |= dict.fromkeys(named, one.because)
    return found


def _read(file: Path) -> tuple[Unreached, ...]:
    try:
        said: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
        return _File.model_validate(said).unreached
    except (OSError, ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContractUnusable(
            f"{file} cannot be read ({error}). Each [[unreached]] has a contract, operations, a status"
            " and because."
        ) from error
