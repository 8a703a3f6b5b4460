@system @connecting @building @publishing @contacts @mail @needs.mailbox @needs.outages @req.SYS-WORKFLOW
Feature: Not trying any longer
  A mail server is busy, and the letter is tried again and again. Meanwhile Priya writes that she wants none.
  Whoever cancels what is going on wants it to stop, and not to be told so while it goes on.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What was cancelled while it was tried again is not tried any more

    @fixture.own_platform @req.SYS-JOBS @req.ERRORS @req.SYS-EMAIL
    Example: A letter that a busy mail server did not take yet
      Given the mail server answers as one that "is busy"
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      When Maya cancels the run of "welcome" of "Spring Sale" for Priya
      And Noor signs up on "Spring Sale"
      Then the letter "welcome" of "Spring Sale" to Noor should come to be tried more often than that to Priya
      And the run of "welcome" of "Spring Sale" for Priya should be "cancelled"
