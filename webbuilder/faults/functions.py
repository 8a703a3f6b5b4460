"""Replacing the body of a function in place: every binding sees the new one, whoever imported it when."""

from __future__ import annotations

import inspect
import os
import signal
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from webbuilder.faults.counting import Firing
from webbuilder.faults.holding import found, parameters, put, told
from webbuilder.faults.records import Kind, NoHoldError

Broken = Callable[..., Any]


class Original:
    """A function as it was, for the body that replaces it."""

    def __init__(self, function: Callable[..., Any], firing: Firing) -> None:
        """Keep the function, and what counts."""
        self._function, self._firing = function, firing

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Do what the function did."""
        return self._function(*given, **named)

    def fired(self) -> None:
        """Say that the broken branch is taken; only where the replacement `counts_itself`."""
        self._firing.count()

    def die_once(self) -> None:
        """Kill this process, unless the platform has seen that before."""
        if self._firing.is_first():
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Function:
    """A function, and a body in its place that takes the `Original` and then what the function takes.

    Attributes:
        target: its name, such as "webbuilder.crm.service:address_key"; methods and properties have dots.
        broken: the body.
        counts_itself: whether `broken` says when it fired; else each call is a firing.
        returns: how the type begins that the function says it returns.
    """

    target: str
    broken: Broken
    counts_itself: bool = False
    kind: Kind = "python"
    returns: str = ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The name of the function."""
        return (self.target,)

    def switch_on(self, firing: Firing) -> None:
        """Swap the function's body.

        Raises:
            NoHoldError: it is gone, is no plain function, or takes other parameters than the broken body.
        """
        function = found(self.target)
        self._refuse_others(function)
        original = types.FunctionType(
            function.__code__, function.__globals__, function.__name__, function.__defaults__
        )
        original.__kwdefaults__ = function.__kwdefaults__
        put(function, self._call(Original(original, firing), firing))

    def _call(self, original: Original, firing: Firing) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if not self.counts_itself:
                firing.count()
            return self.broken(original, *given, **named)

        return call

    def _refuse_others(self, function: types.FunctionType) -> None:
        if function.__code__.co_freevars:
            raise NoHoldError(f"{self.target} is a closure, and only plain functions can be replaced")
        if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
            raise NoHoldError(f"{self.target} is a generator, and only plain functions can be replaced")
        if inspect.iscoroutinefunction(function) != inspect.iscoroutinefunction(self.broken):
            raise NoHoldError(f"{self.target} and what replaces it are not both async, or both not")
        wanted, given = parameters(function), parameters(self.broken)[1:]
        if wanted != given:
            raise NoHoldError(
                f"{self.target} takes ({told(wanted)}), and what replaces it takes ({told(given)})"
            )
        if not str(function.__annotations__.get("return", "")).startswith(self.returns):
            raise NoHoldError(f"{self.target} does not say that it returns a {self.returns}")


@dataclass(frozen=True, slots=True)
class Query(Function):
    """A function that returns a `Select`, and another one in its place."""

    kind: Kind = "sql"
    returns: str = "Select"


@dataclass(frozen=True, slots=True)
class Answer(Function):
    """A function that makes an answer, and another one in its place."""

    kind: Kind = "answer"


@dataclass(frozen=True, slots=True)
class Process(Function):
    """A function in which the process of a part meets its fate."""

    kind: Kind = "process"
