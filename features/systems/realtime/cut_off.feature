@system @building @components @accounts @realtime @browser @needs.workspaces @needs.mailbox @req.SYS-REALTIME @req.IP-BUILDER-BACKEND
Feature: Cut off for a while
  Maya edits on the train. In a tunnel she goes on writing, and Noor goes on rearranging at the shop. When the train is
  out again both should be there: what she wrote, and what Noor did.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Noor works for Maya as an editor

  Rule: What was done on both sides of a cut is kept

    @req.SYS-BUILDER @req.CONSISTENCY
    Example: Words that were written in a tunnel join what was removed meanwhile
      Given Maya has "Spring Sale" open when the connection is lost
      And Maya has written the headline "Rye at five" on "Spring Sale" in vain
      And Maya's screen has shown "See what is in the oven"
      When Noor takes "See what is in the oven" off "Spring Sale"
      Then once back Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
      And within 5 seconds Maya's screen should have lost "See what is in the oven"

    @req.CONSISTENCY
    Example: Of two headlines the one that was stored last is on the screen of who wrote it
      Given Maya has "Spring Sale" open when the connection is lost
      And Maya has written the headline "Rye at five" on "Spring Sale" in vain
      And Noor has changed the words "20% off" to "Half price" on "Spring Sale"
      When Noor takes "See what is in the oven" off "Spring Sale"
      Then once back Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
      And within 5 seconds Maya's screen should have lost "See what is in the oven"
      And within 2 seconds Maya's screen should show "Rye at five"

    @req.CONSISTENCY
    Example: Who wrote nothing in a tunnel is told what was removed meanwhile
      Given Maya has "Spring Sale" open when the connection is lost
      And Maya's screen has shown "See what is in the oven"
      When Noor takes "See what is in the oven" off "Spring Sale"
      Then once back Maya should read the headline "20% off" of "Spring Sale" on a second machine
      And within 5 seconds Maya's screen should have lost "See what is in the oven"

  Rule: What is gone is not changed in secret

    @req.ERRORS @req.SYS-BUILDER @req.SYS-COMPONENT
    Example: Words that have lost their place are not called saved
      Given Maya has "Spring Sale" open when the connection is lost
      And Noor has removed "20% off" from "Spring Sale"
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then once back Maya should read in the builder "is not on this page any more" within 10 seconds
      And the builder should call "Spring Sale" "Conflict"

    @req.ERRORS @req.SYS-BACKEND
    Example: Words for a site that was put away meanwhile wait with the reason
      Given Maya has "Spring Sale" open when the connection is lost
      And Maya has put "Spring Sale" away
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then once back Maya should read in the builder "was put away" within 10 seconds
      And the builder should call "Spring Sale" "Offline"

    @req.ERRORS @req.SYS-BACKEND
    Example: Words for a site that was thrown away meanwhile are told once more
      Given Maya has "Spring Sale" open when the connection is lost
      And Maya has thrown "Spring Sale" away
      And Maya wrote the headline "Rye at five" on "Spring Sale", and was refused once she was back
      When Maya goes on with "Spring Sale" as it is stored
      Then Maya should be told "does not exist here"
      And Maya should be told "Rye at five"

  Rule: What had to wait is stored once it can be

    @req.SYS-BUILDER @req.SYS-BACKEND @req.CONSISTENCY
    Example: Words for a site that was put away are stored when it is brought back
      Given Maya has looked at "Spring Sale"
      And Maya has put "Spring Sale" away
      And Maya was told of the headline "Rye at five" on "Spring Sale" that it "was put away"
      When Noor brings "Spring Sale" back
      Then within 10 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
