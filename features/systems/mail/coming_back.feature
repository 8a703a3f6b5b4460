@system @mail @contacts @connecting @workflows @building @publishing @needs.mailbox @needs.outages @req.SYS-EMAIL
Feature: Letters that come back
  An address that is no more brings each letter back. Whoever goes on writing to it is taken for somebody who
  writes to bought addresses. Yet a mail server that is busy, or takes nothing from Maya, says nothing about Priya.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has a live site "Autumn Sale" that welcomes visitors

  Rule: Nobody writes again to an address that is no more

    @fixture.own_platform @req.IP-CRM-WORKFLOW
    Example: A mailbox that does not exist
      Given the mail server answers as one that "knows no such mailbox"
      And Priya has signed up on "Spring Sale" to no avail
      And the mail server has come back
      When Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: mails to this address come back"
      And Priya should have no mail

  Rule: A mail server that takes nothing says nothing about an address

    @fixture.own_platform @req.ERRORS
    @outage.mail.refusing @outage.mail.restarted
    Example: A mail server that refused Maya's letters for a day
      Given the mail server answers as one that "refuses every mail"
      And Priya has signed up on "Spring Sale" to no avail
      And the mail server has come back
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

  Rule: A letter that waits is not sent once its reader has unsubscribed

    @fixture.own_platform @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Example: A letter that a busy mail server has not taken yet
      Given Priya was welcomed after signing up on "Spring Sale"
      And the mail server answers as one that "is busy"
      And the letter "welcome" of "Autumn Sale" to Priya is tried again
      When Priya unsubscribes by the mail "Welcome, Priya"
      And the mail server is back
      Then step 3 of the run of "welcome" of "Autumn Sale" for Priya should come to tell "withheld: unsubscribed"
      And Priya should have one mail "Welcome, Priya"
