@system @partners @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.DEV-CONTRACT
Feature: Conventions that hold for every operation
  A partner learns once how the platform deals with doubt: a lost answer, a stale copy, a long list, a typing error.
  Then it is the same everywhere. Where it is not, a shop is started twice or a neighbour's words are lost.

  Rule: What is asked for twice is done once

    @req.CONSISTENCY
    Example: A site that is asked for twice with one key is started once
      Given Tariq has a key from Maya for "sites:read" and "sites:write"
      When Tariq asks for the site "Spring Sale" twice with the same idempotency key
      Then Maya should have the sites "Spring Sale"
      And both answers should be the same

    @req.CONSISTENCY
    Example: An idempotency key is not taken for another wish
      Given Tariq has a key from Maya for "sites:read" and "sites:write"
      And Tariq has asked for the site "Spring Sale" with an idempotency key
      When Tariq asks for the site "Autumn Sale" with the same idempotency key
      Then Tariq should be told "was used for another request"
      And Maya should have the sites "Spring Sale"

    @req.CONSISTENCY @req.SECURITY
    Example: An idempotency key of one business says nothing in another
      Given Maya has an account
      And Ravi has an account for the business "Ravi's Rolls"
      And Maya has asked for the site "Spring Sale" with the idempotency key "monday"
      When Ravi asks for the site "Spring Sale" with the idempotency key "monday"
      Then Ravi should have the sites "Spring Sale"
      And Maya should have the sites "Spring Sale"

  Rule: Nobody overwrites what they have not seen

    @req.CONSISTENCY
    Example: A name given meanwhile is not lost to a stale copy
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read" and "sites:write"
      And Tariq has read "Spring Sale" before Maya named it "Rye Week"
      When Tariq names what he has read "Autumn Sale"
      Then Tariq should be told "has changed since"
      And Maya should have the sites "Rye Week"

    @req.CONSISTENCY
    Example: Whoever does not say what they have seen changes nothing
      Given Maya has the site "Spring Sale"
      And Tariq has a key from Maya for "sites:read" and "sites:write"
      When Tariq names "Spring Sale" "Autumn Sale" without having read it
      Then Tariq should be told "Say which version"
      And Maya should have the sites "Spring Sale"

    @needs.mailbox @req.CONSISTENCY
    Scenario Outline: No operation that asks for a version goes on <doubt>
      Given Maya has some of everything
      When Maya tries every operation <doubt>
      Then each of them should be refused as "<refusal>"
      And all that Maya has should be as it was

      Examples:
        | doubt               | refusal         |
        | without a version   | Version missing |
        | with an old version | Version is old  |

  Rule: A list is read to its end, whatever happens meanwhile

    Example: A site that is started meanwhile brings none up again
      Given Maya has started the sites "One", "Two", "Three" and "Four"
      And Tariq has a key from Maya for "sites:read"
      When Tariq reads the sites two at a time, while Maya starts "Five"
      Then the sites that were read should be "Four", "Three", "Two" and "One"

    Example: A site that is put away meanwhile hides no other
      Given Maya has started the sites "One", "Two", "Three" and "Four"
      And Tariq has a key from Maya for "sites:read"
      When Tariq reads the sites two at a time, while Maya puts "Four" away
      Then the sites that were read should be "Four", "Three", "Two" and "One"

    @req.ERRORS
    Example: A place in a list that nobody gave is refused
      Given Maya has the site "Spring Sale"
      When Maya reads her sites from the place "somewhere" on
      Then Maya should be told "is none that was given"
