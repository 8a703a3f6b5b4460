@system @building @components @accounts @realtime @needs.workspaces @needs.mailbox @req.SYS-REALTIME @req.IP-BUILDER-BACKEND
Feature: Two people on one page
  Maya writes the headline while Noor sorts the opening hours. If each saw yesterday's page, one of them would undo the
  other's work without knowing, and both would stop trusting what the screen shows.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Noor works for Maya as an editor
    And Maya and Noor have "Spring Sale" open

  Rule: What one does the other sees without asking

    @browser @req.SYS-BUILDER
    Example: A headline that one writes is on the other's screen
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 2 seconds Maya's screen should show "Rye at five"

    @browser @req.SYS-CANVAS
    Example: What one removes goes from the other's screen
      Given Maya's screen has shown "See what is in the oven"
      When Noor takes "See what is in the oven" off "Spring Sale"
      Then within 2 seconds Maya's screen should have lost "See what is in the oven"

    @api
    Example: A program on the line hears what is done
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 2 seconds Maya's screen should show "Rye at five"

  Rule: What one is writing stays under one's hand until one has finished

    @browser @req.SYS-BUILDER @req.SYS-CANVAS
    Example: Words that somebody else changes while one is writing at them
      Given Maya has written ", fresh" behind "20% off" on "Spring Sale" and is still there
      And Noor has changed the words "20% off, fresh" to "Half price" on "Spring Sale"
      When Noor takes "See what is in the oven" off "Spring Sale"
      Then within 2 seconds Maya's screen should have lost "See what is in the oven"
      And Maya should still be writing at "20% off, fresh"

    @browser @req.SYS-BUILDER @req.SYS-CANVAS
    Example: Words that somebody else has changed are there once one has finished
      Given Maya has written ", fresh" behind "20% off" on "Spring Sale" and is still there
      And Noor has changed the words "20% off, fresh" to "Half price" on "Spring Sale"
      When Maya has finished writing there
      Then within 2 seconds Maya's screen should show "Half price"
