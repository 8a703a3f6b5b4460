@system @connecting @workflows @building @req.SYS-WORKFLOW @req.ERRORS
Feature: Where a workflow leads
  A workflow that turns in a circle writes to somebody for ever. One that leads to a step that is not there breaks off
  in the middle, for a real person. Maya is told while she draws, and what she moves takes along where it led.

  Rule: A branch that leads nowhere or back is told at the step, with nothing published

    Scenario Outline: A branch that <what>
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says                    | words |
        | Add the visitor to contacts |                         |       |
        | Tag the contact             | bread                   |       |
        | Go on if tagged             | bread, otherwise <step> |       |
      When Maya publishes the workflow "Bread club" of "Spring Sale"
      Then Maya should be told "Step 3: <told>"
      And step 3 of the workflow "Bread club" of "Spring Sale" should be marked "<told>"
      And nothing of the workflow "Bread club" of "Spring Sale" should be in force

      Examples:
        | what             | step | told                                  |
        | leads to no step | 9    | There is no step 9.                   |
        | leads back       | 1    | This leads back, and would never end. |
        | leads to itself  | 3    | This leads back, and would never end. |

  Rule: Steps that are moved or removed take along where they lead

    @browser
    Example: A step before the one that is led to is removed
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says               | words |
        | Add the visitor to contacts |                    |       |
        | Go on if tagged             | bread, otherwise 4 |       |
        | Tag the contact             | rolls              |       |
        | Tag the contact             | bread              |       |
      When Maya removes step 3 of the workflow "Bread club" of "Spring Sale"
      Then the draft of the workflow "Bread club" of "Spring Sale" should have the steps
        | step                        | says               |
        | Add the visitor to contacts |                    |
        | Go on if tagged             | bread, otherwise 3 |
        | Tag the contact             | bread              |

  Rule: A workflow is drawn where its owner stands

    @browser @trait.small_screens
    Example: A branch is drawn on a phone
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya works on a phone
      When Maya draws the workflow "Bread club" of "Spring Sale"
        | step                        | says               | words |
        | Add the visitor to contacts |                    |       |
        | Go on if tagged             | bread, otherwise 4 |       |
        | End here                    |                    |       |
        | Take a tag off              | bread              |       |
        | Tell the owners             | {name} was here    |       |
      And Maya publishes the workflow "Bread club" of "Spring Sale"
      Then version 1 of the workflow "Bread club" of "Spring Sale" should be in force
