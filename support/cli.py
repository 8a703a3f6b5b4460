"""`magic-moment`: what `make` calls. Each command is a thin call of the room that does the work."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Executable acceptance specifications for an AI marketing web builder.",
)
_ANYTHING = {"allow_extra_args": True, "ignore_unknown_options": True}

Paths = Annotated[list[str] | None, typer.Argument(help="features, folders or file:line; all when left out")]
Tags = Annotated[list[str] | None, typer.Option(help="a tag expression, such as '@smoke and not @slow'")]
Target = Annotated[str | None, typer.Option(help="what to run against: a name in targets/")]
Engines = Annotated[str | None, typer.Option(help="browsers, by name with commas")]
Channel = Annotated[str | None, typer.Option(help="browser or api, for scenarios that are not bound to one")]
Slow = Annotated[int | None, typer.Option(help="milliseconds between two acts in a browser")]
Jobs = Annotated[
    str | None, typer.Option(help="processes for cases in a browser: a number, or auto (one a core)")
]
Shard = Annotated[str | None, typer.Option(help="1/3: the first of three parts, each run somewhere else")]
Order = Annotated[str | None, typer.Option(help="random, or written: as the features have them")]


@app.command()
def specs(
    paths: Paths = None,
    *,
    tags: Tags = None,
    target: Target = None,
    engines: Engines = None,
    channel: Channel = None,
    headed: Annotated[bool, typer.Option("--headed", help="show the browser")] = False,
    slow: Slow = None,
    pause: Annotated[str | None, typer.Option(help="failure: wait there with the browser open")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="keep the platform and its data afterwards")] = False,
    pace: Annotated[str | None, typer.Option(help="machine or human")] = None,
    jobs: Jobs = None,
    rerun: Annotated[bool, typer.Option("--rerun", help="only what did not pass last time")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="go on with the last run where it ended")] = False,
    shard: Shard = None,
    seed: Annotated[int | None, typer.Option(help="the number that the order of an earlier run had")] = None,
    order: Order = None,
) -> None:
    """Run the specifications, and end with a table of outcomes."""
    from support.commands.specs import specs as run  # noqa: PLC0415 - what a command needs is loaded by it

    userdata = {
        "target": target,
        "engines": engines,
        "channel": channel,
        "headed": headed,
        "slow": slow,
        "pause": pause,
        "keep": keep,
        "pace": pace,
        "rerun": rerun,
        "resume": resume,
        "shard": shard,
        "seed": seed,
        "order": order,
    }
    raise typer.Exit(run(paths or [], tags or [], userdata, jobs))


@app.command()
def account(
    files: Annotated[
        list[Path] | None, typer.Argument(help="the record of a run, or of all its shards; the last one")
    ] = None,
    *,
    remember: Annotated[
        bool, typer.Option("--remember", help="keep it in this machine's history: it ran on others")
    ] = False,
) -> None:
    """Tell what became of each case of a run, also of one that was killed or ran in shards."""
    from support.commands.account import account as tell  # noqa: PLC0415

    raise typer.Exit(tell(files or [], remember=remember))


@app.command()
def watch(paths: Paths = None, *, tags: Tags = None, target: Target = None, channel: Channel = None) -> None:
    """Run what failed last, or what is named, again whenever features, steps or the platform change."""
    from support.commands.watch import watch as look  # noqa: PLC0415

    raise typer.Exit(look(paths or [], tags or [], {"target": target, "channel": channel}))


@app.command()
def sensitivity(
    faults: Annotated[list[str] | None, typer.Argument(help="ids of faults; all when left out")] = None,
    *,
    touched_since: Annotated[
        str | None, typer.Option(help="only what was touched since a commit, and a tenth of the rest in turn")
    ] = None,
    channel: Channel = None,
    lanes: Annotated[int, typer.Option(min=1, max=16, help="how many faults are tried at once")] = 2,
    minutes: Annotated[
        float | None, typer.Option(min=0, help="after so many no further fault is begun; it is told which")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="go on where a run of this commit was stopped")
    ] = False,
) -> None:
    """Break the platform on purpose, one fault at a time, and tell which scenario notices."""
    from support.commands.sensitivity import sensitivity as run  # noqa: PLC0415

    ids = [one for named in faults or [] for one in named.split(",") if one]
    raise typer.Exit(
        run(ids, touched_since=touched_since, acted=channel, lanes=lanes, minutes=minutes, resume=resume)
    )


@app.command()
def ledger(
    target: Target = None,
    since: Annotated[str | None, typer.Option(help="the moment from which on, as 2026-11-30T09:00")] = None,
) -> None:
    """Hold the books of all systems against each other, for the business whose key MM_KEY holds."""
    from support.commands.ledger import ledger as balance  # noqa: PLC0415

    raise typer.Exit(balance(target=target, since=since))


@app.command()
def smoke(target: Target = None, engines: Engines = None, channel: Channel = None, jobs: Jobs = None) -> None:
    """Run the few scenarios that are looked at before a release."""
    specs(tags=["@smoke"], target=target, engines=engines, channel=channel, jobs=jobs)


@app.command()
def load(
    tags: Tags = None,
    *,
    target: Target = None,
    engines: Engines = None,
    channel: Channel = None,
    size: Annotated[str, typer.Option(help="full: a thousand for minutes; brief: as every run")] = "full",
    generators: Annotated[int, typer.Option(min=1, max=16, help="processes that put it, by Locust")] = 1,
) -> None:
    """Run the scenarios in which very many come at once, one after the other, and write the report."""
    from support.commands.load import load as put  # noqa: PLC0415

    given = {"target": target, "engines": engines, "channel": channel}
    raise typer.Exit(put(tags or [], {**given, "size": size, "generators": generators}))


@app.command()
def flaky(
    paths: Paths = None,
    *,
    tags: Tags = None,
    times: Annotated[int, typer.Option(min=1, help="how many runs, with one worker and with two")] = 20,
    engines: Engines = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="so many at once, rather than one and two")] = None,
    load: Annotated[bool, typer.Option(help="keep the cores half busy meanwhile, by stress-ng")] = True,
) -> None:
    """Repeat scenarios, one and two at once, and tell which of them flip."""
    from support.commands.flaky import WORKERS, Repeating, flaky as repeat  # noqa: PLC0415

    workers = WORKERS if jobs is None else (jobs,)
    raise typer.Exit(repeat(Repeating(times, tags or [], paths or [], engines, workers, load)))


@app.command()
def check() -> None:
    """Tell an author about features and steps in seconds; runs nothing."""
    from support.commands.check import check as look  # noqa: PLC0415

    raise typer.Exit(look(Path.cwd()))


@app.command()
def steps() -> None:
    """Write the sentences that authors can use, what is promised, and what editors need."""
    from support.commands.steps import write_steps  # noqa: PLC0415

    raise typer.Exit(write_steps())


@app.command()
def contracts(
    seed: Annotated[int, typer.Option(help="the number that an earlier run printed")] = 46,
    examples: Annotated[int, typer.Option(min=1, help="tries of an operation in each phase, at most")] = 8,
) -> None:
    """Compare what partners are promised with what they were, and try all of it at a platform."""
    from support.commands.contracts import contracts as hold  # noqa: PLC0415

    raise typer.Exit(hold(examples=examples, seed=seed))


@app.command()
def report() -> None:
    """Make the pages of the last run's report."""
    from support.commands.report import report as make  # noqa: PLC0415

    raise typer.Exit(make())


@app.command()
def doctor() -> None:
    """Say what is installed, what is missing and what to type."""
    from support.commands.doctor import doctor as look  # noqa: PLC0415

    raise typer.Exit(look())


@app.command(context_settings=_ANYTHING)
def bench(context: typer.Context) -> None:
    """Measure the platform and the journey, and compare with earlier runs on this machine."""
    _call("bench", context.args)


@app.command(context_settings=_ANYTHING)
def platform(context: typer.Context) -> None:
    """Start the reference platform with a demo workspace, and keep it up."""
    _call("platform", context.args)


def _call(name: str, arguments: list[str]) -> None:
    module = import_module(f"support.commands.{name}")
    raise typer.Exit(getattr(module, name)(arguments) or 0)


if __name__ == "__main__":
    app()
