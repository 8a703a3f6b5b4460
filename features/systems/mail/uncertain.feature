@system @mail @contacts @building @publishing @connecting @workflows @needs.mailbox @needs.outages @req.SYS-EMAIL
Feature: Letters of which nobody knows whether they came
  The mail server hangs up after it was given a letter, and nobody can ask it whether it has it. Sent once more it may
  come twice, not sent it may never come. Maya wants to know of whom that is so, and to say herself what is done.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has added Priya to the contacts
    And Maya has added Noor to the contacts

  Rule: Of whom nobody knows whether the letter came is named

    @fixture.own_platform @req.ERRORS
    @outage.mail.resetting
    Example: A mail server that hangs up, with nobody to ask what it has
      Given nobody can ask the mail server which mails it has
      And the mail server answers as one that "hangs up once it has the mail"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And the broadcast "Rye is back, {name}" should tell that 2 were "uncertain"
      And the broadcast "Rye is back, {name}" should be uncertain for Priya
      And the broadcast "Rye is back, {name}" should be uncertain for Noor

  Rule: What may have come is not sent again by itself

    @fixture.own_platform @req.CONSISTENCY
    Example: A mail server that is back before anybody has said anything
      Given nobody can ask the mail server which mails it has
      And the mail server has hung up on Maya's broadcast "Rye is back, {name}" to 2 readers
      When the mail server is back
      And Tariq signs up on "Spring Sale"
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And within 60 seconds the mail "Welcome, Tariq" should reach Tariq
      And Priya should have no mail

  Rule: Whoever wrote a letter says what is done about an uncertain one

    @fixture.own_platform
    Example: It is sent once more to one reader
      Given nobody knows whether Maya's broadcast "Rye is back, {name}" reached its 2 readers
      When Maya sends the broadcast "Rye is back, {name}" to Priya once more
      Then within 60 seconds the mail "Rye is back, Priya" should reach Priya
      And the broadcast "Rye is back, {name}" should come to be "sent"
      And the broadcast "Rye is back, {name}" should be uncertain for Noor alone
      And Noor should have no mail

    @fixture.own_platform
    Example: It has come, as its reader says
      Given nobody knows whether Maya's broadcast "Rye is back, {name}" reached its 2 readers
      When Maya says that the broadcast "Rye is back, {name}" has come to Priya
      Then the broadcast "Rye is back, {name}" should be uncertain for Noor alone
      And Priya's history should tell once that "Mail “Rye is back, Priya” sent to many"
      And Priya should have no mail

    @fixture.own_platform @req.CONSISTENCY
    Example: One that goes to somebody who has unsubscribed meanwhile
      Given nobody knows whether Maya's broadcast "Rye is back, {name}" reached its 2 readers
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya has unsubscribed by the mail "Welcome, Priya"
      When Maya sends the broadcast "Rye is back, {name}" to Priya once more
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And the broadcast "Rye is back, {name}" should be uncertain for Noor alone
      And Priya should have no mail "Rye is back, Priya"
