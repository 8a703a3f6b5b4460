@system @contacts @jobs @connecting @workflows @building @publishing @mail @needs.mailbox @req.SYS-CRM
Feature: Being forgotten
  Priya asks what Maya knows of her, or asks to be forgotten, and the law gives her a month's notice of both. A name that
  is left in a list of runs, or a letter that comes afterwards, shows her that nobody meant it.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Priya was welcomed after signing up on "Spring Sale"

  Rule: Whoever asks to be forgotten is nowhere any more

    @req.CONSISTENCY @req.SECURITY
    Example: Everywhere that a name was
      Given Noor was welcomed after signing up on "Spring Sale"
      When Maya forgets Priya
      Then Maya should find Noor somewhere
      And Maya should find Priya nowhere

    @api @needs.time_travel @req.IP-CRM-WORKFLOW
    Example: What was under way for somebody ends
      Given Maya has published the site "Autumn Sale" with a sign-up form that starts the steps
        | step                        | says                | words         |
        | Add the visitor to contacts |                     |               |
        | Wait                        | 2 days              |               |
        | Send a mail                 | How was it, {name}? | Hello {name}. |
      And Priya has come to wait in "letters" of "Autumn Sale"
      And Noor has come to wait in "letters" of "Autumn Sale"
      And Maya has forgotten Priya
      When 2 days pass
      Then within 60 seconds the mail "How was it, Noor?" should reach Noor
      And Priya should have no mail "How was it, Priya?"

  Rule: A no outlives being forgotten

    @req.SYS-EMAIL @req.IP-CRM-WORKFLOW
    Example: Whoever unsubscribed signs up again
      Given Maya has a live site "Autumn Sale" that welcomes visitors
      And Priya has unsubscribed by the mail "Welcome, Priya"
      And Maya has forgotten Priya
      When Priya signs up on "Autumn Sale"
      Then the run of "welcome" of "Autumn Sale" for Priya should be "succeeded"
      And step 3 of the run of "welcome" of "Autumn Sale" for Priya should tell "withheld: unsubscribed"

  Rule: Whoever comes back is somebody new

    @req.IP-CRM-WORKFLOW
    Example: Signing up again where one was forgotten
      Given Maya has noted about Priya "Likes the crust dark"
      And Maya has forgotten Priya
      When Priya signs up on "Spring Sale"
      Then within 60 seconds Priya should have 2 mails "Welcome, Priya"
      And Priya's history should tell once that "Signed up at"
      And Priya's history should not tell that "Likes the crust dark"

  Rule: A copy tells everything that is known of somebody

    Example: Whatever a form, a workflow or Maya knows
      Given Maya has noted about Priya "Likes the crust dark"
      When Maya takes a copy of what is known of Priya
      Then the copy should tell "Likes the crust dark"
      And the copy should tell "Welcome, Priya"
      And the copy should tell Priya's address

  Rule: Nobody else brings back who was forgotten

    @req.CONSISTENCY
    Example: An old file with somebody who was forgotten
      Given Maya has forgotten Priya
      When Maya imports the file "regulars.csv" with
        | E-mail | Name  |
        | Priya  | Priya |
        | Noor   | Noor  |
      Then Maya should find Noor among the contacts
      And line 2 of "regulars.csv" should be refused as "asked to be forgotten"

  Rule: Whoever named somebody who is forgotten stays

    @req.CONSISTENCY
    Example: Somebody who wrote down a friend
      Given Maya has published the site "Autumn Sale" that asks whom one brings, such as Priya
      And Noor has signed up on "Autumn Sale" to bring Priya
      When Maya forgets Priya
      Then Maya should have one submission from Noor to "Autumn Sale", sent once
      And Maya should have one submission to "Autumn Sale" that says "somebody who was forgotten"
