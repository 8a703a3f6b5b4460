@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW @req.SYS-JOBS
Feature: Doing the same for everybody
  Thirty people got no letter this morning. Maya does not want to open thirty runs, and to forget the one in the middle.
  She wants to see who they are, and to say it once.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What is done to all is done to each run that it fits

    @fixture.own_platform @needs.outages @req.SYS-EMAIL
    Example: Everybody whose letter was refused gets it in the afternoon
      Given the mail server answers as one that "refuses every mail"
      And Priya has signed up on "Spring Sale"
      And Noor has signed up on "Spring Sale"
      And the runs of "welcome" of "Spring Sale" for Priya and Noor have come to be "failed"
      When the mail server is back
      And Maya tries all runs of "welcome" of "Spring Sale" again
      Then the runs of "welcome" of "Spring Sale" for Priya and Noor should be "succeeded"

    @browser @fixture.own_platform @needs.outages
    Example: Letters to everybody are held back on the screen
      Given the mail server answers as one that "is busy"
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      And the letter "welcome" of "Spring Sale" to Noor is tried again
      When Maya pauses all runs of "welcome" of "Spring Sale"
      Then the runs of "welcome" of "Spring Sale" for Priya and Noor should be "paused"

  Rule: Who looks for runs that stand so sees those alone

    @browser @fixture.own_platform @needs.outages @req.ERRORS
    Example: One letter of two was refused
      Given Noor was welcomed after signing up on "Spring Sale"
      And the mail server answers as one that "refuses every mail"
      And Priya has signed up on "Spring Sale"
      And the run of "welcome" of "Spring Sale" for Priya has come to be "failed"
      When Maya looks at the run of "welcome" of "Spring Sale" for Priya
      Then the runs of "welcome" of "Spring Sale" that are "failed" should be Priya's alone
