@integration @workflows @connecting @building @publishing @contacts @mail @needs.mailbox @req.IP-CRM-WORKFLOW
Feature: Contacts drive workflows
  Somebody comes to be one of those who like rye: by a form, by a tag, by what was written down. From then on Maya wants
  them met as such, without thinking of it. Whoever is met twice, or never, takes her for careless.

  Rule: Whoever comes to fit a segment is met once

    Example: What a workflow writes down makes a friend of rye
      Given Maya has the segment "Rye friends" of those who fit all of
        | condition            | which           | says |
        | is tagged            | friend          |      |
        | has a detail that is | favourite bread | rye  |
      And Maya meets those who come to fit the segment "Rye friends" with the mail "Rye for you, {name}"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says                 | words |
        | Add the visitor to contacts |                      |       |
        | Tag the contact             | friend               |       |
        | Change the contact          | favourite bread: rye |       |
      When Priya signs up on "Order"
      Then within 20 seconds the mail "Rye for you, Priya" should reach Priya

    Scenario Outline: A contact who <comes> comes to fit
      Given Maya has the segment "These" of those who fit all of
        | condition   | which   | says |
        | <condition> | <which> |      |
      And Maya meets those who come to fit the segment "These" with the mail "Hello, {name}"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says          | words |
        | Add the visitor to contacts |               |       |
        | Put on a list               | Sunday letter |       |
        | Put on a list               | guests        |       |
        | Take off a list             | guests        |       |
      When Priya signs up on "Order"
      Then within 20 seconds Priya should have <many> mails "Hello, Priya"

      Examples:
        | comes               | condition              | which         | many |
        | signs up            | has in name or address | priya         | 1    |
        | is put on a list    | is on the list         | Sunday letter | 1    |
        | is taken off a list | is not on the list     | guests        | 2    |

    Example: Whoever stays in it is not met again
      Given Maya meets those tagged "friend" with the mail "Good to see you, {name}"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says                 | words         |
        | Add the visitor to contacts |                      |               |
        | Tag the contact             | friend               |               |
        | Change the contact          | favourite bread: rye |               |
        | Send a mail                 | Your order, {name}   | Hello {name}. |
      When Priya signs up on "Order"
      Then within 20 seconds the mail "Your order, Priya" should reach Priya
      And the run of "meeting" of "Meeting" for Priya should be "succeeded"
      And Priya should have the mails
        | subject                |
        | Your order, Priya      |
        | Good to see you, Priya |

    Example: Whoever leaves it is met again on coming back
      Given Maya meets those tagged "friend" with the mail "Good to see you, {name}"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
        | Take a tag off              | friend |       |
        | Tag the contact             | friend |       |
      When Priya signs up on "Order"
      Then within 20 seconds Priya should have 2 mails "Good to see you, Priya"

  Rule: Whoever is waited for to fit a segment goes on at once

    Example: A friend who was waited for
      Given Maya has the segment "Friends" of those tagged "friend"
      And Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                                      | words         |
        | Add the visitor to contacts |                                           |               |
        | Wait for the contact        | comes to fit the segment Friends, 3 days  |               |
        | Send a mail                 | Good to see you, {name}                   | Hello {name}. |
      And Priya has signed up on "Spring Sale"
      And Maya has published the site "Order" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      When Priya signs up on "Order"
      Then within 20 seconds the mail "Good to see you, Priya" should reach Priya
