@quality @publishing @connecting @insights @building @mail @realtime @needs.mailbox @needs.processes @needs.outages @api
@fixture.own_platform @req.ERRORS @req.CONSISTENCY @req.RELIABILITY
Feature: Bad days
  A process dies while people are at it. Visitors send forms and Maya writes; none of them knows what a process is. Whatever they
  were told is stored must be there, what they do must work again in seconds, and nobody may be written to twice.

  Rule: Visitors are served again in seconds, and all that was stored is kept

    @outage.sites.killed @outage.sites.restarted @outage.sites.stopped
    Scenario Outline: A visitor who signs up while the servers have trouble
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Priya signs up on "Spring Sale" again and again, while the part "web" <is in trouble>
      Then that should have been possible again within <deadline>
      And nothing that was called stored should be lost
      And within 60 seconds Maya's ledger should hold all that was called stored

      Examples:
        | is in trouble   | deadline  |
        | is killed       | 5 seconds |
        | is asked to end | 5 seconds |
        | stands still    | 5 seconds |

    @outage.database.killed @outage.database.restarted @outage.database.stopped
    Scenario Outline: A visitor who signs up while the database has trouble
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Priya signs up on "Spring Sale" again and again, while the part "database" <is in trouble>
      Then that should have been possible again within <deadline>
      And nothing that was called stored should be lost
      And within 60 seconds Maya's ledger should hold all that was called stored

      Examples:
        | is in trouble   | deadline   |
        | is killed       | 15 seconds |
        | is asked to end | 15 seconds |
        | stands still    | 5 seconds  |

  Rule: Nobody waits for who works in the background

    @outage.worker.killed @outage.worker.restarted @outage.worker.stopped
    Scenario Outline: A visitor who signs up while the worker has trouble
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Priya signs up on "Spring Sale" again and again, while the part "worker" <is in trouble>
      Then that should have been possible again within 1 second
      And within 30 seconds Maya's ledger should hold all that was called stored

      Examples:
        | is in trouble   |
        | is killed       |
        | is asked to end |
        | stands still    |

  Rule: Whoever writes goes on in seconds, and no word is lost that was called stored

    @outage.web.killed @outage.web.restarted @outage.web.stopped
    Scenario Outline: Maya writes while the servers have trouble
      Given Maya has the site "Spring Sale" with the headline "20% off"
      When Maya writes on "Spring Sale" again and again, while the part "web" <is in trouble>
      Then that should have been possible again within 5 seconds
      And nothing that was called stored should be lost

      Examples:
        | is in trouble   |
        | is killed       |
        | is asked to end |
        | stands still    |

    @outage.database.killed @outage.database.restarted @outage.database.stopped
    Scenario Outline: Maya writes while the database has trouble
      Given Maya has the site "Spring Sale" with the headline "20% off"
      When Maya writes on "Spring Sale" again and again, while the part "database" <is in trouble>
      Then that should have been possible again within <deadline>
      And nothing that was called stored should be lost

      Examples:
        | is in trouble   | deadline   |
        | is killed       | 15 seconds |
        | is asked to end | 15 seconds |
        | stands still    | 5 seconds  |
