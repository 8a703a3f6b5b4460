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

    @insights @publishing @req.SYS-ANALYTICS
    Example: A key for telling of events tells of an order
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Tariq has a key from Maya for "events:write"
      When Tariq's program tells of the event "Order" of "Spring Sale" as "order-1"
      Then within 5 seconds Maya should read that "Order" of "Spring Sale" happened once
      And all answers should be as partners were promised

  Rule: A key opens nothing else

    @insights @publishing @req.SECURITY @req.SYS-ANALYTICS
    Example: A key for telling of events reads no figures
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Tariq has a key from Maya for "events:write"
      When Tariq looks at what came of "Spring Sale"
      Then Tariq should be told "this needs sites:read"

    @insights @publishing @req.SECURITY @req.SYS-ANALYTICS
    Example: A key for changing sites tells of no order
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Tariq has a key from Maya for "sites:read" and "sites:write"
      When Tariq's program tells of the event "Order" of "Spring Sale" as "order-1"
      Then Tariq should be told "this needs events:write"

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
