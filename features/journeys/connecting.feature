@journey @connecting @building @publishing @contacts
Feature: Connecting a form to a workflow
  Maya wants something to happen when somebody signs up, without having to be there.
  A form that leads nowhere is the most expensive one: people believe that they have been heard.

  Rule: A workflow says what it does before it is chosen

    @req.SYS-WORKFLOW @req.IP-WORKFLOW-COMPONENT
    Example: The welcome workflow shows its three steps
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya looks at the form of "Spring Sale"
      Then the form of "Spring Sale" should be connected to nothing
      And the workflow "welcome" of "Spring Sale" should show the steps
        | step                          |
        | Add the visitor to contacts   |
        | Tag the contact “newsletter”  |
        | Send the mail “Welcome, {name}” |

  Rule: Connected means that the next submission works

    @smoke @req.IP-WORKFLOW-COMPONENT @req.SYS-CRM
    Example: The first visitor after connecting becomes a contact
      Given Maya has published the site "Spring Sale" with a sign-up form
      And Maya has connected the form of "Spring Sale" to the workflow "welcome"
      When Priya signs up on "Spring Sale"
      Then Maya should find Priya among the contacts
      And Priya should be tagged "newsletter"

  Rule: A form that leads nowhere is noticed before a visitor finds it

    @req.IP-WORKFLOW-COMPONENT @req.LIVE-SITE
    Example: A form that is not connected warns before publishing
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya publishes "Spring Sale"
      Then Maya should be told "is not connected to a workflow"
      And visitors of "Spring Sale" should find nothing
      And visitors should find "Spring Sale" there once Maya publishes it

    @req.IP-WORKFLOW-COMPONENT @req.CONSISTENCY
    Example: What a visitor sends through an unconnected form is kept
      Given Maya has published the site "Spring Sale" with a sign-up form
      When Priya signs up on "Spring Sale"
      Then Maya should have one submission from Priya to "Spring Sale", sent once
