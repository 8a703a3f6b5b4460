@system @building @components @accounts @realtime @api @needs.workspaces @needs.mailbox @needs.several_servers @req.SYS-REALTIME @req.CONSISTENCY
Feature: Whichever server one reaches
  The platform answers from several processes, and nobody can tell which of them they have reached. If one of them kept
  anything to itself, Maya would see Noor at home and not in the shop, and would never find out why.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Noor works for Maya as an editor
    And Maya has "Spring Sale" open on 8 machines

  Rule: Whichever server one reaches knows what all of them know

    Example: Who comes is named on every machine
      When Noor opens "Spring Sale" beside them
      Then within 2 seconds Maya should see "Noor" there on 8 machines

    @req.SYS-COMPONENT
    Example: What is written is on every screen
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 2 seconds 8 screens of Maya should show "Rye at five"
