@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.outages @req.SYS-JOBS
Feature: Work that outlives its machine
  The machine that sends Maya's letters breaks on a Friday evening. Whoever signed up that minute should not have to wait
  until somebody looks after it on Monday, and nobody should be greeted twice because of it.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What a dead machine was at goes on at another one

    @fixture.own_platform @needs.processes @req.SYS-WORKFLOW @req.CONSISTENCY
    @outage.mail.refusing @outage.worker.killed
    Example: A letter that a busy mail server had not taken yet
      Given the mail server answers as one that "is busy"
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      And the machine of the part "worker" has died for good, while another one had joined
      When the mail server is back
      And Noor signs up on "Spring Sale"
      Then within 10 seconds the mail "Welcome, Priya" should reach Priya
      And within 10 seconds the mail "Welcome, Noor" should reach Noor

  Rule: A machine that is taken down finishes what it has in hand

    @fixture.own_platform @needs.processes @req.SYS-WORKFLOW @req.CONSISTENCY @req.SYS-EMAIL
    @outage.mail.slow @outage.worker.restarted
    Example: A letter that is on its way when its machine is taken down
      Given the mail server answers as one that "is slow"
      And the letter in step 3 of "welcome" of "Spring Sale" to Priya is on its way
      And the part "worker" was asked to end
      When Noor signs up on "Spring Sale"
      Then within 30 seconds the mail "Welcome, Noor" should reach Noor
      And the run of "welcome" of "Spring Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Spring Sale" for Priya should have been begun once
