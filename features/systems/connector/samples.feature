@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
Feature: Trying it out
  Before strangers come Maya wants to see what they will get. She sends herself a sample through the form. Whatever she
  counts later, customers, submissions, who was written to, must not count her.

  Rule: A sample goes the way that a visitor would, marked as one

    @browser @req.SYS-WORKFLOW
    Example: Maya gets what a visitor would get
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya tries the form of "Spring Sale" out
      Then within 20 seconds the mail "[Sample] Welcome, Maya" should reach Maya
      And the run of "welcome" of "Spring Sale" for Maya should be marked as a sample

    @needs.time_travel @req.SYS-WORKFLOW
    Example: A sample waits for nothing
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                | words         |
        | Add the visitor to contacts |                     |               |
        | Wait                        | 2 days              |               |
        | Send a mail                 | How was it, {name}? | Hello {name}. |
      When Maya tries the form of "Spring Sale" out
      Then within 20 seconds the mail "[Sample] How was it, Maya?" should reach Maya

    @req.IP-CRM-WORKFLOW
    Example: A sample that leads to another workflow
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Maya has let "friends" of "Spring Sale" start with the tag "friend", once
        | step        | says               | words         |
        | Wait        | 2 days             |               |
        | Send a mail | Dear friend {name} | Hello {name}. |
      When Maya tries the form of "Spring Sale" out
      Then within 20 seconds the mail "[Sample] Dear friend Maya" should reach Maya
      And the run of "friends" of "Spring Sale" for Maya should be marked as a sample

  Rule: A sample is counted nowhere

    @req.SYS-CRM @req.CONSISTENCY
    Example: Who tried it out is no customer
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya tries the form of "Spring Sale" out
      Then within 20 seconds the mail "[Sample] Welcome, Maya" should reach Maya
      And Maya should have no submission to "Spring Sale"
      And Maya should find nobody among the contacts

    @partners @needs.contract @needs.receiver @api @req.DEV-CONTRACT
    Example: Partners are told of customers alone
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Tariq has a webhook from Maya for "form.sent"
      And Maya has tried the form of "Spring Sale" out
      When Priya signs up on "Spring Sale"
      Then Tariq should be told of "form.sent" alone by webhook

  Rule: Where nothing would follow, nothing is tried out

    @req.ERRORS
    Example: A form that starts nothing yet
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya tries the form of "Spring Sale" out
      Then Maya should be told "nothing follows"

    @api @req.ERRORS
    Example: A form whose workflow is gone
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has removed the workflow "welcome" of "Spring Sale"
      When Maya tries the form of "Spring Sale" out
      Then Maya should be told "was removed"
