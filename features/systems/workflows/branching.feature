@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @req.SYS-WORKFLOW
Feature: Not the same for everybody
  Maya writes otherwise to those who have bought from her than to those who never have. With one letter for all she
  greets friends like strangers, or strangers like friends.

  Rule: What is known of somebody decides what follows

    @req.IP-CRM-WORKFLOW
    Example: Whoever bears the tag gets the letter for those who do
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                    | words         |
        | Add the visitor to contacts |                         |               |
        | Tag the contact             | friend                  |               |
        | Go on if tagged             | friend, otherwise 6     |               |
        | Send a mail                 | Good to see you, {name} | Hello {name}. |
        | End here                    |                         |               |
        | Send a mail                 | Welcome, {name}         | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Good to see you, Priya" should reach Priya
      And the run of "letters" of "Spring Sale" for Priya should be told as
        | step                                                               | state     | did                                |
        | Add the visitor to contacts                                        | succeeded | Priya is a contact                 |
        | Tag the contact “friend”                                           | succeeded | tagged “friend”                    |
        | If the contact is tagged “friend” go on, otherwise go on at step 6 | succeeded | tagged “friend”                    |
        | Send the mail “Good to see you, {name}”                            | succeeded | Mail “Good to see you, Priya” sent |
        | End here                                                           | succeeded | ended here                         |
        | Send the mail “Welcome, {name}”                                    | skipped   |                                    |

    @req.IP-CRM-WORKFLOW
    Example: Whoever does not bear it gets the other one
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                    | words         |
        | Add the visitor to contacts |                         |               |
        | Go on if tagged             | friend, otherwise 4     |               |
        | Send a mail                 | Good to see you, {name} | Hello {name}. |
        | Send a mail                 | Welcome, {name}         | Hello {name}. |
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Priya should have one mail "Welcome, Priya"

    Example: A tag that was for the time of the sale is taken off
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says     | words |
        | Add the visitor to contacts |          |       |
        | Tag the contact             | friend   |       |
        | Tag the contact             | newcomer |       |
        | Take a tag off              | newcomer |       |
      When Priya signs up on "Spring Sale"
      Then the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Priya should bear no tag but "friend"

  Rule: Owners are told what they want to know of

    @req.SYS-EMAIL
    Example: Maya is told that somebody signed up
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                 | words |
        | Add the visitor to contacts |                      |       |
        | Tell the owners             | {name} has signed up |       |
      And Tariq works for Maya as an editor
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Priya has signed up" should reach Maya
      And the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Tariq should have no mail "Priya has signed up"
