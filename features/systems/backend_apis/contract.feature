@system @partners @api @needs.contract @req.DEV-CONTRACT
Feature: Answers that partners can build on
  A partner reads once what the platform promises, builds on it, and looks again in a year. An answer that differs breaks
  a shop that nobody here has ever heard of. So refusals are promised as well, down to where they point.
  Every other scenario holds its exchanges against the contracts of API, mailroom and live sites, too.

  Rule: Whatever is answered was promised

    @req.SYS-BACKEND
    Example: A site that was started is described as promised
      When Maya starts the site "Spring Sale" from the template "Neighbourhood bakery"
      Then Maya's draft of "Spring Sale" should read "Bread worth getting up for"
      And all answers should be as partners were promised

    @req.SYS-COMPONENT
    Example: A page that was changed is described as promised
      Given Maya has the site "Spring Sale"
      When Maya changes the headline of "Spring Sale" to "30% off"
      Then Maya's draft of "Spring Sale" should read "30% off"
      And all answers should be as partners were promised

    @req.SYS-BACKEND
    Example: A page that went live is served as promised
      Given Maya has the site "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "Bread worth getting up for"
      And all answers should be as partners were promised

    @needs.mailbox @req.SYS-EMAIL
    Example: A mail that arrived is shown as promised
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And all answers should be as partners were promised

  Rule: Whatever is refused is refused as promised

    @req.SYS-BACKEND
    Example: A publication that wants a second look is refused as promised
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya publishes "Spring Sale"
      Then Maya should be told "is not connected to a workflow"
      And all answers should be as partners were promised

    @needs.workspaces @req.ACCOUNTS @req.SECURITY
    Example: What belongs to another business is refused as promised
      Given Maya has the site "Spring Sale"
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi opens "Spring Sale" by its address in the builder
      Then Ravi should be told "does not exist here"
      And all answers should be as partners were promised

    @req.SYS-CRM @req.ERRORS
    Example: A visitor who mistyped is refused as promised
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya signs up on "Spring Sale" with the address "priya@example"
      Then Priya should be told "is not an e-mail address"
      And all answers should be as partners were promised

    @fixture.own_platform @needs.outages @req.SYS-AI @req.ERRORS
    Example: A copywriter that is gone is told of as promised
      Given Maya has the site "Spring Sale"
      And the copywriter is gone
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 10 seconds Maya should be told "The copywriter is not available"
      And all answers should be as partners were promised
