@system @partners @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.receiver @req.SYS-WORKFLOW @req.DEV-CONTRACT
Feature: Told by other systems
  Tariq's till knows who has bought something, and Maya's workflows what to write to them. The till tells the workflow,
  and nobody else does: whoever could would write to people in Maya's name.

  Rule: Another system starts a workflow for somebody, once for each message

    @api @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Scenario Outline: The till tells of a customer, <how>
      Given Maya has let "thanks" of "Spring Sale" start with messages of Tariq
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      When Tariq tells a workflow of Noor, <how>
      Then within 20 seconds the mail "Thanks, Noor" should reach Noor
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

  Rule: What a workflow would not listen to is not taken

    @api @req.ERRORS
    Example: The till tells a site that Maya has put away
      Given Maya has let "thanks" of "Spring Sale" start with messages of Tariq
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      And Maya has put "Spring Sale" away
      When Tariq tells a workflow of Noor, signed as it should be
      Then Tariq should be told "do not start this workflow now"
      And Maya should find nobody among the contacts

  Rule: A workflow that is gone hears nothing

    @api @req.ERRORS
    Example: The till tells a workflow that Maya has removed
      Given Maya has let "thanks" of "Spring Sale" start with messages of Tariq
        | step        | says           | words         |
        | Send a mail | Thanks, {name} | Hello {name}. |
      And Maya has removed the workflow "thanks" of "Spring Sale"
      When Tariq tells a workflow of Noor, signed as it should be
      Then Tariq should be told "This workflow does not exist here"
      And Maya should find nobody among the contacts
