@system @partners @accounts @api @needs.contract @needs.workspaces @needs.mailbox @req.SECURITY @req.SYS-BACKEND
Feature: What is nobody else's
  Every operation that the contract has is tried here, one after the other, by those who have no business there.
  No list is kept by hand: an operation that is promised tomorrow is tried tomorrow. One that forgets to ask would
  be the door by which Ravi comes in.

  Rule: No operation reaches into another business

    @req.ACCOUNTS
    Example: A competitor gets at nothing by knowing its ids
      Given Maya has some of everything
      And Ravi has a live site "Rye Week" that welcomes visitors
      And Ravi has saved "Rye Week" as the template "Week"
      And Tariq's program has filled in all of the form of "Rye Week" for Priya
      When Ravi tries every operation on what belongs to Maya
      Then each of them should be refused as "Not found" and "Component gone"
      And all that Maya has should be as it was

    @req.ACCOUNTS
    Example: Nobody gets anything without signing in
      Given Maya has some of everything
      When Tariq tries every operation at Maya's without signing in
      Then each of them should be refused as "Not signed in"
      And all that Maya has should be as it was

  Rule: Every operation asks what its caller came for

    @req.ACCOUNTS
    Example: A viewer changes nothing by any operation
      Given Maya has some of everything
      And Noor works for Maya as a viewer
      When Noor tries every operation at Maya's that is not for "viewer"
      Then each of them should be refused as "Role is not enough"
      And all that Maya has should be as it was

    @req.ACCOUNTS
    Example: An editor decides nothing that owners decide
      Given Maya has some of everything
      And Noor works for Maya as an editor
      When Noor tries every operation at Maya's that is not for "editor"
      Then each of them should be refused as "Role is not enough"
      And all that Maya has should be as it was

    @req.DEV-CONTRACT
    Example: A key opens nothing that it was not made for
      Given Maya has some of everything
      And Tariq has a key from Maya for "sites:read"
      When Tariq tries every operation at Maya's that is not for "sites:read"
      Then each of them should be refused as "Scope is not enough" and "Not for keys"
      And all that Maya has should be as it was

    @req.DEV-CONTRACT
    Example: A key for contacts opens no site
      Given Maya has some of everything
      And Tariq has a key from Maya for "contacts:read"
      When Tariq tries every operation at Maya's that is not for "contacts:read"
      Then each of them should be refused as "Scope is not enough" and "Not for keys"
      And all that Maya has should be as it was

  Rule: No page of another house acts for whoever is signed in

    Example: A page that Maya looks at elsewhere changes nothing of hers
      Given Maya has some of everything
      When Maya tries every operation from a page of another house
      Then each of them should be refused as "Foreign page"
      And all that Maya has should be as it was
