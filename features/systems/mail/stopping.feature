@system @mail @contacts @building @publishing @connecting @workflows @needs.mailbox @needs.outages @req.SYS-EMAIL
Feature: Stopping what is being sent to many
  While her letter goes out Maya sees that the date is wrong. She stops it, and goes on or does not. What has reached
  somebody cannot be called back; what has not must not go out behind her back, nor a second time.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has added Priya to the contacts
    And Maya has added Noor to the contacts

  Rule: What stands still reaches nobody until it goes on

    @fixture.own_platform @req.ERRORS
    Example: A broadcast that is paused while the mail server is busy
      Given Maya has sent the broadcast "Rye is back, {name}" to everybody by a mail server that "is busy"
      When Maya pauses the broadcast "Rye is back, {name}"
      And the mail server is back
      And Tariq signs up on "Spring Sale"
      Then the broadcast "Rye is back, {name}" should be "paused"
      And within 60 seconds the mail "Welcome, Tariq" should reach Tariq
      And Priya should have no mail

    @fixture.own_platform @req.CONSISTENCY
    Example: A broadcast that goes on
      Given the mail server answers as one that "is busy"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody
      And Maya has paused the broadcast "Rye is back, {name}"
      When the mail server is back
      And Maya lets the broadcast "Rye is back, {name}" go on
      Then within 60 seconds the mail "Rye is back, Priya" should reach Priya
      And the broadcast "Rye is back, {name}" should come to be "sent"

  Rule: What is cancelled goes to nobody any more

    @fixture.own_platform
    Example: A broadcast that is cancelled while the mail server is busy
      Given Maya has sent the broadcast "Rye is back, {name}" to everybody by a mail server that "is busy"
      When Maya cancels the broadcast "Rye is back, {name}"
      And the mail server is back
      And Tariq signs up on "Spring Sale"
      Then the broadcast "Rye is back, {name}" should be "cancelled"
      And within 60 seconds the mail "Welcome, Tariq" should reach Tariq
      And Priya should have no mail

  Rule: Whatever happens on the way, each reader gets one letter

    @fixture.own_platform @req.CONSISTENCY @req.SYS-JOBS
    Example: Two readers, whatever dies meanwhile
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"
      And Noor should have one mail titled "Rye is back, Noor"

  Rule: Whoever cannot be reached keeps nobody else from being

    @fixture.own_platform @req.ERRORS
    Example: Mailboxes that do not exist
      Given the mail server answers as one that "knows no such mailbox"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And the broadcast "Rye is back, {name}" should tell that 2 were "refused"
      And Maya should know that mails to Priya have ended: "mails to this address come back"
