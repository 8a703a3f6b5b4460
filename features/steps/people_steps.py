"""Working together: invitations, and what each came for."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import equal_to

from support.builders import draft_or_told, invitation_of, joined
from support.matchers import draft_reading, only, works_with
from support.records import Colleague


@given("{name:Person} has invited {guest:Person} as {role:Role}")
def has_invited(context: Context, name: str, guest: str, role: str) -> None:
    """An invitation that is open; its mail is on its way."""
    context.world.actor(name).given.people.invite(context.world.actor(guest).person.email, role)


@given("{name:Person} has withdrawn {guest:Person}'s invitation")
def has_withdrawn(context: Context, name: str, guest: str) -> None:
    """An invitation that is taken back once its mail has arrived."""
    invitation_of(context.world, context.world.actor(guest))
    context.world.actor(name).given.people.withdraw(context.world.actor(guest).person.email)


@given("{guest:Person} has accepted the invitation")
def has_accepted(context: Context, guest: str) -> None:
    """Whoever was invited has joined."""
    actor = context.world.actor(guest)
    link = invitation_of(context.world, actor)
    actor.given.people.accept(link, guest, actor.person.password)


@given("{guest:Person} works for {name:Person} as {role:Role}")
def works_for(context: Context, guest: str, name: str, role: str) -> None:
    """Somebody was invited and has joined; how does not matter."""
    context.world.actor(name).seat.arrive()
    joined(context.world, context.world.actor(guest), role)


@given("{name:Person} has made {guest:Person} {role:Role}")
def has_made(context: Context, name: str, guest: str, role: str) -> None:
    """A role that was changed before what matters."""
    context.world.actor(name).given.people.give_role(context.world.actor(guest).person.email, role)


@when("{guest:Person} accepts the invitation")
def accepts(context: Context, guest: str) -> None:
    """Follow the link of the mail, and join."""
    actor = context.world.actor(guest)
    actor.acts.people.accept(invitation_of(context.world, actor), guest, actor.person.password)


@when("{thief:Person} accepts {guest:Person}'s invitation")
def accepts_anothers(context: Context, thief: str, guest: str) -> None:
    """Follow the link of a mail that somebody else got."""
    actor, link = context.world.actor(thief), invitation_of(context.world, context.world.actor(guest))
    actor.acts.people.accept(link, thief, actor.person.password)


@when("{name:Person} invites {guest:Person} as {role:Role}")
def invites(context: Context, name: str, guest: str, role: str) -> None:
    """Letting somebody in is what is specified."""
    context.world.actor(name).acts.people.invite(context.world.actor(guest).person.email, role)


@when("{name:Person} removes {guest:Person}")
def removes(context: Context, name: str, guest: str) -> None:
    """Let somebody work here no longer."""
    context.world.actor(name).acts.people.remove(context.world.actor(guest).person.email)


@when("{name:Person} makes herself {role:Role}")
def makes_herself(context: Context, name: str, role: str) -> None:
    """Give oneself another role."""
    context.world.actor(name).acts.people.give_role(context.world.actor(name).person.email, role)


@then("{name:Person} should read {words:Quoted} in the draft of {site:Quoted}")
def should_read_in_draft(context: Context, name: str, words: str, site: str) -> None:
    """Whoever works together reads the same draft, each with their own eyes."""
    draft = draft_or_told(context.world.actor(name), site)
    context.world.assert_that(draft, draft_reading(words), f"the draft of {site} as {name} sees it")


@then("{name:Person} should work together with {guest:Person} as {role:Role}")
def should_work_together(context: Context, name: str, guest: str, role: str) -> None:
    """These two work in the workspace, the second in that role, and nobody else does."""
    hers, theirs = context.world.actor(name).person.email, context.world.actor(guest).person.email
    everybody = context.world.actor(name).sees.people.everybody()
    context.world.assert_that(everybody, works_with(hers, theirs, role), f"who works with {name}")


@then("{name:Person} should work alone")
def should_work_alone(context: Context, name: str) -> None:
    """Nobody but the owner works in the workspace."""
    alone = only(equal_to(Colleague(context.world.actor(name).person.email, "owner")))
    context.world.assert_that(context.world.actor(name).sees.people.everybody(), alone, f"who is at {name}'s")
