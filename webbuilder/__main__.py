"""The platform's command line: `python -m webbuilder up`."""

from __future__ import annotations

import ipaddress
import os
import secrets
import shutil
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from webbuilder import supervisor
from webbuilder.errors import elsewhere
from webbuilder.faults import listing
from webbuilder.parts import alone, folder
from webbuilder.parts.refusal import CannotStartError
from webbuilder.settings import Settings

_REFUSED, _SHORTEST_KEY = 2, 20

app = typer.Typer(
    add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _port(of: str) -> Any:
    return typer.Option(min=0, max=65535, help=f"Port of {of}; 0 takes a free one.")


def _switch(name: str, tells: str) -> Any:
    return typer.Option(name, help=tells)


_LetThrough = Annotated[
    list[str] | None, typer.Option(help="host:port of a private machine that webhooks may lead to.")
]
_ASKED_OF = typer.Option(help="address:port of who is asked about domains [whom this machine asks].")
_Patience = Annotated[float, typer.Option(min=0.1, help="Seconds a webhook's receiver may take.")]


@app.callback()
def webbuilder() -> None:
    """Run the reference platform."""


@app.command()
def up(
    *,
    data: Annotated[Path | None, typer.Option(help="Folder for all data [a temporary one].")] = None,
    port: Annotated[int, _port("the app")] = 0,
    sites_port: Annotated[int, _port("the live sites")] = 0,
    control: Annotated[bool, _switch("--control", "Offer the control API, to MM_OPERATOR_KEY.")] = False,
    movable_clock: Annotated[bool, _switch("--movable-clock", "Let workspaces move their clock.")] = False,
    faults: Annotated[str, typer.Option(help="Ids of faults to switch on, separated by commas.")] = "",
    ai_time_limit: Annotated[float, typer.Option(min=0.1, help="Seconds the copywriter may take.")] = 20.0,
    web_workers: Annotated[int, typer.Option(min=1, max=64, help="Number of web processes.")] = 1,
    state_file: Annotated[Path | None, typer.Option(help="Where the addresses are kept as well.")] = None,
    via: Annotated[list[str] | None, typer.Option(help="ai=… or smtp=…: the address parts are told.")] = None,
    allow_outbound: _LetThrough = None,
    webhook_time_limit: _Patience = 15.0,
    nameserver: Annotated[str | None, _ASKED_OF] = None,
    owned: Annotated[bool, _switch("--owned", "End when standard input ends.")] = False,
    waiting: Annotated[bool, _switch("--waiting", "Start the parts at a line of standard input.")] = False,
    trace: Annotated[bool, _switch("--trace", "Show the stack trace of a failed start.")] = False,
) -> None:
    """Start all parts, print one line of JSON with their addresses, and stay until ended."""
    told = _from_environment(data)
    given = replace(
        told,
        app_port=port,
        via=_relayed(via or []),
        allow_outbound=_let_through(allow_outbound or []),
        webhook_time_limit=webhook_time_limit,
        sites_port=sites_port,
        ai_time_limit=ai_time_limit,
        control=control,
        operator_key=told.operator_key or (secrets.token_urlsafe(24) if control else None),
        movable_clock=movable_clock,
        faults=_ids(faults),
        web_workers=web_workers,
        nameserver=_asked_of(nameserver or told.nameserver),
        owned=owned,
        waiting=waiting,
        state_file=state_file,
    )
    raise typer.Exit(_run(given, supervisor.run, trace=trace))


@app.command()
def part(
    name: Annotated[str, typer.Argument(help="mailroom, copywriter, worker or web.")],
    *,
    data: Annotated[Path | None, typer.Option(help="Folder for all data [a temporary one].")] = None,
    faults: Annotated[str, typer.Option(help="Ids of faults to switch on, separated by commas.")] = "",
    trace: Annotated[bool, _switch("--trace", "Show the stack trace of a failed start.")] = False,
) -> None:
    """Run one part by itself, print one line of JSON with its addresses, and stay until ended."""

    def serve(settings: Settings) -> int:
        alone.run(name, settings)
        return 0

    code = _run(replace(_from_environment(data), faults=_ids(faults)), serve, trace=trace)
    if code == 0:
        sys.stdout.flush()
        os._exit(code)  # what stands still in threads would keep it for good
    raise typer.Exit(code)


@app.command("model")
def run_model(port: Annotated[int, _port("the model")] = 0) -> None:
    """Run a real language model that can stand in the copywriter's place, until ended."""
    from webbuilder.parts import model  # noqa: PLC0415 - nothing else needs it

    try:
        model.run(port)
    except CannotStartError as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(_REFUSED) from refused


@app.command("contract")
def print_contract(
    part: Annotated[str, typer.Argument(help="web (its API), line, sites, mailroom or copywriter.")] = "web",
) -> None:
    """Print what a part promises, as one OpenAPI document; of the line to a site, as one of AsyncAPI."""
    from webbuilder import contract  # noqa: PLC0415 - no other command needs the whole application

    if part not in contract.PARTS:
        raise typer.BadParameter(f"{part} promises nothing; name one of {', '.join(contract.PARTS)}")
    typer.echo(contract.document(part))


@app.command("faults")
def list_faults() -> None:
    """Print the faults and crash points that --faults takes, as one JSON document."""
    typer.echo(listing.document())


def _ids(said: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in said.split(",") if one.strip())


def _from_environment(data: Path | None) -> Settings:
    given = os.environ
    return Settings(
        data=data or Path(),
        temporary=data is None,
        database_url=given.get("DATABASE_URL") or None,
        smtp_url=given.get("SMTP_URL") or None,
        mailbox_url=given.get("MAILBOX_URL") or None,
        nameserver=_asked_of(given.get("NAMESERVER") or None),
        app_url=given.get("APP_URL") or None,
        sites_url=given.get("SITES_URL") or None,
        ai_base_url=given.get("AI_BASE_URL") or None,
        ai_plain=given.get("AI_PLAIN") == "allowed",
        ai_api_key=given.get("AI_API_KEY") or "built-in",
        ai_model=given.get("AI_MODEL") or "copywriter",
        operator_key=given.get("MM_OPERATOR_KEY") or None,
        sentry_dsn=given.get("SENTRY_DSN") or None,
    )


def _relayed(pairs: list[str]) -> dict[str, str]:
    """Read `key=address` pairs; only what parts ask each other for can be relayed."""
    split = dict(pair.partition("=")[::2] for pair in pairs)
    strange = sorted(set(split) - {"ai", "mailbox", "smtp"})
    if strange or not all(split.values()):
        raise typer.BadParameter(
            "--via takes ai=, mailbox= or smtp=ADDRESS, such as ai=http://127.0.0.1:9000"
        )
    return split


def _let_through(places: list[str]) -> tuple[str, ...]:
    """Read exceptions, each of which is one host and one port."""
    for place in places:
        host, _, port = place.rpartition(":")
        if not host or not port.isdecimal() or "/" in host:
            raise typer.BadParameter("--allow-outbound takes HOST:PORT, such as 127.0.0.1:9000")
    return tuple(place.lower() for place in places)


def _asked_of(place: str | None) -> str | None:
    """Read whom domains are asked of: the number of a machine, and a port."""
    if place is None:
        return None
    address, _, port = place.rpartition(":")
    try:
        ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        port = ""
    if not port.isdecimal():
        raise typer.BadParameter("--nameserver takes ADDRESS:PORT, such as 127.0.0.1:5353")
    return place


def _run(given: Settings, serve: Callable[[Settings], int], *, trace: bool) -> int:
    """Prepare the data folder and serve; say in one sentence why not, and tidy up what was only ours."""
    temporary = folder.temporary() if given.temporary else None
    try:
        elsewhere.refuse_unless_there(given.sentry_dsn)
        _refuse_guessable(given.operator_key)
        return serve(replace(given, data=folder.prepare(temporary or given.data)))
    except CannotStartError as refused:
        typer.echo(str(refused), err=True)
        if trace:
            typer.echo(f"{refused.log}\n{traceback.format_exc()}", err=True)
    except Exception as failed:  # noqa: BLE001 - whatever it was, people get one sentence
        what = f"{type(failed).__name__}: {failed}"
        typer.echo(f"The platform failed ({what}): start it with --trace to see where.", err=True)
        if trace:
            typer.echo(traceback.format_exc(), err=True)
    finally:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)
    return _REFUSED


def _refuse_guessable(key: str | None) -> None:
    """Refuse an operator's key that can be guessed: nobody counts wrong ones."""
    if key and len(key) < _SHORTEST_KEY:
        raise CannotStartError(
            f"MM_OPERATOR_KEY has {len(key)} characters, which can be guessed."
            f" Give it {_SHORTEST_KEY} or more, as `openssl rand -hex 16` makes them."
        )


if __name__ == "__main__":
    app(prog_name="python -m webbuilder")
