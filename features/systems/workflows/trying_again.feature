@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: Trying again what failed
  A mail server has a bad morning, and thirty people get no letter. Maya wants them to have it this afternoon, without
  anybody being counted twice or greeted twice.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: A run that failed goes on where it failed, and what was done is not done again

    @fixture.own_platform @needs.outages @req.SYS-EMAIL @req.CONSISTENCY
    Example: A letter that was refused is sent in the afternoon
      Given the mail server answers as one that "refuses every mail"
      And Priya has signed up on "Spring Sale"
      And the run of "welcome" of "Spring Sale" for Priya has come to be "failed"
      When the mail server is back
      And Maya tries the run of "welcome" of "Spring Sale" for Priya again
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And step 2 of the run of "welcome" of "Spring Sale" for Priya should have been begun once

    @browser @fixture.own_platform @needs.outages
    Example: Maya reads on the screen what came of another try
      Given the mail server answers as one that "refuses every mail"
      And Priya has signed up on "Spring Sale"
      And the run of "welcome" of "Spring Sale" for Priya has come to be "failed"
      When the mail server is back
      And Maya tries the run of "welcome" of "Spring Sale" for Priya again
      Then the run of "welcome" of "Spring Sale" for Priya should be told as
        | step                            | state     | did                        |
        | Add the visitor to contacts     | succeeded | Priya is a contact         |
        | Tag the contact “newsletter”    | succeeded | tagged “newsletter”        |
        | Send the mail “Welcome, {name}” | succeeded | Mail “Welcome, Priya” sent |

  Rule: A run to which something cannot be done is left as it is

    @api @req.ERRORS
    Example: What has ended well is not tried again
      Given Priya was welcomed after signing up on "Spring Sale"
      And the run of "welcome" of "Spring Sale" for Priya has come to be "succeeded"
      When Maya tries the run of "welcome" of "Spring Sale" for Priya again
      Then Maya should be told "This run is succeeded"
      And Priya should have one mail "Welcome, Priya"
