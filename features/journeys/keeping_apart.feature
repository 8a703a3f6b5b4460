@journey @accounts @building @contacts
Feature: Keeping businesses apart
  Ravi bakes, too, and would like to know what Maya is up to. Both trust the same platform with their drafts
  and their customers. If one could look into the other's shop, neither would stay.

  Rule: Nobody opens what belongs to another business

    @needs.workspaces @req.ACCOUNTS @req.SECURITY
    Example: A competitor who knows the address of a draft finds nothing
      Given Maya has the site "Spring Sale"
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi opens "Spring Sale" by its address in the builder
      Then Ravi should be told "does not exist here"

  Rule: Nobody meets another business's customers

    @needs.workspaces @needs.mailbox @req.ACCOUNTS @req.SECURITY @req.SYS-CRM
    Example: A competitor finds none of Maya's contacts
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi looks for Priya among the contacts
      Then Maya should find Priya among the contacts
      And Ravi should find nobody among the contacts

    @needs.workspaces @needs.mailbox @req.ACCOUNTS @req.SECURITY @req.SYS-CRM
    Example: A competitor who knows the address of a contact finds nothing
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi opens Maya's page about Priya by its address
      Then Ravi should be told "does not exist here"
      And Maya should find Priya among the contacts

    @needs.workspaces @needs.mailbox @req.ACCOUNTS @req.SECURITY @req.SYS-CRM
    Example: A customer of two businesses is known to each from its own site alone
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Ravi has a live site "Rye Week" that welcomes visitors
      And Priya was welcomed after signing up on "Spring Sale"
      When Priya signs up on "Rye Week"
      Then Ravi should know Priya from "Rye Week" alone
      And Maya should know Priya from "Spring Sale" alone
