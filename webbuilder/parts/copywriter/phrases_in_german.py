"""The copywriter's phrases in German, under the names that they have in English (`phrases`).

An audience stands in the accusative, behind “für”; goals name no offer here, so no phrase asks for one.
"""

from __future__ import annotations

from collections.abc import Mapping

from webbuilder.parts.copywriter.phrases import Phrases

HEADLINES: Mapping[str, Phrases] = {
    "friendly": (
        "Schön, dass du da bist: {business}",
        "Bei {business} bist du willkommen",
        "{business}: gemacht für {audience}",
        "Gutes für {audience}, von {business}",
        "Komm herein, {business} freut sich auf dich",
    ),
    "confident": (
        "Die erste Wahl für {audience}: {business}",
        "{business}. Ganz einfach gut gemacht.",
        "Erwarten Sie mehr von {business}",
        "{business} hält, was es verspricht",
        "Wenn es darauf ankommt: {business}",
    ),
    "playful": (
        "Psst! {business} hat dir einen Platz frei gehalten",
        "Hallo, {audience}: das ist {business}",
        "Achtung: {business} macht gute Laune",
        "{business} hat etwas mit dir vor",
        "Dein neuer Liebling ist {business}",
    ),
    "plain": (
        "{business}, für {audience}",
        "Willkommen bei {business}",
        "Was {business} für Sie tun kann",
        "{business}: klar, einfach und fair",
        "Das ist {business}",
    ),
}

SUBHEADINGS: Mapping[str, Phrases] = {
    "friendly": (
        "Warum die Leute gern zu {business} kommen",
        "Mehr über {business}",
        "Was {business} für dich hat",
    ),
    "confident": ("Warum {business}", "Was Sie von {business} bekommen", "Wofür {business} steht"),
    "playful": ("Was {business} gerade treibt", "So macht es {business}", "Mehr von {business}, bitte"),
    "plain": ("Über {business}", "Was {business} bietet", "{business} auf einen Blick"),
}

OPENINGS: Mapping[str, Phrases] = {
    "friendly": (
        "Bei {business} ist immer ein Platz für {audience}, und wir nehmen uns die Zeit.",
        "{business} ist für dich da, mit Zeit zum Zuhören und mit Sorgfalt bis ins Kleine.",
        "Was auch immer dich zu uns führt: {business} hilft dir gern, und das mit einem Lächeln.",
        "Bei {business} ist jede Frage eine gute Frage, und niemand ist eine Nummer.",
    ),
    "confident": (
        "{business} macht gute Arbeit für {audience}, mit klaren Antworten und ohne Umwege.",
        "{business} hält Wort, von der ersten Frage bis zum letzten Handgriff.",
        "Sie wissen, was Sie wollen, und {business} weiß, wie Sie es bekommen.",
        "Fragen Sie {business} nach dem Besten, und das ist es, was Sie bekommen.",
    ),
    "playful": (
        "Gute Nachricht für {audience}: {business} hat auf dich gewartet.",
        "{business} nimmt die Arbeit ernst und alles andere mit einem Augenzwinkern.",
        "Einer musste ja damit anfangen, und das war {business}.",
        "Das Leben ist kurz, und {business} ist gleich um die Ecke.",
    ),
    "plain": (
        "{business} ist für {audience} da.",
        "{business} sagt Ihnen, was Sie bekommen, bevor Sie sich entscheiden.",
        "{business} macht wenige Dinge, und die mit Sorgfalt.",
        "Das ist es, was Sie über {business} wissen sollten.",
    ),
}

CLOSINGS: Mapping[str, Mapping[str, Phrases]] = {
    "friendly": {
        "join": ("Trag dich ein, und wir schreiben dir, wenn es etwas Neues gibt.",),
        "buy": ("Schau dich um und nimm mit, was dir gefällt.",),
        "book": ("Such dir eine Zeit aus, und wir machen den Rest.",),
        "visit": ("Komm vorbei, wenn du in der Nähe bist, wir freuen uns auf dich.",),
        "know": ("Schau dich um und frag uns, was du wissen willst.",),
    },
    "confident": {
        "join": ("Tragen Sie sich ein, und Sie hören es zuerst.",),
        "buy": ("Sehen Sie, was es gibt, und wählen Sie noch heute.",),
        "book": ("Wählen Sie Ihre Zeit, und sie gehört Ihnen.",),
        "visit": ("Kommen Sie vorbei, und urteilen Sie selbst.",),
        "know": ("Sehen Sie selbst, was wir für Sie tun können.",),
    },
    "playful": {
        "join": ("Trag dich ein, dein Postfach hat es verdient.",),
        "buy": ("Gönn dir etwas, du willst es doch auch.",),
        "book": ("Schnapp dir einen Platz, bevor es die anderen tun.",),
        "visit": ("Komm zum Schauen und bleib, weil es so schön ist.",),
        "know": ("Neugierig? Dann lies ruhig weiter.",),
    },
    "plain": {
        "join": ("Tragen Sie sich ein, und Sie bekommen unsere Nachrichten.",),
        "buy": ("Sehen Sie, was es gibt.",),
        "book": ("Wählen Sie eine Zeit, die Ihnen passt.",),
        "visit": ("Besuchen Sie uns, wir sind für Sie da.",),
        "know": ("Lesen Sie weiter, wenn Sie mehr wissen wollen.",),
    },
}

ACTIONS: Mapping[str, Phrases] = {
    "join": ("Auf dem Laufenden bleiben", "Zur Liste", "Nachrichten bekommen"),
    "buy": ("Das Angebot ansehen", "Jetzt wählen", "Umsehen"),
    "book": ("Platz sichern", "Zeit wählen", "Jetzt buchen"),
    "visit": ("Besuch planen", "So findest du uns", "Vorbeikommen"),
    "know": ("Mehr erfahren", "Umsehen", "Was wir tun"),
}

SENDS: Mapping[str, Phrases] = {
    "join": ("Eintragen", "Ich bin dabei", "Auf dem Laufenden bleiben"),
    "buy": ("Zurücklegen", "Ich bin dabei", "Mehr erfahren"),
    "book": ("Platz sichern", "Jetzt buchen", "Ich bin dabei"),
    "visit": ("Ich bin dabei", "Ich komme vorbei", "Auf dem Laufenden bleiben"),
    "know": ("Eintragen", "Mehr erfahren", "Auf dem Laufenden bleiben"),
}

THANKS: Mapping[str, Phrases] = {
    "friendly": ("Danke! {business} meldet sich bald bei dir.", "Schön, dass du da bist. Bis bald!"),
    "confident": ("Erledigt. Sie hören bald von {business}.", "Sie stehen auf der Liste. Bis bald!"),
    "playful": ("Du bist dabei! {business} macht einen Luftsprung.", "Juhu! {business} schreibt dir bald."),
    "plain": ("Danke. {business} hat Ihre Angaben.", "Danke. {business} meldet sich bei Ihnen."),
}

TITLES: Phrases = ("{business}", "{business} für {audience}")

# What the marketer wants to happen, by the words that give it away in German.
WANTED: Mapping[str, tuple[str, ...]] = {
    "join": ("eintrag", "anmeld", "abonn", "mitglied", "kontakt", "folgen"),
    "book": ("buch", "termin", "plätze", "kurs", "karten", "veranstaltung"),
    "visit": ("besuch", "vorbei", "laden", "tresen", "theke", "tag der offenen"),
    "buy": ("verkauf", "kauf", "bestell", "angebot", "rabatt"),
}
