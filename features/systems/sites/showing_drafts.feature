@system @building @components @publishing @req.LIVE-SITE @req.SECURITY
Feature: Showing a draft
  Noor proof-reads for Maya and has no account. A link shows her the page before anybody else has it. What Maya considers to
  charge must reach nobody but her: no visitor, no search engine, no competitor.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"
    And Maya has changed the headline of "Spring Sale" to "30% off"

  Rule: A draft is for whoever was given its link

    @browser
    Example: Somebody with the link
      When Maya makes a link to the draft of "Spring Sale"
      Then Noor should read "30% off" by the link to "Spring Sale"
      And visitors of "Spring Sale" should read "20% off"

    @api
    Example: A page behind the first
      Given Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      When Maya makes a link to the draft of "Spring Sale"
      Then Noor should read "Fresh today" on the page "Our menu" by the link to "Spring Sale"

    @api
    Example: A link that somebody guesses
      Given Maya has made a link to the draft of "Spring Sale"
      When Ravi guesses a link to the draft of "Spring Sale"
      Then Ravi should be told "does not exist here"

    @api @accounts
    Example: A link to somebody else's draft
      Given Ravi has published the site "Rolls" with the headline "Buy six"
      And Ravi has made a link to the draft of "Rolls"
      When Ravi tries the link to "Rolls" at "Spring Sale"
      Then Ravi should be told "does not exist here"

    @api
    Example: A search engine that was given the link
      When Maya makes a link to the draft of "Spring Sale"
      Then the link to "Spring Sale" should tell machines "noindex, nofollow"

    @api @insights @req.SYS-ANALYTICS
    Example: A look at the draft counts nowhere
      Given Maya has made a link to the draft of "Spring Sale"
      And Noor has looked at the draft of "Spring Sale" by the link
      When Priya visits "Spring Sale"
      Then within 5 seconds Maya should read that "Spring Sale" had 1 views by 1 visitors

  Rule: What was lent is taken back

    @browser
    Example: A link that was taken back
      Given Maya has made a link to the draft of "Spring Sale"
      And Maya has taken back the link to "Spring Sale"
      When Noor looks at the draft of "Spring Sale" by the link
      Then Noor should be told "does not exist here"

    @api @needs.time_travel
    Example: A link of last week
      Given Maya has made a link to the draft of "Spring Sale"
      And 8 days have passed
      When Noor looks at the draft of "Spring Sale" by the link
      Then Noor should be told "Ask Maya for another one"
