@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.time_travel @req.SYS-WORKFLOW
Feature: Leaving somebody alone
  Priya telephones: she has found another bakery, and wants no more letters. One waits for her already.
  Were it sent all the same, Maya would have said yes and done no.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                | words         |
      | Add the visitor to contacts |                     |               |
      | Send a mail                 | Welcome, {name}     | Hello {name}. |
      | Wait                        | 2 days              |               |
      | Send a mail                 | How was it, {name}? | Hello {name}. |
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya waits in the workflow "letters" of "Spring Sale"

  Rule: A run that was cancelled takes no further step

    @req.SYS-EMAIL
    Example: A letter that waits for Priya is not sent
      Given Noor was welcomed after signing up on "Spring Sale"
      And Noor waits in the workflow "letters" of "Spring Sale"
      And Maya has cancelled the run of "letters" of "Spring Sale" for Priya
      When 2 days pass
      Then within 60 seconds the mail "How was it, Noor?" should reach Noor
      And the run of "letters" of "Spring Sale" for Priya should be "cancelled"
      And Priya should have one mail "Welcome, Priya"

    @browser
    Example: Maya sees on the screen how far it came
      When Maya cancels the run of "letters" of "Spring Sale" for Priya
      Then the run of "letters" of "Spring Sale" for Priya should be "cancelled"
      And step 3 of the run of "letters" of "Spring Sale" for Priya should be "cancelled" because of "Maya"
