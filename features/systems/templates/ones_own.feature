@system @templates @building @req.SYS-TEMPLATE
Feature: Templates of one's own
  Each autumn Maya builds what she built in spring. She saves a site that is good as a template, and begins from that.
  If a site changed because somebody mended the template, or a competitor were offered it, she would go on copying by hand.

  Background:
    Given Maya has the site "Spring Sale"
    And Maya has changed the headline of "Spring Sale" to "Rye at five"

  Rule: What was built once can be begun from again

    @browser
    Example: A site that was saved begins as it was built
      When Maya saves "Spring Sale" as the template "Seasonal sale"
      Then a site that Maya begins from "Seasonal sale" should have the headline "Rye at five"

    @connecting @publishing @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
    Example: Its forms start what they started
      Given Maya has put a sign-up form that starts "welcome" on "Spring Sale"
      And Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Maya has begun "Autumn Sale" from her template "Seasonal sale"
      And Maya has published "Autumn Sale"
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"

    @connecting
    Example: A form that waits for its workflow does not stand in the way
      Given Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      And Maya has put a sign-up form that starts "Bread club" on "Spring Sale"
      When Maya saves "Spring Sale" as the template "Seasonal sale"
      Then a site that Maya begins from "Seasonal sale" should have the headline "Rye at five"

    Example: It is found among all templates
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      When Maya looks for a template with the words "rye five"
      Then Maya should be offered the template "Seasonal sale" alone

  Rule: Templates and sites leave each other alone

    @api @req.CONSISTENCY
    Example: A site stays as it was begun when its template has another version
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Maya has begun "Autumn Sale" from her template "Seasonal sale"
      And Maya has changed the headline of "Spring Sale" to "Plum cake at three"
      When Maya saves "Spring Sale" as another version of the template "Seasonal sale"
      Then Maya's draft of "Autumn Sale" should read "Rye at five"
      And "Autumn Sale" should be from version 1 of its template
      And a site that Maya begins from "Seasonal sale" should have the headline "Plum cake at three"

    @req.CONSISTENCY
    Example: A template stays as it was saved when its site is changed
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      When Maya changes the headline of "Spring Sale" to "Plum cake at three"
      Then a site that Maya begins from "Seasonal sale" should have the headline "Rye at five"

    Example: A template that is offered no more leaves its sites
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Maya has begun "Autumn Sale" from her template "Seasonal sale"
      When Maya offers the template "Seasonal sale" no more
      Then Maya's draft of "Autumn Sale" should read "Rye at five"
      And Maya should find "Neighbourhood bakery" alone among all templates with the words "crust still sings"

  Rule: What one built is one's own

    @req.SECURITY
    Example: Nobody else is offered it
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Ravi has an account
      When Ravi looks for a template with the words "crust still sings"
      Then Ravi should be offered the template "Neighbourhood bakery" alone

    @req.ERRORS
    Example: The name of a template that everybody has is not taken
      When Maya saves "Spring Sale" as the template "Neighbourhood bakery"
      Then Maya should be told "Choose another name"

    @accounts @needs.mailbox @req.ERRORS @req.CONSISTENCY
    Example: What a colleague saved is not replaced by accident
      Given Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Noor works for Maya as an editor
      When Noor saves "Spring Sale" as the template "Seasonal sale"
      Then Noor should be told "save another version of yours"
