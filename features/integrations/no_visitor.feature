@integration @insights @connecting @workflows @contacts @mail @building @publishing @needs.mailbox @req.CONSISTENCY @req.X-COORDINATION
Feature: Nobody lost and nobody invented
  A worker stood still over lunch, a program filled in each form, Maya tried her own form out. When she lays the books of all
  systems side by side in the evening, nobody may be missing who came, and nobody may stand there who did not.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What was lost and found again stands in the books once

    @api @fixture.own_platform @needs.processes @req.SYS-JOBS
    @outage.worker.down
    Example: Three visitors whom a worker took up late
      Given 3 others have signed up on "Spring Sale", while the part "worker" is down
      And the part "worker" has come back
      When Priya signs up on "Spring Sale"
      Then within 30 seconds Maya's ledger should balance with 4 sent and 4 mails accepted

    @api @fixture.own_platform @needs.processes @req.SYS-JOBS
    Example: Visitors of a worker that was killed meanwhile
      Given 5 others have signed up on "Spring Sale"
      And the part "worker" of the platform was killed
      When Priya signs up on "Spring Sale"
      Then within 30 seconds Maya's ledger should balance with 6 sent and 6 mails accepted

  Rule: Whoever is no visitor stands in no book

    @req.SECURITY
    Example: A program that fills in all of the form
      Given Tariq's program has filled in all of the form of "Spring Sale" for Priya
      When Noor signs up on "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 2 sent and 1 mails accepted

    @browser
    Example: A visitor who was taken for a program
      Given Tariq's program has filled in all of the form of "Spring Sale" for Priya
      When Maya lets through what was sent for Priya to "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted

    @req.IP-WORKFLOW-COMPONENT
    Example: A sample
      Given Maya has tried the form of "Spring Sale" out
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted

    @req.SECURITY @req.SYS-CRM
    Example: Somebody who was forgotten
      Given Priya was welcomed after signing up on "Spring Sale"
      And Noor was welcomed after signing up on "Spring Sale"
      When Maya forgets Priya
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted
