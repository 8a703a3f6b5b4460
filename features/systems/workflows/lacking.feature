@system @connecting @workflows @building @req.SYS-WORKFLOW @req.ERRORS
Feature: A workflow that could not do what it says
  What is missing in a workflow shows when somebody has signed up, and then it is too late: nobody signs up twice.
  So it is told while Maya draws, at the step where it is missing.

  Rule: What a step lacks is told at the step, with nothing published

    Scenario Outline: A workflow that lacks <what>
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says   | words   |
        | Add the visitor to contacts |        |         |
        | <step>                      | <says> | <words> |
      When Maya publishes the workflow "Bread club" of "Spring Sale"
      Then Maya should be told "Step 2: <told>"
      And step 2 of the workflow "Bread club" of "Spring Sale" should be marked "<told>"
      And nothing of the workflow "Bread club" of "Spring Sale" should be in force

      Examples:
        | what                | step            | says            | words         | told                               |
        | a tag               | Tag the contact |                 |               | Say which tag the contact gets.    |
        | a subject           | Send a mail     |                 | Hello {name}. | Give the mail a subject.           |
        | what a mail says    | Send a mail     | Welcome, {name} |               | Write what the mail says.          |
        | a field that exists | Send a mail     | Welcome, {nmae} | Hello.        | {nmae} stands for nothing.         |

    Example: A step that comes before anybody is a contact
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says  | words |
        | Tag the contact             | bread |       |
        | Add the visitor to contacts |       |       |
      When Maya publishes the workflow "Bread club" of "Spring Sale"
      Then Maya should be told "Nobody is a contact yet at this step"
      And step 1 of the workflow "Bread club" of "Spring Sale" should be marked "Nobody is a contact yet at this step."
      And nothing of the workflow "Bread club" of "Spring Sale" should be in force

    @browser @trait.small_screens
    Example: A step that stood too late is moved up on a phone
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says  | words |
        | Tag the contact             | bread |       |
        | Add the visitor to contacts |       |       |
      And Maya works on a phone
      When Maya moves step 2 of the workflow "Bread club" of "Spring Sale" up
      And Maya publishes the workflow "Bread club" of "Spring Sale"
      Then version 1 of the workflow "Bread club" of "Spring Sale" should be in force

    Example: A workflow without steps is not published
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      When Maya removes step 1 of the workflow "Bread club" of "Spring Sale"
      And Maya publishes the workflow "Bread club" of "Spring Sale"
      Then Maya should be told "A workflow without steps does nothing"
      And nothing of the workflow "Bread club" of "Spring Sale" should be in force

  Rule: What others drew meanwhile is not drawn over

    Example: Two who draw the same workflow
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has the workflow "welcome" of "Spring Sale" before her
      And Maya's second machine has removed step 2 of "welcome" of "Spring Sale"
      When Maya changes step 2 of "welcome" of "Spring Sale" to "rolls"
      Then Maya should be told "has changed since"
      And the draft of the workflow "welcome" of "Spring Sale" should have the steps
        | step                        | says            |
        | Add the visitor to contacts |                 |
        | Send a mail                 | Welcome, {name} |

    Example: Who publishes what she has not seen
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has the workflow "welcome" of "Spring Sale" before her
      And Maya's second machine has removed step 2 of "welcome" of "Spring Sale"
      When Maya publishes the workflow "welcome" of "Spring Sale"
      Then Maya should be told "has changed since"
      And version 1 of the workflow "welcome" of "Spring Sale" should still be in force
