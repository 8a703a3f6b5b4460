@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW @req.IP-CRM-WORKFLOW
Feature: Waiting for somebody
  After a welcome Maya waits whether somebody joins the friends of the bakery. Who does is thanked the same minute, and
  who does not is asked once more after three days. Waiting for ever is forgetting, and asking a friend again is rude.

  Rule: What is waited for lets a run go on at once

    @needs.time_travel
    Example: Whoever joins is thanked the same minute
      Given Maya has published the site "Spring Sale" with a sign-up form that waits for friends
      And Maya has published the site "Friends" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"
      When Priya signs up on "Friends"
      Then within 20 seconds the mail "Dear friend Priya" should reach Priya
      And step 3 of the run of "letters" of "Spring Sale" for Priya should tell "it came"

  Rule: Nobody is waited for longer than was said

    @needs.time_travel @api
    Example: Whoever does not join is asked once more
      Given Maya has published the site "Spring Sale" with a sign-up form that waits for friends
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"
      When 3 days pass
      Then within 20 seconds the mail "Come back, Priya" should reach Priya
      And Priya should have the mails
        | subject          |
        | Welcome, Priya   |
        | Come back, Priya |

  Rule: What is so already is not waited for

    Example: A friend is thanked without waiting
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                     | words         |
        | Add the visitor to contacts |                          |               |
        | Put on a list               | friends                  |               |
        | Wait for the contact        | is put on the list friends, 3 days | |
        | Send a mail                 | Dear friend {name}       | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 20 seconds the mail "Dear friend Priya" should reach Priya
