@integration @building @components @accounts @realtime @browser @slow @needs.workspaces @needs.mailbox @req.IP-BUILDER-BACKEND @req.CONSISTENCY
Feature: Builder and backend, with everybody at it
  Before the spring sale Maya, Noor and Tariq all change one page, and the shop's line is bad. Nobody plans who does what.
  In the evening there must be one page, the same before everybody, and it must be the one that is stored.

  Rule: Whatever several people do at once ends in one page

    @req.SYS-REALTIME
    Example: A hundred edits at random end in one page, though a line was cut twice
      Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"
      And Noor works for Maya as an editor
      And Tariq works for Maya as an editor
      When Maya, Noor and Tariq make 100 edits of "Spring Sale" at random, and Maya is cut off twice
      Then within 10 seconds Maya, Noor and Tariq should see the same page
      And Maya should see what is stored of "Spring Sale"
