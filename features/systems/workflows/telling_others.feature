@system @partners @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.receiver @req.SYS-WORKFLOW @req.DEV-CONTRACT
Feature: Telling other systems
  Who becomes a contact of Maya's is to be known at Tariq's till as well. He believes only what he can verify, and his
  till is sometimes away. A workflow that talks to just any machine would be somebody's way into the house.

  Rule: A workflow tells another system what it can verify

    @api @req.IP-WORKFLOW-COMPONENT
    Example: The till is told of somebody
      Given Maya has published the site "Spring Sale" with a sign-up form that tells Tariq
      When Priya signs up on "Spring Sale"
      Then Tariq should be told of "workflow.contact" by webhook
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And all answers should be as partners were promised

    @api @req.ERRORS
    Scenario Outline: The till <how> for a moment
      Given Maya has published the site "Spring Sale" with a sign-up form that tells Tariq
      And Tariq's receiver <how>
      And the message of "letters" of "Spring Sale" about Priya met "<met>"
      And Tariq's receiver is back
      When Noor signs up on "Spring Sale"
      Then within 60 seconds Priya should be done with "letters" of "Spring Sale"

      Examples:
        | how           | met              |
        | is away       | it was not taken |
        | never answers | no answer came   |

  Rule: A message that nobody may get fails its run, in words

    @api @req.SECURITY @req.ERRORS
    Example: A message to a machine that is nobody else's business
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                             | says                          | words |
        | Add the visitor to contacts      |                               |       |
        | Send a message to another system | http://169.254.169.254/latest |       |
      When Priya signs up on "Spring Sale"
      Then step 2 of the run of "letters" of "Spring Sale" for Priya should be "failed" because of "leads to a private machine"

    @api @req.SECURITY @req.ERRORS
    Example: A till that sends everybody elsewhere
      Given Maya has published the site "Spring Sale" with a sign-up form that tells Tariq
      And Tariq's receiver sends everybody elsewhere
      When Priya signs up on "Spring Sale"
      Then step 2 of the run of "letters" of "Spring Sale" for Priya should be "failed" because of "redirects are not followed"
