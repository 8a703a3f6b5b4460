@quality @publishing @connecting @workflows @insights @building @contacts @mail @needs.mailbox @needs.outages @api
@fixture.own_platform @req.ERRORS @req.CONSISTENCY @req.SYS-EMAIL
Feature: Letters on bad days
  The mail server is out of order for an hour, in one way or another. Whoever signs up in that hour is thanked as ever, and has
  their letter once all is well: one letter, and nobody at the bakery has to do anything about it.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: A letter that could not go out goes out by itself, once

    @outage.mail.refusing @outage.mail.nonsense @outage.mail.full @outage.mail.stopped
    Scenario Outline: A letter that waits for a mail server that <way>
      Given the mail server answers as one that "<way>"
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      When the mail server is back
      And Noor signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And within 60 seconds Maya's ledger should balance with 2 sent and 2 mails accepted

      Examples:
        | way                        |
        | is busy                    |
        | has no room                |
        | speaks no language of mail |
        | takes the line and says nothing |

    @outage.mail.down @outage.mail.restarted
    Scenario: A letter that waits for a mail server that nobody reaches
      Given the mail server is gone
      And the letter "welcome" of "Spring Sale" to Priya is tried again
      When the mail server is back
      And Noor signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And within 60 seconds Maya's ledger should balance with 2 sent and 2 mails accepted
