@system @components @building @req.SYS-COMPONENT
Feature: Undoing
  Maya tries things, because nothing that she does is final. If taking back cost her anything but the act
  itself, she would stop trying.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"

  Rule: Undoing takes back one's own last act, and all of it

    Example: Words that were changed read as before
      Given Maya has changed the words "Rye" to "Rye, 20% off" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

    @browser @req.SYS-BUILDER @req.SYS-CANVAS
    Example: A bread that was removed stands again where it stood
      Given Maya has removed "Spelt" from "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

    @browser @req.SYS-BUILDER @req.SYS-CANVAS
    Example: Words that were written in one go read as before, though they were stored in parts
      Given Maya has written ", 20% off" and then ", today" behind "Rye" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

    Example: A section that was removed comes back with all that it held
      Given Maya has removed "Our bread" from "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

    Example: What a page began with is nobody's act
      Given Maya has the site "Market Day"
      When Maya undoes her last act on "Market Day"
      Then Maya should be told "nothing of yours left to undo"
      And Maya's draft of "Market Day" should read "Bread worth getting up for"

  Rule: What others did is not taken back with one's own act

    @req.ERRORS
    Example: What somebody else wrote into it is not taken back
      Given Noor works for Maya as an editor
      And Noor has changed the words "Rye" to "Rye, 20% off" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then Maya should be told "it stays as it is now"
      And the section "Our bread" of "Spring Sale" should list "Rye, 20% off", "Spelt" and "Oat"

    @req.ERRORS
    Example: Words that somebody else has changed since stay
      Given Noor works for Maya as an editor
      And Maya has changed the words "Rye" to "Rye, 20% off" on "Spring Sale"
      And Noor has changed the words "Rye, 20% off" to "Rye, 10% off" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then Maya should be told "it stays as it is now"
      And the section "Our bread" of "Spring Sale" should list "Rye, 10% off", "Spelt" and "Oat"

  Rule: What was undone is done again on request, until something new is done

    @browser @req.SYS-BUILDER
    Example: A bread whose removal was undone is removed again
      Given Maya has removed "Spelt" from "Spring Sale"
      And Maya has undone her last act on "Spring Sale"
      When Maya redoes it on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye" and "Oat"

    Example: What was undone is not done over something new
      Given Maya has changed the words "Rye" to "Rye, 20% off" on "Spring Sale"
      And Maya has undone her last act on "Spring Sale"
      And Maya has changed the words "Rye" to "Rye, fresh" on "Spring Sale"
      When Maya redoes it on "Spring Sale"
      Then Maya should be told "nothing of yours left to redo"
      And the section "Our bread" of "Spring Sale" should list "Rye, fresh", "Spelt" and "Oat"
