@system @mail @contacts @building @publishing @connecting @workflows @needs.mailbox @needs.time_travel @req.SYS-EMAIL
Feature: Not too fast
  Whoever sends a provider of mail a thousand letters at once is taken for somebody who bought addresses, and is turned
  away for a week. Maya says how many a minute; who writes by hand or signs up is answered at once all the same.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has added Priya to the contacts
    And Maya has added Noor to the contacts

  Rule: A provider gets no more of a letter to many within a minute than was said

    @req.RELIABILITY
    Example: One a minute
      Given Maya has let 1 letter to many a minute go to a provider
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds the broadcast "Rye is back, {name}" should tell that 1 were "accepted"
      And the broadcast "Rye is back, {name}" should tell that 1 were "due"

    @api @req.CONSISTENCY
    Example: The one after
      Given Maya has let 1 letter to many a minute go to a provider
      And Maya has sent the broadcast "Rye is back, {name}" to everybody
      And the broadcast "Rye is back, {name}" has reached 1 reader
      When 2 hours pass
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"
      And Noor should have one mail titled "Rye is back, Noor"

    @api @req.RELIABILITY
    Example: The one after goes out a minute later
      Given Maya has let 1 letter to many a minute go to a provider
      And it is 8:00 in "Europe/Berlin"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds Maya should know that "Rye is back, {name}" goes on at "08:01" in "Europe/Berlin"

    @api @req.RELIABILITY
    Example: Whoever signed up within the same minute counts
      Given Maya has let 1 letter to many a minute go to a provider
      And it is 8:00 in "Europe/Berlin"
      And Tariq was welcomed after signing up on "Spring Sale"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds Maya should know that "Rye is back, {name}" goes on at "08:01" in "Europe/Berlin"
      And the broadcast "Rye is back, {name}" should tell that 3 were "due"

    @api
    Example: A reader at another provider
      Given Maya has added Tariq to the contacts, whose mail is with "another.example"
      And Maya has let 1 letter to many a minute go to a provider
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds the broadcast "Rye is back, {name}" should tell that 2 were "accepted"
      And the broadcast "Rye is back, {name}" should tell that 1 were "due"

    Example: Whoever signs up meanwhile
      Given Maya has let 1 letter to many a minute go to a provider
      And Maya has sent the broadcast "Rye is back, {name}" to everybody
      And the broadcast "Rye is back, {name}" has reached 1 reader
      When Tariq signs up on "Spring Sale"
      Then within 20 seconds the mail "Welcome, Tariq" should reach Tariq

    @req.ERRORS
    Example: More than anybody sends
      When Maya lets 1000000 letters to many a minute go to a provider
      Then Maya should be told "at most 100000"

  Rule: What another business sends slows nobody down

    @needs.workspaces @req.ACCOUNTS @req.RELIABILITY
    Example: Rolls that were written about within the same minute
      Given Maya has let 1 letter to many a minute go to a provider
      And Ravi has a live site "Rolls" that welcomes visitors
      And Tariq was welcomed after signing up on "Rolls"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds the broadcast "Rye is back, {name}" should tell that 1 were "accepted"
