"""What is asked of the reference platform outside of scenarios, where it is ours: to measure it, to try it.

Which drivers are used is the target's to say; here it is the embedded one's, the only one that is measured.
"""

from __future__ import annotations

from support.drivers.reference.bringing import exported, imported, tried_out
from support.drivers.reference.editing import Page, page_of, words_heard, written_after
from support.drivers.reference.flowing import CONTACT, END, MAIL, Form, Run, form_that_starts, tagged
from support.drivers.reference.going_live import go_live
from support.drivers.reference.keeping_books import read_by as books_read_by
from support.drivers.reference.lettering import Letter, let_go
from support.drivers.reference.operator import COOKIE, open_workspace, workspace_of
from support.drivers.reference.peopled import CONDITIONS, PEOPLE, SEARCHES, SETTLED
from support.drivers.reference.publishing import (
    AT_ONCE,
    IN_THE_BACKGROUND,
    PublishedSite,
    published_site,
)
from support.drivers.reference.visited import COUNTED, VISITED
from support.drivers.reference.waited_for import (
    begun_after,
    choose_heading,
    drawn_after,
    gallery_after,
    usable_after,
)

__all__ = [
    "AT_ONCE",
    "CONDITIONS",
    "CONTACT",
    "COOKIE",
    "COUNTED",
    "END",
    "IN_THE_BACKGROUND",
    "MAIL",
    "PEOPLE",
    "SEARCHES",
    "SETTLED",
    "VISITED",
    "Form",
    "Letter",
    "Page",
    "PublishedSite",
    "Run",
    "begun_after",
    "books_read_by",
    "choose_heading",
    "drawn_after",
    "exported",
    "form_that_starts",
    "gallery_after",
    "go_live",
    "imported",
    "let_go",
    "open_workspace",
    "page_of",
    "published_site",
    "tagged",
    "tried_out",
    "usable_after",
    "words_heard",
    "workspace_of",
    "written_after",
]
