@system @contacts @connecting @workflows @building @publishing @mail @needs.mailbox @req.SYS-CRM
Feature: One person under two addresses
  Priya signs up at work and at home, and gets each letter twice. Maya sees that she is one person. What was known of
  either has to be known of the one, and whatever she said no to under either address she has said no to.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Priya was welcomed after signing up on "Spring Sale"
    And Priya has another address, under which she was welcomed on "Spring Sale"

  Rule: Who may be one person is proposed, until somebody says so

    Example: Two addresses of one name
      When Maya looks for those who may be one person
      Then Maya should see that Priya may be there twice
      And Maya should have 2 contacts

  Rule: Two that become one have both histories

    @browser @req.CONSISTENCY
    Example: A sign-up at work with one at home
      When Maya takes Priya's other address into Priya
      Then Priya's history should tell twice that "Signed up at Spring Sale"
      And Maya should have one contact

    @req.CONSISTENCY
    Example: Whoever comes by the other address is the one
      Given Maya has taken Priya's other address into Priya
      When Priya signs up on "Spring Sale" with her other address
      Then Priya's history should tell three times that "Signed up at Spring Sale"
      And Maya should have one contact

    @api @req.IP-CRM-WORKFLOW
    Example: Whoever is waited for under the other address
      Given Maya has published the site "Rye Club" with a sign-up form that waits for friends
      And Maya has published the site "Friends" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Priya has come to wait in "letters" of "Rye Club" under her other address
      And Maya has taken Priya's other address into Priya
      When Priya signs up on "Friends"
      Then within 20 seconds the mail "Dear friend Priya" should reach Priya

  Rule: A no under either address is a no

    @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: Whoever unsubscribed at home is not written to at work
      Given Priya has unsubscribed under her other address
      When Maya takes Priya's other address into Priya
      Then Maya should know that mails to Priya have ended: "unsubscribed"

    @req.SYS-EMAIL
    Example: Whoever unsubscribes by an old letter to the address that was taken in
      Given Maya has taken Priya's other address into Priya
      When Priya unsubscribes under her other address
      Then Maya should know that mails to Priya have ended: "unsubscribed"

    @needs.returns @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: Whoever called a letter unwanted at home is not written to at work
      Given Priya has called the mail "Welcome, Priya" unwanted under her other address
      When Maya takes Priya's other address into Priya
      Then Maya should know that mails to Priya have ended: "called a mail unwanted"

  Rule: Whoever is one person gets one letter, however many were on their way

    @api @needs.time_travel @req.CONSISTENCY @req.SYS-EMAIL
    Example: One letter of two that wait for the same person
      Given Maya has let workflows of "Spring Sale" go by the clocks of "Europe/Berlin"
      And it is 8:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody for "09:00"
      And Maya has taken Priya's other address into Priya
      When 2 hours pass
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"

  Rule: Whoever is forgotten is so under each address

    @jobs @req.CONSISTENCY @req.SECURITY
    Example: An old file with the address that was taken in
      Given Maya has taken Priya's other address into Priya
      And Maya has forgotten Priya
      When Maya imports the file "regulars.csv" with Noor beside Priya's other address
      Then Maya should find Noor among the contacts
      And line 3 of "regulars.csv" should be refused as "asked to be forgotten"
