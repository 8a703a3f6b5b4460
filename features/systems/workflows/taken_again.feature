@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: Who comes back
  Whoever signs up twice wants one welcome. Whoever orders bread every week wants a confirmation every week.
  Only Maya knows which of her workflows is which.

  Rule: Somebody is taken again only where the owner says so

    @req.SYS-EMAIL
    Example: A workflow that takes somebody each time
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has let "welcome" of "Spring Sale" take somebody each time
      And Maya has published the workflow "welcome" of "Spring Sale"
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then within 60 seconds Priya should have 2 mails "Welcome, Priya"

    Example: A workflow that no longer takes somebody each time
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has let "welcome" of "Spring Sale" take somebody each time
      And Maya has published the workflow "welcome" of "Spring Sale"
      And Priya was welcomed after signing up on "Spring Sale"
      And Maya has let "welcome" of "Spring Sale" take somebody once only, in force
      When Priya signs up on "Spring Sale"
      Then the run of "welcome" of "Spring Sale" for Priya should be left out as "already taken"

    @req.IP-CRM-WORKFLOW
    Example: A tag that somebody gets once more starts nothing once more
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
        | Take a tag off              | friend |       |
        | Tag the contact             | friend |       |
      And Maya has let "friends" of "Spring Sale" start with the tag "friend", once
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Good to see you, Priya" should reach Priya
      And the run of "friends" of "Spring Sale" for Priya should be left out as "already taken"
      And Priya should have one mail "Good to see you, Priya"
