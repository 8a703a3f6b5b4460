@system @building @components @browser @req.SYS-CANVAS
Feature: What a place does not take
  Maya drops things where she would like to have them, not where they may be. When nothing happens she tries again, harder.
  A refusal without a reason costs her the evening; a thing that vanishes costs her the page.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"

  Rule: What cannot stand somewhere is refused there with the reason

    @req.BROWSERS @req.ERRORS
    Example: A field that is dropped outside of a form is refused
      When Maya drags a new "Field" behind "Rye" on "Spring Sale"
      Then Maya should be told "belongs in: Sign-up form"
      And the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

    @req.ACCESSIBILITY @req.ERRORS
    Example: A question that is added by keyboard where nothing takes it is refused
      When Maya adds a "Question" to "Spring Sale" by keyboard
      Then Maya should be told "belongs in: Questions and answers"
      And the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

  Rule: What was done to the page is said aloud

    @req.ACCESSIBILITY
    Example: Where a bread stands is said when it was moved by keyboard
      When Maya moves "Oat" up twice on "Spring Sale" by keyboard
      Then Maya should hear "Heading: Oat is 1 of 3 in Our bread"

    @req.ACCESSIBILITY @req.BROWSERS
    Example: Where a bread stands is said when it was dropped
      When Maya drags "Rye" behind "Oat" on "Spring Sale"
      Then Maya should hear "Heading: Rye is 3 of 3 in Our bread"

    @req.ACCESSIBILITY
    Example: What was removed is said
      When Maya removes "Spelt" from "Spring Sale"
      Then Maya should hear "Heading: Spelt was removed"
