@integration @workflows @connecting @building @publishing @contacts @mail @needs.mailbox @req.IP-CRM-WORKFLOW
Feature: Segments that start workflows
  Maya changes a segment while hundreds fit it, and two of her workflows may move people to and fro. Neither may write
  to somebody who has come to nothing new. What she lets start a workflow is chosen where she draws it.

  Rule: A segment that is made or changed meets nobody by that

    @req.SYS-EMAIL
    Example: Whoever fits it by the change alone
      Given Priya is a contact of Maya for whom was done
        | step            | says |
        | Tag the contact | vip  |
      And Maya meets those tagged "friend" with the mail "Good to see you, {name}"
      And Maya has let "Friends" hold those tagged "vip"
      When Noor signs up on "For Priya"
      Then within 20 seconds the mail "Good to see you, Noor" should reach Noor
      And Maya should find Priya and Noor in the segment "Friends"
      And Priya should have no mail

    @req.SYS-CRM
    Example: Whoever fits it already when it is made
      Given Priya is a contact of Maya for whom was done
        | step            | says   |
        | Tag the contact | friend |
      And Maya meets those tagged "friend" with the mail "Good to see you, {name}"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says               | words         |
        | Add the visitor to contacts |                    |               |
        | Tag the contact             | rye                |               |
        | Send a mail                 | Your order, {name} | Hello {name}. |
      And Priya has signed up on "Order"
      When Noor signs up on "For Priya"
      Then within 20 seconds the mail "Good to see you, Noor" should reach Noor
      And Priya should have the mails
        | subject           |
        | Your order, Priya |

  Rule: A workflow is started by a segment that there is

    @browser @req.SYS-WORKFLOW
    Example: Maya chooses on the screen which segment starts it
      Given Maya has the segment "Friends" of those tagged "friend"
      And Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "friends" of "Spring Sale"
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Maya lets "friends" of "Spring Sale" start when a contact comes to fit the segment "Friends"
      And Maya publishes the workflow "friends" of "Spring Sale"
      Then the workflow "friends" of "Spring Sale" should start when "A contact comes to fit the segment “Friends”"

    @req.ERRORS
    Example: A segment that there is not
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "friends" of "Spring Sale"
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      And Maya has let "friends" of "Spring Sale" start with the segment "Friends"
      When Maya publishes the workflow "friends" of "Spring Sale"
      Then Maya should be told "There is no segment “Friends”"
      And nothing of the workflow "friends" of "Spring Sale" should be in force

  Rule: Segments that hand somebody to one another come to an end

    @req.ERRORS
    Example: Two workflows between which somebody goes round
      Given Maya has the segment "Ping" of those tagged "ping"
      And Maya has the segment "Pong" of those tagged "pong"
      And Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
        | Tag the contact             | ping |       |
      And Maya has let "ping" of "Spring Sale" start when a contact comes to fit the segment "Ping"
        | step            | says | words |
        | Take a tag off  | ping |       |
        | Tag the contact | pong |       |
      And Maya has let "pong" of "Spring Sale" start when a contact comes to fit the segment "Pong"
        | step            | says | words |
        | Take a tag off  | pong |       |
        | Tag the contact | ping |       |
      When Priya signs up on "Spring Sale"
      Then the run of "pong" of "Spring Sale" for Priya should be left out as "started one another"
