@system @building @components @browser @req.SYS-BUILDER @req.SYS-COMPONENT
Feature: One act at a time
  Maya undoes what she did last, and looks where her page changes. If more than that was taken back, she would have to find
  out what else is gone; if less, she would go on undoing until too much is. What she writes at one place is one act, while
  she pauses for less than 5 seconds.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"

  Rule: Each act is undone by itself, however it was stored

    @req.IP-BUILDER-BACKEND
    Example: Of two places that were written in a tunnel the last one reads as before
      Given Maya has written this on "Spring Sale" in a tunnel
        | component            | words          |
        | headline             | Rye at five    |
        | beneath the headline | Only this week |
        | headline             | Rye at six     |
      When Maya undoes her last act on "Spring Sale"
      Then Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
      And Maya should read "Only this week" on "Spring Sale" on a second machine

    Example: Something is left out on two devices by two acts
      Given Maya has looked at "Spring Sale"
      And Maya has left "Oat" out on tablets and then on phones on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then "Oat" should be left out on tablets alone on "Spring Sale"

    @req.IP-BUILDER-BACKEND
    Example: What was done on another machine in between is an act of its own
      Given Maya has written ", 20% off" behind "Rye" on "Spring Sale"
      And Maya's second machine has removed "Oat" from "Spring Sale"
      And Maya has written ", today" behind "Rye, 20% off" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 20% off" and "Spelt"

  Rule: What one writes goes on from what others wrote

    @accounts @realtime @needs.workspaces @needs.mailbox @req.SYS-REALTIME
    Example: Words behind what somebody else has just written there
      Given Noor works for Maya as an editor
      And Maya has written ", 20% off" behind "Rye" on "Spring Sale"
      And Noor has changed the words "Rye, 20% off" to "Rye, 10% off" on "Spring Sale"
      When Maya writes ", today" behind "Rye, 10% off" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 10% off, today", "Spelt" and "Oat"

    @accounts @realtime @needs.workspaces @needs.mailbox @req.SYS-REALTIME
    Example: Words behind somebody else's are taken back without theirs
      Given Noor works for Maya as an editor
      And Maya has written ", 20% off" behind "Rye" on "Spring Sale"
      And Noor has changed the words "Rye, 20% off" to "Rye, 10% off" on "Spring Sale"
      And Maya has written ", today" behind "Rye, 10% off" on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 10% off", "Spelt" and "Oat"

  Rule: What others changed does not stand in the way of what one did before

    @accounts @needs.workspaces @needs.mailbox @req.ERRORS
    Example: Undo goes on past words that somebody else has changed since
      Given Noor works for Maya as an editor
      And Maya has removed "Oat" from "Spring Sale"
      And Maya has written ", 20% off" behind "Rye" on "Spring Sale"
      And Noor has changed the words "Rye, 20% off" to "Rye, 10% off" on "Spring Sale"
      And Maya was told "Undo once more" when she undid her last act on "Spring Sale"
      When Maya undoes what she did before that on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 10% off", "Spelt" and "Oat"
