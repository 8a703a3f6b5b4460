@system @connecting @workflows @building @api @req.SYS-WORKFLOW @req.ERRORS
Feature: Workflows of a site that is over
  The spring sale is over, and Maya has put its site away. Next week she changes a letter, in the wrong site.
  Were that stored and called saved, she would think that something follows.

  Rule: Nothing is drawn on a site that was put away

    Example: A step that is changed there stays as it was
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has put "Spring Sale" away
      When Maya changes step 2 of "welcome" of "Spring Sale" to "bread"
      Then Maya should be told "was put away"
      And version 1 of the workflow "welcome" of "Spring Sale" should still be in force
      And the draft of the workflow "welcome" of "Spring Sale" should have the steps
        | step                        | says            |
        | Add the visitor to contacts |                 |
        | Tag the contact             | newsletter      |
        | Send a mail                 | Welcome, {name} |

  Rule: Nothing is let go on at a site that was put away

    @contacts @mail @publishing @needs.mailbox
    Example: Runs that are paused there stay as they are
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Wait                        | 2 days |       |
      And Priya has signed up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"
      And Maya has paused the run of "letters" of "Spring Sale" for Priya
      And Maya has put "Spring Sale" away
      When Maya lets all runs of "letters" of "Spring Sale" go on
      Then Maya should be told "was put away"
