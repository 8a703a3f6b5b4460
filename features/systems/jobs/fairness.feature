@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.outages @req.SYS-JOBS
Feature: Everybody's work has its turn
  Ravi's rolls were on television. Maya's bakery shares the platform with his, and had a quiet day: whoever signs up there
  should be welcomed at once, and not after everybody who saw Ravi. That he is known to thousands is no reason to keep Maya.

  Background:
    Given Ravi has published the site "Rye Days" with a sign-up form that starts "welcome"
    And Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: Nobody's work waits for all of a neighbour's

    @fixture.own_platform @needs.processes @req.SYS-WORKFLOW @req.SYS-EMAIL
    Example: A visitor of a quiet site, behind hundreds of a busy one
      Given 300 others have signed up on "Rye Days", while the part "worker" is down
      When Priya signs up on "Spring Sale"
      And the part "worker" is back
      Then within 10 seconds the mail "Welcome, Priya" should reach Priya
      And number 150 of the others should have no mail yet

  Rule: What is slow for one business is slow for that one alone

    @fixture.own_platform @req.SYS-WORKFLOW @req.SYS-CRM
    Example: A visitor becomes a contact while a neighbour's letters go nowhere
      Given the mail server answers as one that "is busy"
      And 100 others have signed up on "Rye Days"
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya should find Priya among the contacts
