"""Where the platform is taken hold of: what stands at a name, and a function with another body in place."""

from __future__ import annotations

import importlib
import inspect
import types
from collections.abc import Callable
from typing import Any

from webbuilder.faults.records import NoHoldError


def found(target: str) -> types.FunctionType:
    """Return the function object that a name stands for, below whatever wraps it.

    Raises:
        NoHoldError: there is none.
    """
    value = inspect.unwrap(_bare(placed(target)))
    if not isinstance(value, types.FunctionType):
        raise NoHoldError(f"{target} is no function but {type(value).__name__}")
    return value


def placed(target: str) -> Any:
    """Return what stands at a name such as "package.module:Class.method".

    Raises:
        NoHoldError: nothing does.
    """
    module, _, path = target.partition(":")
    try:
        place: Any = importlib.import_module(module)
    except ModuleNotFoundError as gone:
        raise NoHoldError(f"there is no module {module}") from gone
    known = module
    for name in path.split("."):
        try:
            place = inspect.getattr_static(place, name)
        except AttributeError as gone:
            raise NoHoldError(f"{known} has no {name}") from gone
        known = f"{known}.{name}"
    return place


def _bare(value: Any) -> Any:
    if isinstance(value, staticmethod | classmethod):
        return value.__func__
    return value.fget if isinstance(value, property) else value


def put(function: types.FunctionType, call: Callable[..., Any]) -> None:
    """Let a function do nothing but call, under its own name and with its own signature."""
    key, space = f"__replaced_{id(call):x}", dict[str, Any]()
    asynchronous = inspect.iscoroutinefunction(function)
    said = f"{'async ' * asynchronous}def stub(*a, **k): return {'await ' * asynchronous}{key}(*a, **k)"
    exec(said, space)  # noqa: S102 - only a body compiled for these globals finds the call by its key
    signature = inspect.signature(function)
    function.__globals__[key] = call
    function.__code__, function.__defaults__, function.__kwdefaults__ = space["stub"].__code__, None, None
    function.__signature__ = signature  # type: ignore[attr-defined]  # inspect looks for it, typeshed has none


def parameters(function: Callable[..., Any]) -> list[tuple[str, str, str]]:
    """Return the name, the kind and the default of each parameter."""
    return [
        (one.name, one.kind.name, "" if one.default is one.empty else repr(one.default))
        for one in inspect.signature(function).parameters.values()
    ]


def told(parameters: list[tuple[str, str, str]]) -> str:
    """Return parameters as a person writes them."""
    return ", ".join(f"{name}={default}" if default else name for name, _, default in parameters)
