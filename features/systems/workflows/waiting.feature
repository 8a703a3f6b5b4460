@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.time_travel @api @req.SYS-WORKFLOW
Feature: Letting time pass
  Maya writes once when somebody signs up, and again when there is bread to talk about. She does not sit there and wait.
  A second mail that comes at once is noise; one that never comes was a promise.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                | words         |
      | Add the visitor to contacts |                     |               |
      | Send a mail                 | Welcome, {name}     | Hello {name}. |
      | Wait                        | 2 days              |               |
      | Send a mail                 | How was it, {name}? | Hello {name}. |
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya waits in the workflow "letters" of "Spring Sale"

  Rule: What waits happens when it is due, and not before

    @req.SYS-EMAIL
    Example: A second mail comes two days after the first
      When 2 days pass
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | How was it, Priya? |

    @req.IP-WORKFLOW-COMPONENT
    Example: Half way whoever waits longer is not written to
      Given Maya has published the site "Autumn Sale" with a sign-up form that starts the steps
        | step                        | says                | words         |
        | Add the visitor to contacts |                     |               |
        | Wait                        | 12 hours            |               |
        | Send a mail                 | Still warm, {name}? | Hello {name}. |
      And Noor has come to wait in "letters" of "Autumn Sale"
      When a day passes
      Then within 60 seconds the mail "Still warm, Noor?" should reach Noor
      And Priya should have one mail "Welcome, Priya"

  Rule: A run goes on as it began

    Example: Words that are published while somebody waits are for those who come later
      Given Maya has changed step 4 of "letters" of "Spring Sale" to "Come again, {name}"
      And Maya has published the workflow "letters" of "Spring Sale"
      When 2 days pass
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And within 60 seconds Priya should be done with "letters" of "Spring Sale"
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | How was it, Priya? |

  Rule: What waits survives whoever waits for it

    @fixture.own_platform @needs.processes @req.SYS-JOBS @req.CONSISTENCY
    Example: A worker that is killed meanwhile costs nobody a mail
      Given the part "worker" of the platform was killed
      When 2 days pass
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | How was it, Priya? |
