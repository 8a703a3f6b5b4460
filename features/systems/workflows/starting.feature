@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: What starts a workflow
  Somebody becomes a friend of the bakery on a Tuesday, by whatever way. From then on she is to get the letters for
  friends, and Maya does not want to think of it each time.

  Rule: A contact that gets a tag starts what waits for that tag

    @req.IP-CRM-WORKFLOW
    Example: Whoever becomes a friend gets the letter for friends
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Maya has let "friends" of "Spring Sale" start with the tag "friend", each time
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Good to see you, Priya" should reach Priya
      And the run of "friends" of "Spring Sale" for Priya should be "succeeded"

    @browser
    Example: Maya chooses on the screen what starts a workflow
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "friends" of "Spring Sale"
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Maya lets "friends" of "Spring Sale" start with the tag "friend"
      And Maya publishes the workflow "friends" of "Spring Sale"
      Then version 1 of the workflow "friends" of "Spring Sale" should be in force
      And the workflow "friends" of "Spring Sale" should start when "A contact is tagged “friend”"

    @req.IP-CRM-WORKFLOW
    Example: The letter says where somebody has signed up
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Maya has the site "Autumn Sale" from the template "Neighbourhood bakery"
      And Maya has let "friends" of "Autumn Sale" start with the tag "friend", each time
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then Priya should get the mail "Good to see you, Priya" because of "Spring Sale"

  Rule: A copy of what a tag starts waits until it is published

    @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Example: A site that was copied writes to nobody twice
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Maya has let "friends" of "Spring Sale" start with the tag "friend", each time
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      And Maya has copied "Spring Sale" as "Autumn Sale"
      When Priya signs up on "Spring Sale"
      Then the run of "friends" of "Spring Sale" for Priya should be "succeeded"
      And nothing of the workflow "friends" of "Autumn Sale" should be in force
      And Priya should have one mail "Good to see you, Priya"

  Rule: A form starts only what a form may start

    @req.IP-WORKFLOW-COMPONENT @req.ERRORS
    Example: A workflow that a form starts goes on being started by it
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has let "welcome" of "Spring Sale" start with the tag "friend"
      When Maya publishes the workflow "welcome" of "Spring Sale"
      Then Maya should be told "A form is connected to it"
      And version 1 of the workflow "welcome" of "Spring Sale" should still be in force

  Rule: Workflows that start one another come to an end

    @req.ERRORS @req.IP-CRM-WORKFLOW
    Example: Two workflows that hand somebody to one another
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
        | Tag the contact             | ping |       |
      And Maya has let "ping" of "Spring Sale" start with the tag "ping", each time
        | step            | says | words |
        | Take a tag off  | ping |       |
        | Tag the contact | pong |       |
      And Maya has let "pong" of "Spring Sale" start with the tag "pong", each time
        | step            | says | words |
        | Take a tag off  | pong |       |
        | Tag the contact | ping |       |
      When Priya signs up on "Spring Sale"
      Then the run of "pong" of "Spring Sale" for Priya should be left out as "started one another"
