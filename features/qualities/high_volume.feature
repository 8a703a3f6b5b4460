@quality @publishing @connecting @insights @building @mail @jobs @needs.load @needs.mailbox @needs.processes @needs.outages @api
@fixture.own_platform @req.PERF-WORKFLOW @req.CONSISTENCY
Feature: Forms by the thousand
  A competition is in its last hour, and forms come faster than letters can go out. Nobody waits for a letter to be thanked, and in
  the end each of them has had one: whatever dies meanwhile, however long the queue is.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: However many forms come, each is worked off once

    Scenario: The last hour of a competition
      When as many forms of "Spring Sale" are sent as the size says
        | size  | forms | seconds |
        | brief | 300   | 60      |
        | full  | 10000 | 1200    |
      Then by the time that the size says Maya's ledger should balance with all of them

    @req.ERRORS
    Scenario: The last hour of a competition, in which a worker dies
      When as many forms of "Spring Sale" are sent as the size says, while the part "worker" is killed
        | size  | forms | seconds |
        | brief | 100   | 40      |
        | full  | 10000 | 1200    |
      Then by the time that the size says Maya's ledger should balance with all of them

    @req.SCALABILITY
    Scenario: The last hour of a competition, for which another machine was brought
      Given another machine runs the part "worker" as well
      When as many forms of "Spring Sale" are sent as the size says
        | size  | forms | seconds |
        | brief | 100   | 40      |
        | full  | 10000 | 1200    |
      Then by the time that the size says Maya's ledger should balance with all of them
