@system @building @components @accounts @realtime @browser @needs.workspaces @needs.mailbox @req.SYS-BUILDER @req.IP-BUILDER-BACKEND
Feature: Going on after a conflict
  While Maya was in a tunnel, Noor removed what Maya rewrote. The builder says so; but Maya has a shop to open. She must be able to
  go on at once, and her words must not be lost, only homeless.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Noor works for Maya as an editor
    And Maya wrote "Rye at five" above "Only this week" on "Spring Sale" as Noor removed that

  Rule: Whoever meets a conflict can go on

    Example: A page that is gone on with is the one that is stored
      When Maya goes on with "Spring Sale" as it is stored
      Then within 5 seconds the builder should call "Spring Sale" "Saved"
      And within 5 seconds Maya's screen should have lost "Only this week"

    Example: Words that are written afterwards are stored
      Given Maya has gone on with "Spring Sale" as it is stored
      When Maya writes "From Monday on" beneath the headline of "Spring Sale"
      Then within 5 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read "From Monday on" on "Spring Sale" on a second machine

    Example: Words that had no place any more are told once more
      When Maya goes on with "Spring Sale" as it is stored
      Then within 5 seconds Maya should be reminded of "Rye at five"
