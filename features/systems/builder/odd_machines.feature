@system @building @realtime @accounts @browser @trait.own_manners @needs.workspaces @needs.mailbox @req.SYS-BUILDER @req.ERRORS
Feature: Machines with manners of their own
  Maya builds on whatever stands in the shop: a browser that forgets all it is told, a clock that nobody has set since winter.
  She need not know of it, and it must not cost her a word.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"

  Rule: What a machine denies or gets wrong costs no words

    Example: Words that are written where nothing is kept are stored
      Given Maya's browser keeps nothing for a page
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 10 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine

    @req.CONSISTENCY
    Example: Words that are written by a clock that is behind stand as the later ones
      Given Noor works for Maya as an editor
      And Noor has changed the words "20% off" to "30% off" on "Spring Sale"
      And Maya's clock is 6 hours behind
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 10 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
