@system @mail @contacts @connecting @workflows @building @publishing @needs.mailbox @needs.returns @req.SYS-EMAIL
Feature: Letters that come back later
  Most mail servers take a letter first, then say by a mail of their own that nobody is there. They tell in the same way
  who called a letter unwanted. Whoever does not listen to that soon writes to nobody at all.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has a live site "Autumn Sale" that welcomes visitors
    And Priya was welcomed after signing up on "Spring Sale"

  Rule: An address that a later bounce says is dead gets no more

    @req.IP-CRM-WORKFLOW
    Example: A mailbox that turns out not to exist
      When Priya's mail server says of the mail "Welcome, Priya" that there is no such mailbox
      And Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: mails to this address come back"
      And Maya should know that mails to Priya have ended: "mails to this address come back"

    Example: A letter to many tells how many came back
      Given Maya has sent the broadcast "Rye is back, {name}" to everybody
      And Priya has the mail "Rye is back, Priya"
      When Priya's mail server says of the mail "Rye is back, Priya" that there is no such mailbox
      And Maya looks for Priya among the contacts
      Then the broadcast "Rye is back, {name}" should tell that 1 was "returned"

  Rule: A full mailbox says nothing about an address

    Example: A mailbox that was full last week
      When Priya's mail server says of the mail "Welcome, Priya" that the mailbox is full
      And Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

    Example: A letter that is late has not come back
      Given Maya has sent the broadcast "Rye is back, {name}" to everybody
      And Priya has the mail "Rye is back, Priya"
      When Priya's mail server says of the mail "Rye is back, Priya" that it is late
      And Maya looks for Priya among the contacts
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And the broadcast "Rye is back, {name}" should tell that 1 was "accepted"

  Rule: Who called a mail unwanted gets no more mails from workflow nor broadcast

    @req.IP-CRM-WORKFLOW
    Example: Signing up elsewhere brings no mail to who complained
      When Priya calls the mail "Welcome, Priya" unwanted
      And Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: called a mail unwanted"
      And Maya should know that mails to Priya have ended: "called a mail unwanted"

    Example: A letter to many leaves out who complained
      Given Noor was welcomed after signing up on "Spring Sale"
      And Priya has called the mail "Welcome, Priya" unwanted
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Noor should have one mail titled "Rye is back, Noor"
      And Priya should have no mail "Rye is back, Priya"

    Example: A letter that was found among unwanted ones is wanted after all
      When Priya's mail server says of the mail "Welcome, Priya" that it is wanted after all
      And Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

  Rule: The same notice twice is told once

    @req.CONSISTENCY
    Example: A mail server that says it again
      Given Priya's mail server has said of the mail "Welcome, Priya" that there is no such mailbox
      When Priya's mail server says of the mail "Welcome, Priya" that there is no such mailbox
      And Maya looks for Priya among the contacts
      Then Priya's history should tell once that "Gets no more mails: mails to this address come back"

  Rule: Another business's letters go on

    @req.ACCOUNTS
    Example: Another bakery's letters reach who complained of Maya's
      Given Ravi has a live site "Rolls" that welcomes visitors
      When Priya calls the mail "Welcome, Priya" unwanted
      And Priya signs up on "Rolls"
      Then Priya should get the mail "Welcome, Priya" because of "Rolls"
