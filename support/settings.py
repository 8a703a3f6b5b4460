"""How a run is asked for: one frozen record, from `-D name=value` and `MM_<NAME>` in the environment."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from support.engines import KNOWN

_SECRET_NAME = re.compile(r"password|secret|token|key", re.IGNORECASE)
_SECRET_IN_ADDRESS = re.compile(r"(?<=://)[^/@\s]+@")


class UnknownSetting(ValueError):
    """A `-D` name that no run knows, or a value that its setting does not take, in one sentence."""


class RunSettings(BaseSettings):
    """What a run was asked to be. `-D` wins over the environment, the environment over what stands here."""

    model_config = SettingsConfigDict(env_prefix="MM_", frozen=True, extra="ignore")

    target: str = "embedded"
    channel: Literal["browser", "api"] | None = None
    engines: Annotated[tuple[str, ...], NoDecode] = ("chromium",)
    headed: bool = False
    slow: int = Field(default=0, ge=0, description="milliseconds between two acts in a browser")
    pause: Literal["failure"] | None = None
    keep: bool = False
    evidence: Literal["failure", "none"] = Field(
        default="failure", description="whether what shows why a step failed is recorded and kept"
    )
    timeout_scale: float = Field(default=1.0, gt=0)
    pace: Literal["machine", "human"] = "machine"
    faults: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="faults that the platform is started with; nobody else's platform has any"
    )
    reports: Path = Path("reports")
    order: Literal["random", "written"] = Field(
        default="random", description="at random by the seed, long cases first; or as the features have them"
    )
    limit: float = Field(default=300.0, gt=0, description="seconds that a case may take before it is ended")
    resume: bool = Field(default=False, description="go on with the run that the last record tells of")
    rerun: bool = Field(default=False, description="run what did not pass last time")
    shard: tuple[int, int] | None = Field(default=None, description="1/3: the first of three parts")
    size: Literal["brief", "full"] = Field(
        default="brief", description="how many come at once where a table of a sentence has sizes"
    )
    generators: int = Field(
        default=1, ge=1, le=16, description="processes that put load; more than one under a master of Locust"
    )
    scheduler: str | None = Field(default=None, description="address of a Dask scheduler, tcp://…")
    seed: int = Field(default_factory=lambda: secrets.randbelow(2**31))
    chromium: Path | None = Field(default=None, description="the Chromium to start (MM_CHROMIUM)")
    firefox: Path | None = Field(default=None, description="the Firefox to start (MM_FIREFOX)")

    @field_validator("engines", "faults", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(name for name in re.split(r"[,\s]+", value) if name) if isinstance(value, str) else value

    @field_validator("engines")
    @classmethod
    def _at_least_one(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("name at least one engine")
        for name in value:
            if name not in KNOWN:
                near = get_close_matches(name, KNOWN, n=1)
                hint = f" (did you mean {near[0]}?)" if near else ""
                raise ValueError(f"there is no engine {name!r}{hint}; known are {', '.join(KNOWN)}")
        return tuple(dict.fromkeys(value))

    @field_validator("shard", mode="before")
    @classmethod
    def _part(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", value)
        if value and (not found or int(found[1]) > int(found[2])):
            raise ValueError("say which of how many, such as 1/3")
        return (int(found[1]), int(found[2])) if found else None

    @field_validator("channel", "pause", "chromium", "firefox", "scheduler", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @classmethod
    def read(cls, userdata: Mapping[str, object]) -> Self:
        """The settings of a run, from userdata and the environment; `UnknownSetting` says what is wrong."""
        known = sorted(cls.model_fields)
        for name in userdata:
            if name not in cls.model_fields:
                near = get_close_matches(name, known, n=1)
                hint = f" (did you mean {near[0]}?)" if near else ""
                raise UnknownSetting(
                    f"There is no setting -D {name}{hint}; the settings are {', '.join(known)}."
                )
        try:
            return cls.model_validate({**cls().model_dump(), **userdata}) if userdata else cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"][:1])
            raise UnknownSetting(
                f"The setting {name} (-D {name}=… or MM_{name.upper()}) does not take {first['input']!r}: "
                f"{first['msg'].removeprefix('Value error, ').replace('Input should be', 'it takes')}."
            ) from None

    def redacted(self) -> str:
        """The settings on one line, with nothing in it that opens a door."""
        shown = ((name, _redact(name, getattr(self, name))) for name in type(self).model_fields)
        return " ".join(f"{name}={value}" for name, value in shown)


def _redact(name: str, value: object) -> str:
    if value and _SECRET_NAME.search(name):
        return "***"
    text = ",".join(value) if isinstance(value, tuple) else str(value)
    return _SECRET_IN_ADDRESS.sub("***@", text)
