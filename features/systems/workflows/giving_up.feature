@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.outages @req.SYS-WORKFLOW
Feature: What is done while a letter is tried again
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
      Then within 60 seconds the letter "welcome" of "Spring Sale" to Noor should be tried more often than that to Priya
      And the run of "welcome" of "Spring Sale" for Priya should be "cancelled"

  Rule: A run that is paused while it is tried goes on where it stood

    @fixture.own_platform @req.SYS-JOBS @req.SYS-EMAIL
    Example: A letter that is held back while the mail server is busy
      Given the mail server answers as one that "is busy"
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      And Maya has paused the run of "welcome" of "Spring Sale" for Priya
      And step 3 of the run of "welcome" of "Spring Sale" for Priya has come to be "paused"
      When the mail server is back
      And Maya lets the run of "welcome" of "Spring Sale" for Priya go on
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
