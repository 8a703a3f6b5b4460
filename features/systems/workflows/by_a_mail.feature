@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW @req.LIVE-SITE
Feature: Coming by a mail
  Whoever comes by Maya's letter looks at one page and at another. She wants to know who looked at the wedding cakes,
  without putting anything on anybody's machine. Who comes by themselves stays a stranger.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says            | words                                |
      | Add the visitor to contacts |                 |                                      |
      | Send a mail                 | Welcome, {name} | Hello {name}. [See what is baked](/) |
    And Maya has let "cakes" of "Spring Sale" start when a contact comes by a mail to the page "order"
      | step        | says            | words         |
      | Send a mail | A cake, {name}? | Hello {name}. |
    And Priya was welcomed after signing up on "Spring Sale"

  Rule: Whoever comes by a mail is known on each page of the site

    @req.IP-CRM-WORKFLOW
    Example: From the letter to the cakes
      When Priya follows the mail "Welcome, Priya"
      And Priya goes on to "Have a loaf put by"
      Then within 20 seconds the mail "A cake, Priya?" should reach Priya

    @browser @req.IP-CRM-WORKFLOW
    Example: From the letter to the cakes in a browser
      When Priya follows the mail "Welcome, Priya"
      And Priya goes on to "Have a loaf put by"
      Then within 20 seconds the mail "A cake, Priya?" should reach Priya

    @browser @insights @req.SYS-EMAIL
    Example: A letter of before the site has moved
      Given Maya has moved "Spring Sale" to another address
      When Priya follows the mail "Welcome, Priya"
      Then within 10 seconds Maya should read that 1 of "Spring Sale" went as far as "followed it"

  Rule: What one visits on one site starts nothing of another

    @req.CONSISTENCY
    Example: Two sites with a page for orders
      Given Maya has the site "Autumn Sale" from the template "Neighbourhood bakery"
      And Maya has let "autumn" of "Autumn Sale" start when a contact comes by a mail to the page "order"
        | step        | says                 | words         |
        | Send a mail | Autumn cakes, {name} | Hello {name}. |
      When Priya follows the mail "Welcome, Priya"
      And Priya goes on to "Have a loaf put by"
      Then within 20 seconds the mail "A cake, Priya?" should reach Priya
      And nobody should have come into "autumn" of "Autumn Sale"
