@quality @publishing @connecting @insights @building @mail @realtime @needs.mailbox @needs.processes @needs.outages
@fixture.own_platform @req.ERRORS
Feature: What people are told on bad days
  The database is away, and somebody comes. A blank page or a number would send a visitor to another bakery, and would make Maya
  fear for her work. Each is told in plain words what is the matter with what they asked for, and what to do.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: Whoever cannot be served is told so, with what to do

    @outage.database.down
    Scenario: A visitor comes while nothing can be read
      Given the part "database" is down
      When Priya visits "Spring Sale"
      Then Priya should be told "try again in a few seconds"

    @req.SYS-BACKEND
    @outage.database.down
    Scenario: An owner looks at her sites while nothing can be read
      Given the part "database" is down
      When Maya looks at what came of "Spring Sale"
      Then Maya should be told "try again in a few seconds"

  Rule: What is well again works again by itself

    @api @req.RELIABILITY
    Scenario: A visitor signs up once the database is back
      Given the part "database" is down
      And the part "database" has come back
      When Priya signs up on "Spring Sale" as often as it takes
      Then that should have been possible again within 15 seconds
      And within 60 seconds Maya's ledger should hold all that was called stored
