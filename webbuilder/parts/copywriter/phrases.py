"""The copywriter's phrases: by slot and tone, or by slot and what the marketer wants to happen.

`{business}`, `{audience}` and `{offer}` are filled from the brief; a phrase whose word is missing is left.
An audience may be one or many (“everyone”, “young families”), so no verb agrees with it.
"""

from __future__ import annotations

from collections.abc import Mapping

Phrases = tuple[str, ...]

HEADLINES: Mapping[str, Phrases] = {
    "friendly": (
        "Come on in, {business} is glad you are here",
        "You will feel at home at {business}",
        "Say hello to {offer} from {business}",
        "{business}: made for {audience}",
        "Good things for {audience}, from {business}",
        "{offer}, with a smile from {business}",
        "A warm welcome from {business}",
    ),
    "confident": (
        "The first choice for {audience}: {business}",
        "{business}. Done properly.",
        "Expect more from {business}",
        "{business}: {offer}, done right",
        "{offer}. Nobody does it like {business}.",
        "{business} keeps its word",
        "When it matters, it is {business}",
    ),
    "playful": (
        "Psst! {business} saved you a seat",
        "{offer}? {business} thought you might ask",
        "Hello, {audience}: meet {business}",
        "Warning: {business} may make your day",
        "{business} has something up its sleeve",
        "Roll up for {offer} at {business}",
        "Meet your new favourite: {business}",
    ),
    "plain": (
        "{business}, for {audience}",
        "{offer} from {business}",
        "{business}: {offer}",
        "{business} for {audience}: simple and fair",
        "Welcome to {business}",
        "What {business} can do for you",
        "{business}: clear, simple and fair",
    ),
}

SUBHEADINGS: Mapping[str, Phrases] = {
    "friendly": (
        "Why people come back to {business}",
        "A little more about {business}",
        "What {business} has for you",
        "Stay close to {business}",
    ),
    "confident": (
        "Why {business}",
        "What you get from {business}",
        "The {business} difference",
        "What {business} stands for",
    ),
    "playful": (
        "What {business} is up to",
        "The {business} way of doing things",
        "Things that {business} does best",
        "More {business}, please",
    ),
    "plain": (
        "About {business}",
        "What {business} offers",
        "How {business} works",
        "{business} at a glance",
    ),
}

OPENINGS: Mapping[str, Phrases] = {
    "friendly": (
        "At {business} there is always a warm welcome for {audience}.",
        "{business} is here for {audience}, with time to listen and care in every detail.",
        "{business} brings {offer} to {audience}, and does it with a smile.",
        "Whatever brings you here, {business} is happy to help.",
        "{business} looks after you the way a good neighbour would.",
        "At {business}, every question is a good one and nobody is a number.",
    ),
    "confident": (
        "{business} does good work for {audience}, with clear answers and no fuss.",
        "{business} brings {offer} to {audience} and stands behind every detail.",
        "{business} was made with {audience} in mind, and it shows.",
        "{business} keeps its word, from the first question to the last detail.",
        "You know what you want, and {business} knows how to get you there.",
        "Ask {business} for its best and that is what you get.",
    ),
    "playful": (
        "Good news for {audience}: {business} has been waiting for you.",
        "{offer}, {audience} and {business}: some things simply belong together.",
        "{business} takes its work seriously and everything else with a wink.",
        "Somebody had to make this fun, so {business} did.",
        "Life is short, and {business} is just around the corner.",
        "{business}: easy to find, hard to leave.",
    ),
    "plain": (
        "{business} is there for {audience}.",
        "{business} has {offer} for {audience}.",
        "{business} tells you what you get before you decide.",
        "{business} does a few things and does them with care.",
        "Here is what you need to know about {business}.",
        "{business} answers your questions and keeps things simple.",
    ),
}

CLOSINGS: Mapping[str, Mapping[str, Phrases]] = {
    "friendly": {
        "join": (
            "Leave your email and we will keep you in the loop.",
            "Sign up and we will write when there is news.",
        ),
        "buy": (
            "Have a look and take home what you like.",
            "Tell us what you like and we will put it by for you.",
        ),
        "book": (
            "Pick a time that suits you and we will do the rest.",
            "Save your place and leave the rest to us.",
        ),
        "visit": ("Drop by any time, we would love to meet you.", "Come and say hello when you are near."),
        "know": (
            "Take a look around and tell us what you need.",
            "Have a look, and ask us anything you like.",
        ),
    },
    "confident": {
        "join": ("Sign up and hear it first.", "Join the list and stay a step ahead."),
        "buy": ("Choose yours today.", "See what is on offer and make it yours."),
        "book": ("Book your place today.", "Choose your time and it is yours."),
        "visit": ("Come and see for yourself.", "Visit us and judge for yourself."),
        "know": ("See what we can do for you.", "Look closer: it holds up."),
    },
    "playful": {
        "join": (
            "Pop in your email and be the first to know.",
            "Join the list, your inbox could use some joy.",
        ),
        "buy": ("Treat yourself, you know you want to.", "Go on, take one home."),
        "book": ("Grab a spot before your friends do.", "Save your seat, then brag about it."),
        "visit": ("Come for a look, stay for the good mood.", "Pop in and see what the fuss is about."),
        "know": ("Go on, have a look around.", "Curious yet? Keep scrolling."),
    },
    "plain": {
        "join": ("Sign up to get our news by email.", "Leave your email to hear from us."),
        "buy": ("See what is available.", "Choose what you need."),
        "book": ("Choose a time and book.", "Book a place that suits you."),
        "visit": ("Come and visit us.", "Find out where we are and come by."),
        "know": ("Read on to find out more.", "See what we do."),
    },
}

ACTIONS: Mapping[str, Phrases] = {
    "join": ("Keep me posted", "Join the list", "Get our news"),
    "buy": ("See what is on offer", "Choose yours", "Have a look"),
    "book": ("Book your place", "Pick a time", "Save my seat"),
    "visit": ("Plan your visit", "Find us", "Come and see"),
    "know": ("Find out more", "Take a look", "See what we do"),
}

SENDS: Mapping[str, Phrases] = {
    "join": ("Sign me up", "Keep me posted", "Count me in"),
    "buy": ("Put mine by", "Count me in", "Tell me more"),
    "book": ("Save my place", "Book me in", "Count me in"),
    "visit": ("Count me in", "I would like to come", "Keep me posted"),
    "know": ("Sign me up", "Tell me more", "Keep me posted"),
}

THANKS: Mapping[str, Phrases] = {
    "friendly": (
        "Thank you! {business} will be in touch soon.",
        "Lovely to meet you. {business} will write to you soon.",
    ),
    "confident": (
        "Done. You will hear from {business} soon.",
        "You are on the list. {business} will be in touch.",
    ),
    "playful": (
        "You are in! {business} is doing a little dance.",
        "High five! {business} will write to you soon.",
    ),
    "plain": (
        "Thank you. {business} has your details.",
        "Thank you. {business} will contact you.",
    ),
}

TITLES: Phrases = ("{business}", "{business}: {offer}", "{business} for {audience}")

# What the marketer wants to happen, by the words that give it away; the first that fits counts.
WANTED: Mapping[str, tuple[str, ...]] = {
    "join": (
        "sign",
        "subscri",
        "newsletter",
        "list",
        "member",
        "register",
        "contact",
        "lead",
        "email",
        "join",
        "follow",
    ),
    "book": (
        "book",
        "appointment",
        "reserv",
        "seat",
        "course",
        "class",
        "workshop",
        "ticket",
        "event",
        "schedul",
    ),
    "visit": ("visit", "footfall", "shop floor", "come in", "drop by", "open day", "store"),
    "buy": ("sell", "sale", "buy", "order", "purchase", "offer", "promot", "launch", "discount"),
}
