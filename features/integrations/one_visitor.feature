@integration @insights @connecting @workflows @contacts @mail @building @publishing @needs.mailbox @req.CONSISTENCY @req.X-COORDINATION
Feature: One visitor in five books
  The form, the workflow, the contacts, the post and the figures each keep a book of their own. Before Maya pays for another
  advertisement she lays them side by side: whoever signed up must stand in each of them once. Where one book has somebody
  whom another has not, one of them has lost a customer, or invented one.

  Rule: Whoever signs up stands once in every book

    Background:
      Given Maya has a live site "Spring Sale" that welcomes visitors

    @req.METRIC-CROSS @req.SYS-ANALYTICS
    Example: A visitor who signs up
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted

    @trait.leaving_press @needs.outages
    Example: A visitor who is impatient
      When Priya sends the sign-up form of "Spring Sale" twice in a row
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted

    @needs.time_travel @req.IP-CRM-WORKFLOW
    Example: A visitor who comes again next day
      Given Priya was welcomed after signing up on "Spring Sale"
      And a day has passed
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 2 sent and 1 mails accepted

    @req.IP-CRM-WORKFLOW
    Example: A visitor of two sites
      Given Maya has a live site "Autumn Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya signs up on "Autumn Sale"
      Then within 10 seconds Maya's ledger should balance with 2 sent and 2 mails accepted

    @api
    Example: Twenty visitors
      Given 20 others have signed up on "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then within 30 seconds Maya's ledger should balance with 21 sent and 21 mails accepted

    @req.SYS-EMAIL
    Example: A visitor who wants no mail
      Given Maya has a live site "Autumn Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya has unsubscribed by the mail "Welcome, Priya"
      When Priya signs up on "Autumn Sale"
      Then within 10 seconds Maya's ledger should balance with 2 sent and 1 mails accepted

  Rule: What one thing leads to stands in the books with it

    Background:
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says            | words         |
        | Add the visitor to contacts |                 |               |
        | Tag the contact             | friend          |               |
        | Send a mail                 | Welcome, {name} | Hello {name}. |

    @req.IP-CRM-WORKFLOW @req.SYS-WORKFLOW
    Example: A sign-up that starts another workflow
      Given Maya has let "friends" of "Spring Sale" start with the tag "friend", each time
        | step        | says                    | words         |
        | Send a mail | Good to see you, {name} | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya's ledger should balance with 1 sent and 2 mails accepted

    @req.IP-WORKFLOW-COMPONENT
    Example: A form that was joined to a workflow only later
      Given Maya has published the site "Autumn Sale" with a sign-up form
      And Priya has signed up in vain on "Autumn Sale"
      And Maya has connected the form of "Autumn Sale" to the workflow "welcome"
      When Maya starts what was kept on "Autumn Sale"
      Then within 10 seconds Maya's ledger should balance with 1 sent and 1 mails accepted
