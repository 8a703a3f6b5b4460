@system @mail @contacts @building @publishing @connecting @workflows @needs.mailbox @req.SYS-EMAIL
Feature: Writing to many at once
  Maya writes to everybody who wants to hear of rye. One letter too many, and she is a nuisance; one to somebody who has
  unsubscribed, and she is worse. She wants to know to how many she is about to write, and to be able to stop.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Priya was welcomed after signing up on "Spring Sale"
    And Noor was welcomed after signing up on "Spring Sale"

  Rule: A broadcast goes to each of its readers once

    @browser
    Example: Everybody
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"
      And Noor should have one mail titled "Rye is back, Noor"

    @req.CONSISTENCY
    Example: Whoever is on two lists gets one letter
      Given Maya has put Priya on the lists "Saturday" and "Rye"
      When Maya sends the broadcast "Rye is back, {name}" to the lists "Saturday" and "Rye"
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"
      And Noor should have no mail "Rye is back, Noor"

  Rule: To how many one writes is told before anybody gets anything

    @browser
    Example: One of two has unsubscribed
      Given Priya has unsubscribed by the mail "Welcome, Priya"
      When Maya writes the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should be to 1 reader, with 1 left out who "unsubscribed"
      And the broadcast "Rye is back, {name}" should be "draft"

    @req.CONSISTENCY
    Example: Somebody has signed up since one counted
      Given Maya has written the broadcast "Rye is back, {name}" to everybody
      And Maya has added Tariq to the contacts
      When Maya sends the broadcast "Rye is back, {name}" as she has counted it
      Then Maya should be told "goes to 3 readers by now"
      And the broadcast "Rye is back, {name}" should be "draft"

  Rule: Nobody is written to who said no

    Example: Whoever has unsubscribed
      Given Priya has unsubscribed by the mail "Welcome, Priya"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Noor should have one mail titled "Rye is back, Noor"
      And Priya should have no mail "Rye is back, Priya"

    Example: Whoever did not agree when a form asked
      Given Maya has a live site "Autumn Sale" that asks visitors to agree to "Write to me each season"
      And Tariq was welcomed after signing up on "Autumn Sale"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Noor should have one mail titled "Rye is back, Noor"
      And Tariq should have no mail "Rye is back, Tariq"

  Rule: A trial goes to oneself alone

    Example: Looking at the letter in one's own inbox
      Given Maya has written the broadcast "Rye is back, {name}" to everybody
      When Maya tries the broadcast "Rye is back, {name}" out
      Then within 60 seconds Maya should get the trial "Rye is back"
      And Noor should have no mail "Rye is back, Noor"

  Rule: What people do with a letter is counted, and what machines do is not

    @req.IP-CRM-WORKFLOW
    Example: A reader, with a mail server that looks at each link
      Given Maya has sent the broadcast "Rye is back, {name}" to everybody
      And Priya has the mail "Rye is back, Priya"
      And Noor has the mail "Rye is back, Noor"
      When Priya follows the mail "Rye is back, Priya"
      And Noor's mail server looks at the mail "Rye is back, Noor"
      Then the broadcast "Rye is back, {name}" should tell that 1 followed it
