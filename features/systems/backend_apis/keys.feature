@system @partners @accounts @api @needs.contract @needs.workspaces @req.ACCOUNTS @req.DEV-CONTRACT
Feature: Keys for partners
  Tariq's tills show what Maya offers online. She gives him a key instead of her password, made for that and nothing
  else, and takes it back when they part. If it opened more, one lost till would cost her everything.

  Rule: A key does what it was made for

    Example: A key for reading sites reads a draft
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read"
      When Tariq opens "Spring Sale" by its address in the builder
      Then Tariq should read "Bread worth getting up for" in the draft of "Spring Sale"

    Example: A key for changing sites changes a draft
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read" and "sites:write"
      When Tariq changes the headline of "Spring Sale" to "Rye week"
      Then Maya's draft of "Spring Sale" should read "Rye week"
      And all answers should be as partners were promised

  Rule: A key opens nothing else

    @req.SECURITY
    Example: A key for reading sites changes none
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read"
      When Tariq changes the headline of "Spring Sale" to "Everything free"
      Then Tariq should be told "this needs sites:write"
      And Maya's draft of "Spring Sale" should read "Bread worth getting up for"

    @req.SECURITY
    Example: A key that was withdrawn opens nothing from then on
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read"
      And Maya has withdrawn Tariq's key
      When Tariq opens "Spring Sale" by its address in the builder
      Then Tariq should be told "This key opens nothing"

    @needs.mailbox @req.SECURITY
    Example: A key of somebody who is no owner any more opens nothing
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an owner
      And Tariq has a key from Noor for "sites:read"
      And Maya has made Noor a viewer
      When Tariq opens "Spring Sale" by its address in the builder
      Then Tariq should be told "This key opens nothing"

    @customising @building @connecting @req.SECURITY
    Example: A key for changing sites makes no workflow
      Given Maya has the site "Spring Sale" with a sign-up form
      And Tariq has a key from Maya for "sites:read" and "sites:write"
      When Tariq asks which workflows would suit the form of "Spring Sale"
      Then Tariq should be told "this needs workflows:read"
