@system @mail @contacts @connecting @workflows @building @publishing @needs.mailbox @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
Feature: Confirming an address
  Anybody can type Priya's address into a form. Maya asks whoever signed up to say so once more, by a mail. A mail server
  that looks at each link must not say it for Priya, and whoever says it twice must not be scolded for it.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                 | words                                      |
      | Add the visitor to contacts |                      |                                            |
      | Send a mail                 | Is this you, {name}? | Hello {name}. [Yes, write to me](/confirm) |
    And Maya has let "regulars" of "Spring Sale" start when a contact confirms by the mail "Is this you, {name}?"
      | step        | says            | words         |
      | Send a mail | Welcome, {name} | Hello {name}. |
    And Priya has got the mail "Is this you, Priya?" after signing up on "Spring Sale"

  Rule: Whoever confirms is welcomed, however often they do

    Example: An address that is confirmed
      When Priya confirms by the mail "Is this you, Priya?"
      Then within 20 seconds the mail "Welcome, Priya" should reach Priya
      And Maya should know that Priya "agreed" to "Confirmed by the mail “Is this you, {name}?”"

    @req.CONSISTENCY
    Example: An address that is confirmed twice
      Given Priya has confirmed by the mail "Is this you, Priya?"
      When Priya confirms by the mail "Is this you, Priya?"
      Then the page should say "knows that this is your address"
      And within 20 seconds the mail "Welcome, Priya" should reach Priya
      And there should be 1 run of "regulars" of "Spring Sale"

    @browser
    Example: An address that is confirmed on a page in a browser
      When Priya confirms by the mail "Is this you, Priya?"
      Then within 20 seconds the mail "Welcome, Priya" should reach Priya

  Rule: Looking confirms nothing

    @req.SECURITY
    Example: A mail server that looks at the button
      Given Noor has got the mail "Is this you, Noor?" after signing up on "Spring Sale"
      When Priya's mail server looks at the mail "Is this you, Priya?"
      And Noor confirms by the mail "Is this you, Noor?"
      Then within 20 seconds the mail "Welcome, Noor" should reach Noor
      And there should be 1 run of "regulars" of "Spring Sale"
