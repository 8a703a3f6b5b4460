@system @connecting @workflows @building @publishing @contacts @req.SYS-WORKFLOW
Feature: What is written down about somebody
  Maya's customers tell her things once: which bread they like, that they want the Sunday letter. What a workflow writes
  down has to be found with the person, by her and by the next workflow. Otherwise she asks again, like a stranger.

  Rule: What a workflow writes down is found with the contact

    @req.SYS-CRM @req.IP-CRM-WORKFLOW
    Example: The bread of the season
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                | words |
        | Add the visitor to contacts |                     |       |
        | Change the contact          | favourite bread: rye |      |
      When Priya signs up on "Spring Sale"
      Then Maya should know of Priya that "favourite bread" is "rye"

    @req.SYS-CRM
    Example: What was written down before gives way
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says                   | words |
        | Add the visitor to contacts |                        |       |
        | Change the contact          | favourite bread: rye   |       |
        | Change the contact          | favourite bread: spelt |       |
        | Change the contact          | name: Dear customer    |       |
      When Priya signs up on "Spring Sale"
      Then Maya should know Priya as "Dear customer"
      And Maya should know of Priya that "favourite bread" is "spelt"

    @req.SYS-CRM @req.IP-CRM-WORKFLOW
    Example: On one list, off another
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says          | words |
        | Add the visitor to contacts |               |       |
        | Put on a list               | guests        |       |
        | Put on a list               | Sunday letter |       |
        | Take off a list             | guests        |       |
      When Priya signs up on "Spring Sale"
      Then the run of "letters" of "Spring Sale" for Priya should be "succeeded"
      And Priya should be on the list "Sunday letter" alone

  Rule: What is written down is drawn where its owner stands

    @browser @trait.small_screens
    Example: What is to be known of somebody is drawn on a phone
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya works on a phone
      When Maya draws the workflow "Bread club" of "Spring Sale"
        | step                        | says                  | words |
        | Add the visitor to contacts |                       |       |
        | Change the contact          | favourite bread: rye  |       |
        | Put on a list               | Sunday letter         |       |
        | Wait for a day              | Sunday 08:30          |       |
        | Wait for the contact        | is tagged bread, 3 days |     |
        | Take off a list             | Sunday letter         |       |
      Then the draft of the workflow "Bread club" of "Spring Sale" should have the steps
        | step                        | says                    |
        | Add the visitor to contacts |                         |
        | Change the contact          | favourite bread: rye    |
        | Put on a list               | Sunday letter           |
        | Wait for a day              | Sunday 08:30            |
        | Wait for the contact        | is tagged bread, 3 days |
        | Take off a list             | Sunday letter           |

  Rule: What a step that writes something down lacks is told at the step

    @req.ERRORS
    Scenario Outline: A step that lacks <what>
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
        | <step>                      |      |       |
      When Maya publishes the workflow "Bread club" of "Spring Sale"
      Then Maya should be told "Step 2: <told>"
      And nothing of the workflow "Bread club" of "Spring Sale" should be in force

      Examples:
        | what          | step                             | told                           |
        | its change    | Change the contact               | Say what is changed            |
        | its list      | Put on a list                    | Say which list                 |
        | its time      | Wait for a day                   | Say at what time               |
        | its deed      | Wait for the contact             | Say which tag                  |
        | its address   | Send a message to another system | Give the address               |
