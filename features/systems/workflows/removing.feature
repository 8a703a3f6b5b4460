@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW @req.IP-WORKFLOW-COMPONENT
Feature: A workflow that is not wanted any more
  Maya has a better workflow, and removes the old one. A form still leads to it, and somebody is in the middle of it.
  Were the form called connected all the same, whoever sends it would never hear of Maya.

  Rule: A form whose workflow is gone says so

    @req.ERRORS
    Example: The form is called broken
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya removes the workflow "welcome" of "Spring Sale"
      Then the form of "Spring Sale" should be broken because "was removed"

    @browser
    Example: Maya removes a workflow on the screen
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya removes the workflow "welcome" of "Spring Sale"
      Then the form of "Spring Sale" should be broken because "was removed"

    @req.LIVE-SITE
    Example: Who publishes is told of the form that leads nowhere
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has removed the workflow "welcome" of "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Maya should be told "is not connected to a workflow"

  Rule: What is sent through a form whose workflow is gone is kept

    @req.CONSISTENCY
    Example: A visitor who did not know of it
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has removed the workflow "welcome" of "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then Maya should have one submission from Priya to "Spring Sale", sent once

  Rule: What is under way ends with its workflow

    Background:
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                | words         |
        | Add the visitor to contacts |                     |               |
        | Wait                        | 2 days              |               |
        | Send a mail                 | How was it, {name}? | Hello {name}. |
      And Priya has signed up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"

    @needs.time_travel @req.SYS-EMAIL
    Example: A letter that waits is not sent
      Given Maya has removed the workflow "letters" of "Spring Sale"
      And Maya has published the site "Autumn Sale" with a sign-up form that starts "welcome"
      And 2 days have passed
      When Noor signs up on "Autumn Sale"
      Then within 60 seconds the mail "Welcome, Noor" should reach Noor
      And Priya should have no mail
