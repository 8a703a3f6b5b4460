@journey @publishing @connecting @contacts @mail
Feature: The first customer
  Priya has read about the bread and leaves her address. She is impatient, she mistypes, she comes back.
  Maya wants one Priya, with all that happened, and Priya wants one welcome, not three.

  Rule: A form sent twice as it was served is one submission

    @trait.leaving_press @needs.outages @needs.mailbox @req.CONSISTENCY @req.SYS-CRM
    @outage.sites.slow
    Example: An impatient visitor is counted once
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya sends the sign-up form of "Spring Sale" twice in a row
      Then Maya should have one submission from Priya to "Spring Sale", sent twice
      And within 60 seconds the mail "Welcome, Priya" should reach Priya
      And Priya should have one mail "Welcome, Priya"

    @browser @trait.scripts_off @trait.leaving_press @needs.outages @needs.mailbox @req.CONSISTENCY @req.SYS-CRM
    Example: An impatient visitor whose scripts are off is counted once
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya has switched scripts off
      When Priya sends the sign-up form of "Spring Sale" twice in a row
      Then Maya should have one submission from Priya to "Spring Sale", sent twice
      And within 60 seconds the mail "Welcome, Priya" should reach Priya
      And Priya should have one mail "Welcome, Priya"

  Rule: A person is one contact, however often they sign up

    @needs.time_travel @needs.mailbox @needs.workspaces @req.SYS-CRM @req.SYS-WORKFLOW
    Example: Signing up again next day is remembered as history of the same contact
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      And a day has passed
      When Priya signs up on "Spring Sale"
      Then Priya's history should tell of signing up twice on "Spring Sale", a day apart
      And Maya should have one contact

    @needs.mailbox @needs.workspaces @req.SYS-CRM
    Example: An address in capitals is the same person's
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya signs up on "Spring Sale" with the address in capitals
      Then Priya's history should tell of signing up twice on "Spring Sale"
      And Maya should have one contact

  Rule: A workflow welcomes a person once

    @needs.time_travel @needs.mailbox @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: Signing up again next day brings no second welcome
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      And a day has passed
      When Priya signs up on "Spring Sale"
      Then the newest run of "welcome" of "Spring Sale" should have ended for Priya as "already taken"
      And Priya should have one mail "Welcome, Priya"

    @needs.mailbox @req.IP-CRM-WORKFLOW @req.SYS-EMAIL
    Example: A visitor who is known from one site is welcomed on another
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has a live site "Autumn Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

  Rule: What cannot be right is refused in words

    @req.SYS-CRM @req.ERRORS
    Example: A mistyped address is refused while nothing is kept
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya signs up on "Spring Sale" with the address "priya@example"
      Then Priya should be told "is not an e-mail address"
      And Maya should have no submission to "Spring Sale"
