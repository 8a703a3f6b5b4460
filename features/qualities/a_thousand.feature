@quality @publishing @connecting @insights @building @mail @needs.load @needs.mailbox @api @req.PERF-LOAD
Feature: A thousand at once
  On Saturday morning a newspaper writes about Maya's bakery, and all its readers come within the same minute. Each of them should
  get the page as if nobody else were there, and of those who sign up nobody may be lost.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: What one person does, a thousand may do at once

    @load
    Example: A visitor looks around
      When Priya visits "Spring Sale"
      Then Priya should be served

    @load
    Example: A visitor thinks better of it
      When Priya begins the form of "Spring Sale"
      Then Priya should be served

    @load
    Example: A visitor signs up
      When Priya signs up on "Spring Sale"
      Then Priya should be served

    @load
    Example: An owner writes
      Given Maya has the site "Summer Sale" with the headline "20% off"
      When Maya changes the headline of "Summer Sale" to "30% off"
      Then Maya's draft of "Summer Sale" should read "30% off"

  Rule: Everybody is served as if nobody else were there

    @fixture.own_platform @needs.processes @req.CONSISTENCY
    Example: The readers of a newspaper
      Given these people, who do as told
        | who      | of 100 | do as told in               |
        | visitors | 80     | A visitor looks around      |
        | visitors | 15     | A visitor thinks better of it |
        | visitors | 5      | A visitor signs up          |
        | owners   | 100    | An owner writes             |
      When they come again and again, as many and as long as the size says
        | size  | visitors | owners | every | seconds |
        | brief | 100      | 2      | 10    | 20      |
        | full  | 1000     | 20     | 30    | 600     |
      Then of each kind 95 of 100 answers should have come within 2 seconds
      And all should have gone as told
      And within 60 seconds Maya's ledger should balance with each visit told in "A visitor signs up"
