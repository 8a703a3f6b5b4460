@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.time_travel @needs.outages
@req.SYS-JOBS @req.CONSISTENCY
Feature: Several machines, one calendar
  Two machines look at the same calendar, so that one may break. On the day when Priya is to be asked how she liked her
  bread, both see it at the same moment. She should not notice that there are two.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                | words         |
      | Add the visitor to contacts |                     |               |
      | Send a mail                 | Welcome, {name}     | Hello {name}. |
      | Wait                        | 2 days              |               |
      | Send a mail                 | How was it, {name}? | Hello {name}. |
      | Wait                        | 30 days             |               |
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya waits in the workflow "letters" of "Spring Sale"

  Rule: What falls due happens once, however many machines there are

    @api @fixture.own_platform @needs.processes @req.SYS-WORKFLOW @req.SYS-EMAIL
    Example: A letter that two machines find due
      Given another machine runs the part "worker" as well
      When 2 days pass
      And Noor signs up on "Spring Sale"
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And within 60 seconds the mail "Welcome, Noor" should reach Noor
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | How was it, Priya? |
      And step 4 of the run of "letters" of "Spring Sale" for Priya should have been begun once
