@system @connecting @building @publishing @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
Feature: Whoever is no visitor
  Programs fill in each form that they find, and somebody signs others up over and over for fun. Maya wants neither among
  her contacts. If a guess of hers lost a customer, though, she would rather have them all.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What a program fills in is kept, and starts nothing by itself

    @req.SECURITY
    Example: A form in which everything is filled in
      Given Tariq's program has filled in all of the form of "Spring Sale" for Priya
      When Noor signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Noor" should reach Noor
      And Priya should have no mail
      And Maya should find what was sent for Priya to "Spring Sale" held back

    @browser
    Example: Somebody who was taken for a program
      Given Tariq's program has filled in all of the form of "Spring Sale" for Priya
      When Maya lets through what was sent for Priya to "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And Maya should find nothing held back on "Spring Sale"

    @api @req.ERRORS @req.CONSISTENCY
    Example: What was let through is not let through again
      Given Tariq's program has filled in all of the form of "Spring Sale" for Priya
      And Maya has let through what was sent for Priya to "Spring Sale"
      When Maya lets through what was sent for Priya to "Spring Sale"
      Then Maya should be told "has let it through already"

  Rule: Nobody is signed up over and over

    @req.SECURITY @req.ERRORS
    Example: The sixth time within ten minutes
      Given Priya has signed up 5 times on "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then Priya should be told "has been used here 5 times"
      And Maya should have 5 submissions to "Spring Sale"

    @needs.time_travel
    Example: The sixth time, a day later
      Given Priya has signed up 5 times on "Spring Sale"
      And a day has passed
      When Priya signs up on "Spring Sale"
      Then Maya should have 6 submissions to "Spring Sale"
