@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.time_travel @req.SYS-WORKFLOW
Feature: Holding letters back for a while
  The oven is broken, and nobody is to be invited for fresh bread this week. Next week the letters may go on.
  What is held back must neither go out by itself nor be forgotten.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                | words         |
      | Add the visitor to contacts |                     |               |
      | Send a mail                 | Welcome, {name}     | Hello {name}. |
      | Wait                        | 2 days              |               |
      | Send a mail                 | How was it, {name}? | Hello {name}. |
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya waits in the workflow "letters" of "Spring Sale"

  Rule: A run that is paused stands still until it may go on

    Example: What became due meanwhile is held back
      Given Noor was welcomed after signing up on "Spring Sale"
      And Noor waits in the workflow "letters" of "Spring Sale"
      And Maya has paused the run of "letters" of "Spring Sale" for Priya
      When 2 days pass
      Then within 60 seconds the mail "How was it, Noor?" should reach Noor
      And the run of "letters" of "Spring Sale" for Priya should be "paused"
      And Priya should have one mail "Welcome, Priya"

    @req.SYS-EMAIL
    Example: What was held back is sent once it may go on
      Given Maya has paused the run of "letters" of "Spring Sale" for Priya
      And 2 days have passed
      When Maya lets the run of "letters" of "Spring Sale" for Priya go on
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Priya should have the mails
        | subject            |
        | Welcome, Priya     |
        | How was it, Priya? |

    @browser
    Example: A run that may go on before it is due waits as before
      Given Maya has paused the run of "letters" of "Spring Sale" for Priya
      When Maya lets the run of "letters" of "Spring Sale" for Priya go on
      Then the run of "letters" of "Spring Sale" for Priya should be "waiting"

  Rule: The runs of a site that was put away stand still until it is back

    @req.SYS-BUILDER
    Example: Nobody is written to about a sale that is over
      Given Maya has published the site "Autumn Sale" with a sign-up form that starts the steps
        | step                        | says                | words         |
        | Add the visitor to contacts |                     |               |
        | Send a mail                 | Welcome, {name}     | Hello {name}. |
        | Wait                        | 2 days              |               |
        | Send a mail                 | How was it, {name}? | Hello {name}. |
      And Noor was welcomed after signing up on "Autumn Sale"
      And Noor waits in the workflow "letters" of "Autumn Sale"
      And Maya has put "Spring Sale" away
      When 2 days pass
      Then within 60 seconds the mail "How was it, Noor?" should reach Noor
      And Priya should have one mail "Welcome, Priya"

    @req.SYS-EMAIL
    Example: What was due meanwhile is sent once the site is back
      Given Maya has put "Spring Sale" away
      And 2 days have passed
      When Maya brings "Spring Sale" back
      Then within 60 seconds the mail "How was it, Priya?" should reach Priya
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
