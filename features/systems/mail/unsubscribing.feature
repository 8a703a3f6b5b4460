@system @mail @contacts @connecting @workflows @building @publishing @needs.mailbox @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
Feature: Unsubscribing
  Priya trusted Maya with her address, and may take that back. One letter after that, and she reports the bakery, whose
  letters then reach nobody. Yet a machine that looks at each link of a letter must not take it back for her.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says            | words                                |
      | Add the visitor to contacts |                 |                                      |
      | Send a mail                 | Welcome, {name} | Hello {name}. [See what is baked](/) |
    And Priya was welcomed after signing up on "Spring Sale"
    And Maya has a live site "Autumn Sale" that welcomes visitors

  Rule: Whoever unsubscribes gets no more mails

    Example: Signing up elsewhere brings no mail back
      Given Priya has unsubscribed by the mail "Welcome, Priya"
      When Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: unsubscribed"
      And Priya should have one mail "Welcome, Priya"

    @req.CONSISTENCY
    Example: An address in capitals has unsubscribed as well
      Given Priya has unsubscribed by the mail "Welcome, Priya"
      When Priya signs up on "Autumn Sale" with the address in capitals
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: unsubscribed"

    Example: Maya reads who has unsubscribed
      When Priya unsubscribes by the mail "Welcome, Priya"
      Then Maya should know that mails to Priya have ended: "unsubscribed"
      And Priya's history should tell once that "Unsubscribed from all mails"

    @browser
    Example: On a page that opens in a browser
      When Priya unsubscribes by the mail "Welcome, Priya"
      And Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: unsubscribed"

  Rule: A mail program unsubscribes in one go

    Example: A mail program that offers it above the letter
      When Priya's mail program unsubscribes by the mail "Welcome, Priya"
      Then Maya should know that mails to Priya have ended: "unsubscribed"

    @req.SECURITY
    Example: What a letter leads to does not hold the address
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"
      And nothing that the mail "Welcome, Priya" leads to should tell Priya's address

  Rule: Looking unsubscribes nobody

    Example: A mail server that looks at each link of a letter
      When Priya's mail server looks at the mail "Welcome, Priya"
      And Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

  Rule: Nobody but who unsubscribed takes it back

    Example: A mistake that is taken back
      Given Priya has unsubscribed by the mail "Welcome, Priya"
      And Priya has subscribed again by the mail "Welcome, Priya"
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

  Rule: A business that one unsubscribes from is no other

    @req.ACCOUNTS
    Example: Another bakery's letters come as before
      Given Ravi has a live site "Rolls" that welcomes visitors
      When Priya unsubscribes by the mail "Welcome, Priya"
      And Priya signs up on "Rolls"
      Then Priya should get the mail "Welcome, Priya" because of "Rolls"
