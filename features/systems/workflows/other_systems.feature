@system @partners @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.receiver @req.SYS-WORKFLOW @req.DEV-CONTRACT
Feature: Workflows and other systems
  Tariq's till knows who has bought something, and Maya's workflows what to write to them. Each tells the other, and
  neither can be talked to by just anybody: whoever could would write to people in Maya's name.

  Rule: Another system starts a workflow for somebody, once for each message

    @api @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Scenario Outline: The till tells of a customer, <how>
      Given Maya has let "thanks" of "Spring Sale" start with messages of Tariq
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      When Tariq tells a workflow of Noor, <how>
      Then within 60 seconds the mail "Thanks, Noor" should reach Noor
      And Noor should have one mail "Thanks, Noor"
      And there should be 1 run of "thanks" of "Spring Sale"

      Examples:
        | how                          |
        | signed as it should be       |
        | the same message three times |

    @browser
    Example: Maya chooses on the screen that another system starts it
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "thanks" of "Spring Sale"
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      When Maya lets "thanks" of "Spring Sale" start with messages of other systems
      And Maya publishes the workflow "thanks" of "Spring Sale"
      Then the workflow "thanks" of "Spring Sale" should start when "Another system sends a message"

  Rule: Whoever cannot be told apart from others starts nothing

    @api @req.SECURITY @req.ERRORS
    Scenario Outline: A message that is <how>
      Given Maya has let "thanks" of "Spring Sale" start with messages of Tariq
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      When Tariq tells a workflow of Noor, <how>
      Then Tariq should be told "<told>"
      And Maya should find nobody among the contacts

      Examples:
        | how                         | told                             |
        | signed with another secret  | is not signed as it should be    |
        | signed as something else    | is not signed as it should be    |
        | six minutes old             | older than five minutes          |
        | with an address that is none | is not an e-mail address        |

  Rule: A workflow tells another system what it can verify

    @api @req.IP-WORKFLOW-COMPONENT
    Example: The till is told of somebody
      Given Maya has published the site "Spring Sale" with a sign-up form that tells Tariq
      When Priya signs up on "Spring Sale"
      Then Tariq should be told of "workflow.contact" by webhook
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And all answers should be as partners were promised

    @api @req.ERRORS
    Example: The till is away for a moment
      Given Maya has published the site "Spring Sale" with a sign-up form that tells Tariq
      And Tariq's receiver is away
      And the message of "letters" of "Spring Sale" about Priya is tried again
      And Tariq's receiver is back
      When Noor signs up on "Spring Sale"
      Then within 60 seconds Priya should be done with "letters" of "Spring Sale"

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
