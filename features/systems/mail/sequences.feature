@system @mail @contacts @connecting @workflows @building @publishing @api @needs.mailbox @needs.time_travel
Feature: Letters on several days
  Maya writes on the first day, after two days and after five. Whoever has ordered by then wants no more reasons to,
  and whoever has unsubscribed wants nothing at all. Days are days of her clock, however often a machine is started.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                  | words         |
      | Add the visitor to contacts |                       |               |
      | Send a mail                 | Welcome, {name}       | Hello {name}. |
      | Wait                        | 2 days                |               |
      | Go on if tagged             | customer, otherwise 6 |               |
      | End here                    |                       |               |
      | Send a mail                 | Our rye, {name}       | Hello {name}. |
      | Wait                        | 3 days                |               |
      | Send a mail                 | Still here, {name}?   | Hello {name}. |
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya waits in the workflow "letters" of "Spring Sale"

  Rule: A sequence goes out on its days

    @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: A letter on each of three days
      Given 2 days have passed until Priya got the mail "Our rye, Priya"
      And Priya waits in the workflow "letters" of "Spring Sale"
      When 3 days pass
      Then within 60 seconds the mail "Still here, Priya?" should reach Priya
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | Our rye, Priya     |
        | Still here, Priya? |

  Rule: A sequence ends for whoever has done what it was for

    @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: Somebody who has ordered by the second day
      Given Noor was welcomed after signing up on "Spring Sale"
      And Maya has tagged Priya "customer"
      When 2 days pass
      Then within 60 seconds the mail "Our rye, Noor" should reach Noor
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Priya should have one mail "Welcome, Priya"

  Rule: A sequence sends nothing more to whoever unsubscribes

    @req.SYS-EMAIL @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Example: Somebody who unsubscribes on the first day
      Given Noor was welcomed after signing up on "Spring Sale"
      And Priya has unsubscribed by the mail "Welcome, Priya"
      When 2 days pass
      Then within 60 seconds the mail "Our rye, Noor" should reach Noor
      And step 6 of the run of "letters" of "Spring Sale" for Priya should come to tell "withheld: unsubscribed"
      And Priya should have one mail "Welcome, Priya"
