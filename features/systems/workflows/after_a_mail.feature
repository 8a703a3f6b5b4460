@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW @req.SYS-EMAIL
Feature: After a mail
  Who follows Maya's letter wants to know more, and should get it while she does. Mail servers follow every
  link before anybody reads a letter. Were they taken for people, Maya would write to machines, and praise herself.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says            | words                                |
      | Add the visitor to contacts |                 |                                      |
      | Send a mail                 | Welcome, {name} | Hello {name}. [See what is baked](/) |

  Rule: Whoever follows a mail starts what waits for that, once

    @req.IP-CRM-WORKFLOW @req.CONSISTENCY
    Example: A mail that is followed twice
      Given Maya has let "keen" of "Spring Sale" start when a contact follows the mail "Welcome, {name}"
        | step        | says               | words         |
        | Send a mail | Good taste, {name} | Hello {name}. |
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya follows the mail "Welcome, Priya"
      And Priya follows the mail "Welcome, Priya"
      Then within 20 seconds the mail "Good taste, Priya" should reach Priya
      And there should be 1 run of "keen" of "Spring Sale"

    @browser
    Example: Maya chooses on the screen that following a mail starts it
      Given Maya has drawn the workflow "keen" of "Spring Sale"
        | step        | says               | words                              |
        | Send a mail | Good taste, {name} | Hello {name}. [Order now](/order) |
      When Maya lets "keen" of "Spring Sale" start when a contact follows the mail "Welcome, {name}"
      And Maya publishes the workflow "keen" of "Spring Sale"
      Then the workflow "keen" of "Spring Sale" should start when "A contact follows the mail “Welcome, {name}”"

  Rule: What machines do with a mail starts nothing

    @req.SECURITY
    Example: A mail server that looks at each link
      Given Maya has let "keen" of "Spring Sale" start when a contact follows the mail "Welcome, {name}"
        | step        | says               | words         |
        | Send a mail | Good taste, {name} | Hello {name}. |
      And Priya was welcomed after signing up on "Spring Sale"
      And Noor was welcomed after signing up on "Spring Sale"
      When Priya's mail server looks at the mail "Welcome, Priya"
      And Noor follows the mail "Welcome, Noor"
      Then within 20 seconds the mail "Good taste, Noor" should reach Noor
      And there should be 1 run of "keen" of "Spring Sale"

  Rule: Whoever opens a mail starts what waits for that

    @req.IP-CRM-WORKFLOW
    Example: A mail that is opened
      Given Maya has let "reader" of "Spring Sale" start when a contact opens the mail "Welcome, {name}"
        | step        | says              | words         |
        | Send a mail | Glad to see, {name} | Hello {name}. |
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya opens the mail "Welcome, Priya"
      Then within 20 seconds the mail "Glad to see, Priya" should reach Priya

  Rule: Whoever is waited for to follow a mail goes on at once

    Example: Somebody who looks while there is bread
      Given Maya has published the site "Autumn Sale" with a sign-up form that waits for followers
      And Priya was welcomed after signing up on "Autumn Sale"
      And Priya waits in the workflow "letters" of "Autumn Sale"
      When Priya follows the mail "Welcome, Priya"
      Then within 20 seconds the mail "You have looked, Priya" should reach Priya

    Example: Somebody else who has not looked yet
      Given Maya has published the site "Autumn Sale" with a sign-up form that waits for followers
      And Noor was welcomed after signing up on "Autumn Sale"
      And Priya was welcomed after signing up on "Autumn Sale"
      And Noor waits in the workflow "letters" of "Autumn Sale"
      When Priya follows the mail "Welcome, Priya"
      Then within 20 seconds the mail "You have looked, Priya" should reach Priya
      And the run of "letters" of "Autumn Sale" for Noor should be "waiting"
