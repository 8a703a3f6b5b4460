@system @building @components @accounts @realtime @needs.workspaces @needs.mailbox @req.SYS-REALTIME
Feature: Who else is here
  Two people who do not know of each other get in each other's way. Who is here, and at what, is told to all who have the
  same site open, and to nobody else; whoever has no business there any more is shown the door, and told why.

  Rule: Whoever has a site open is known to the others

    @browser @req.SYS-BUILDER
    Example: Who comes is named
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an editor
      And Maya has "Spring Sale" open
      When Noor opens "Spring Sale" beside them
      Then within 2 seconds Maya should see "Noor" there

    @browser @req.SYS-BUILDER
    Example: Who goes is missed
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      And Maya has seen "Noor" there
      When Noor leaves "Spring Sale"
      Then within 5 seconds Maya should be alone there

    @browser @req.SYS-CANVAS
    Example: What somebody has chosen is marked for the others
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      When Noor chooses "20% off" on "Spring Sale"
      Then within 2 seconds Maya should see "Noor" at "20% off"

  Rule: Nobody listens who has no business there

    @browser @req.SECURITY @req.ACCOUNTS
    Example: Whoever was removed is shut out
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      When Maya removes Noor
      Then within 10 seconds Noor should be shut out as "not signed in"

    @api @req.SECURITY
    Example: A competitor hears nothing
      Given Maya has the site "Spring Sale"
      And Ravi has an account
      When Ravi listens to "Spring Sale"
      Then within 2 seconds Ravi should be shut out as "does not exist here"

  Rule: Whoever talks nonsense harms nobody

    @api @req.ERRORS
    Example: What is not understood is refused on an open line
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      And Noor has said "{rye" on the line
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 5 seconds Noor should be told on the line "Nothing came of this"
      And within 2 seconds Noor's screen should show "Rye at five"

    @api @req.SECURITY
    Example: Whoever shouts is shut out alone
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      And Noor has said "{rye" on the line 200 times
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 10 seconds Noor should be shut out as "too much at once"
      And within 2 seconds Maya's screen should show "Rye at five"
