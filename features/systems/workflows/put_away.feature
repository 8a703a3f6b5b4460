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
