"""The web part: the builder and its APIs on one origin, live sites on others, told apart by their port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import Depends, FastAPI
from starlette.requests import Request

from webbuilder import answering, contract
from webbuilder.accounts import key_routes as keys, people_routes as people, routes as accounts
from webbuilder.ai import plan_routes as plans, routes as ai, writing
from webbuilder.analytics import event_routes, routes as insights
from webbuilder.brands import routes as brands
from webbuilder.components import routes as components
from webbuilder.connector import routes as connector, submission_routes as submissions
from webbuilder.control import faults as control_faults, logs as control_logs, routes as control
from webbuilder.conventions.kept import AnsweredBefore, given_again
from webbuilder.conventions.words import refuse_unknown_words
from webbuilder.crm import (
    history_routes,
    import_routes as importing,
    merging_routes,
    routes as crm,
    segment_routes,
    written_routes,
)
from webbuilder.database import Database
from webbuilder.domains import routes as domains
from webbuilder.errors import elsewhere, routes as errors
from webbuilder.errors.book import Book
from webbuilder.health import routes as health
from webbuilder.images import routes as images
from webbuilder.jobs import backlog_routes, routes as jobs
from webbuilder.mail import log_routes, pace_routes, return_routes, routes as broadcasts
from webbuilder.parts.serving import Answering
from webbuilder.publishing import (
    preview_routes,
    release_routes,
    routes as publishing,
    timetable_routes,
)
from webbuilder.publishing.live import live_sites
from webbuilder.realtime import routes as realtime
from webbuilder.realtime.hub import Hub
from webbuilder.screens import application as screens
from webbuilder.sites import routes as sites
from webbuilder.templates import routes as templates
from webbuilder.tracing import action, start_logging
from webbuilder.webhooks import delivery_routes, given_up_routes, messages, routes as webhooks
from webbuilder.workflows import drawing_routes, hook_routes, routes as workflows, run_routes

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from webbuilder.settings import Settings


class Traced:
    """Runs each request in a trace and says its id in the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        with action(f"{request.method} {request.url.path}", request.headers.get("traceparent")) as trace_id:

            async def say(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message["headers"], (b"x-trace-id", trace_id.encode())]
                await send(message)

            await self.app(scope, receive, say)


class ByPort:
    """Gives each request to the application whose port it came in at."""

    def __init__(self, apps: Mapping[int, ASGIApp]) -> None:
        self.apps = apps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self.apps[scope["server"][1]](scope, receive, send)


_ROOMS: tuple[Any, ...] = (
    accounts,
    people,
    keys,
    ai,
    writing,
    plans,
    brands,
    components,
    connector,
    submissions,
    importing,
    crm,
    history_routes,
    written_routes,
    merging_routes,
    broadcasts,
    log_routes,
    pace_routes,
    return_routes,
    segment_routes,
    health,
    errors,
    backlog_routes,
    images,
    jobs,
    publishing,
    release_routes,
    preview_routes,
    timetable_routes,
    domains,
    insights,
    event_routes,
    sites,
    templates,
    webhooks,
    delivery_routes,
    given_up_routes,
    workflows,
    drawing_routes,
    run_routes,
    hook_routes,
)


def builder(settings: Settings, database: Database) -> FastAPI:
    """Return the application that marketers and partner developers talk to."""
    app = FastAPI(
        title=contract.TITLE,
        version=contract.VERSION,
        docs_url="/api/docs",
        openapi_url="/api/openapi.json",
        generate_unique_id_function=contract.name_of,
    )
    app.state.settings, app.state.database = settings, database
    app.state.errors = Book(database, "builder", elsewhere.teller(settings))
    for room in _ROOMS:
        app.include_router(room.router, dependencies=[Depends(refuse_unknown_words)])
    app.state.hub = Hub(database, settings)
    app.include_router(realtime.router)
    if settings.control:
        for of_operators in (control, control_faults, control_logs):
            app.include_router(of_operators.router)
    app.add_api_route(images.PATH, images.show, include_in_schema=False)
    messages.describe(app)
    contract.install(app)
    screens.install(app)
    answering.install(app, screens.shown)
    app.add_exception_handler(AnsweredBefore, given_again)
    return app


def serve(settings: Settings, sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Answer on the sockets `app` and `sites` until killed."""
    start_logging("web")
    database = Database(settings.where.database)
    live = live_sites(database, settings.where.sites, elsewhere.teller(settings))
    app = ByPort(
        {
            sockets["app"].getsockname()[1]: Traced(builder(settings, database)),
            sockets["sites"].getsockname()[1]: Traced(live),
        }
    )
    Answering(app, ready).run(sockets=[sockets["app"], sockets["sites"]])
