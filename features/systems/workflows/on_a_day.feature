@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: Something for a day
  On the first of April Maya writes to those who asked for it, and to nobody else. She prepares it in March and goes on
  holiday. A letter of the first that comes on the second is a bad joke, and one that comes twice is worse.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says            | words         |
      | Add the visitor to contacts |                 |               |
      | Put on a list               | jokers          |               |
      | Send a mail                 | Welcome, {name} | Hello {name}. |

  Rule: A day starts what waits for it, for everybody on its list

    @needs.time_travel @api @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Example: Those on the list get the letter of the day
      Given Maya has published the site "Autumn Sale" with a sign-up form that starts "welcome"
      And Priya was welcomed after signing up on "Spring Sale"
      And Noor was welcomed after signing up on "Autumn Sale"
      And Maya has let "april" of "Spring Sale" start in 2 days for the list "jokers"
        | step        | says         | words         |
        | Send a mail | April, {name} | Hello {name}. |
      When 2 days pass
      Then within 20 seconds the mail "April, Priya" should reach Priya
      And there should be 1 run of "april" of "Spring Sale"

    @needs.time_travel @needs.workspaces @api @req.SECURITY
    Example: Another business has a list of that name
      Given Ravi has published the site "Rye Days" with a sign-up form that starts the steps
        | step                        | says            | words         |
        | Add the visitor to contacts |                 |               |
        | Put on a list               | jokers          |               |
        | Send a mail                 | Welcome, {name} | Hello {name}. |
      And Noor was welcomed after signing up on "Rye Days"
      And Priya was welcomed after signing up on "Spring Sale"
      And Maya has let "april" of "Spring Sale" start in 2 days for the list "jokers"
        | step        | says         | words         |
        | Send a mail | April, {name} | Hello {name}. |
      When 2 days pass
      Then within 20 seconds the mail "April, Priya" should reach Priya
      And there should be 1 run of "april" of "Spring Sale"

    @browser
    Example: Maya chooses the day on the screen
      Given Maya has drawn the workflow "april" of "Spring Sale"
        | step        | says         | words         |
        | Send a mail | April, {name} | Hello {name}. |
      When Maya lets "april" of "Spring Sale" start on 1 April 2099 at 09:00 for the list "jokers"
      And Maya publishes the workflow "april" of "Spring Sale"
      Then the workflow "april" of "Spring Sale" should start when "It is 1 April 2099, 09:00, for each contact on the list “jokers”"

  Rule: A day that is over is told, with nothing published

    @api @req.ERRORS
    Example: Maya chooses a day of last year
      Given Maya has drawn the workflow "april" of "Spring Sale"
        | step        | says         | words         |
        | Send a mail | April, {name} | Hello {name}. |
      And Maya has let "april" of "Spring Sale" start on 1 April 2020 at 09:00 for the list "jokers"
      When Maya publishes the workflow "april" of "Spring Sale"
      Then Maya should be told "That day is over"
      And nothing of the workflow "april" of "Spring Sale" should be in force

  Rule: Whoever is put on a list starts what waits for that list

    @req.IP-CRM-WORKFLOW
    Example: A joker gets the letter for jokers
      Given Maya has let "jokers" of "Spring Sale" start when a contact is put on the list "jokers"
        | step        | says                     | words         |
        | Send a mail | You asked for it, {name} | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 20 seconds the mail "You asked for it, Priya" should reach Priya
