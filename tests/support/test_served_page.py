"""A served page as a visitor without a browser reads it."""

from __future__ import annotations

from support.drivers.reference.api.served_page import LivePage

PAGE = """<!doctype html>
<html lang="en"><head><title>Not seen</title><meta charset="utf-8"><style>p { color: red }</style></head>
<body>
  <h1>20% off &amp; more</h1>
  <script>var hidden = "<p>not seen</p>";</script>
  <p>Fresh
     every   day</p><img src="a.png" alt="bread"><br><p></p>
  <form action="/f/1" method="post">
    <label>Name <input name="name"></label>
    <input type="hidden" name="view_token" value="abc">
    <input name="website" value="">
    <input type="submit" value="Send">
  </form>
  <form action="/f/2"><input name="search" value="x"></form>
  <p>The end</p>
</body></html>"""


def test_the_words_are_those_that_a_visitor_sees() -> None:
    assert LivePage(PAGE).words == ["20% off & more", "Fresh every day", "Name", "The end"]


def test_the_form_is_the_first_one_as_it_was_served() -> None:
    page = LivePage(PAGE)
    assert page.action == "/f/1"
    assert page.fields == {"name": "", "view_token": "abc", "website": ""}


def test_a_page_without_a_form() -> None:
    page = LivePage("<p>Hello</p>")
    assert (page.words, page.action, page.fields) == (["Hello"], None, {})


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert LivePage("</div><p>One<div>Two</p></section>Three<hr>Four <b>five").words == [
        "One",
        "Two",
        "Three",
        "Four",
        "five",
    ]
    assert LivePage("").words == []


def test_what_an_unclosed_head_holds_does_not_hide_the_body() -> None:
    assert LivePage("<head><title>Not seen</title></head><hr><p>Seen</p>").words == ["Seen"]
