@quality @publishing @connecting @insights @building @mail @needs.load @needs.mailbox @needs.processes @needs.outages @api
@fixture.own_platform @req.PERF-LOAD @req.SCALABILITY
Feature: One server or two
  Maya's host asks how many servers her Saturday needs. The same readers come to one and to two, so that the answer is measured and
  not guessed; and whether one or two answer, nobody is lost.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
    And these people, who do as told
      | who      | of 100 | do as told in                 |
      | visitors | 80     | A visitor looks around        |
      | visitors | 15     | A visitor thinks better of it |
      | visitors | 5      | A visitor signs up            |

  Rule: However many servers there are, everybody is served by one of them

    Scenario: Readers of a newspaper whom one server answers
      Given one server alone answers
      When they come again and again, as many and as long as the size says
        | size  | visitors | owners | every | seconds |
        | brief | 60       | 0      | 6     | 15      |
        | full  | 1000     | 0      | 20    | 120     |
      Then of each kind 95 of 100 answers should have come within 2 seconds
      And all should have gone as told
      And within 60 seconds Maya's ledger should balance with each visit told in "A visitor signs up"

    Scenario: Readers of a newspaper whom two servers answer
      When they come again and again, as many and as long as the size says
        | size  | visitors | owners | every | seconds |
        | brief | 60       | 0      | 6     | 15      |
        | full  | 1000     | 0      | 20    | 120     |
      Then of each kind 95 of 100 answers should have come within 2 seconds
      And all should have gone as told
      And within 60 seconds Maya's ledger should balance with each visit told in "A visitor signs up"
