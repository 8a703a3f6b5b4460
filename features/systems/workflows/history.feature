@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: What became of somebody who signed up
  A workflow acts while nobody looks. When Priya asks why she never got a letter, Maya wants to see what was done for
  her, step by step, in words. She does not want to ask somebody who reads logs.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: Each step of a run is told, with what it was given and did

    Example: A run that has ended well is read step by step
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And the run of "welcome" of "Spring Sale" for Priya should be told as
        | step                            | state     | did                        |
        | Add the visitor to contacts     | succeeded | Priya is a contact         |
        | Tag the contact “newsletter”    | succeeded | tagged “newsletter”        |
        | Send the mail “Welcome, {name}” | succeeded | Mail “Welcome, Priya” sent |

    @browser @req.IP-WORKFLOW-COMPONENT
    Example: Maya reads on the screen what a step was given
      Given Priya was welcomed after signing up on "Spring Sale"
      When Maya looks at the run of "welcome" of "Spring Sale" for Priya
      Then the run of "welcome" of "Spring Sale" for Priya should be "succeeded"
      And step 2 of the run of "welcome" of "Spring Sale" for Priya should show
        | given   | as         |
        | contact | Priya      |
        | tag     | newsletter |

  Rule: What a step meets is told while it is tried, and when it is given up

    @fixture.own_platform @needs.outages @req.ERRORS
    Example: A mail server that is busy
      Given the mail server answers as one that "is busy"
      When Priya signs up on "Spring Sale"
      Then step 3 of the run of "welcome" of "Spring Sale" for Priya should be "running" because of "come back later"

    @browser @fixture.own_platform @needs.outages @req.ERRORS
    Example: A mail server that wants none of Maya's mail
      Given the mail server answers as one that "refuses every mail"
      When Priya signs up on "Spring Sale"
      Then step 3 of the run of "welcome" of "Spring Sale" for Priya should be "failed" because of "we take nothing"
      And the run of "welcome" of "Spring Sale" for Priya should be "failed"
