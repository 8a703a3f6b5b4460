@system @building @components @publishing @req.LIVE-SITE
Feature: A look before visitors come
  What Maya does not see on her new telephone others meet: a picture that says nothing to who cannot see it, a page that never
  comes on a slow line. She wants to be told before, and to decide herself.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"

  Rule: What visitors would miss is said before they come

    @browser @req.ACCESSIBILITY
    Example: A picture without words
      Given Maya has put a picture without words on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Maya should be told "has no words for those who do not see it"

    @api
    Example: A page with nothing on it
      Given Maya has the page "Find us" on "Spring Sale" with the headline "Twelve Mill Lane"
      And Maya has taken everything off the page "Find us" of "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Maya should be told "There is nothing on the page “Find us”"

    @api @req.PERF-LOAD
    Example: A page that is too heavy for a slow line
      Given Maya has written a whole book on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Maya should be told "Visitors with a slow line wait for the home page"

  Rule: What its owner lets stand is published

    @api
    Example: A picture without words that may stand
      Given Maya has put a picture without words on "Spring Sale"
      When Maya publishes "Spring Sale" anyway
      Then visitors of "Spring Sale" should read "20% off"

    @browser @needs.time_travel
    Example: A picture without words that may stand on the day that was said
      Given Maya has published "Spring Sale"
      And Maya has changed the headline of "Spring Sale" to "30% off"
      And Maya has put a picture without words on "Spring Sale"
      When Maya lets "Spring Sale" go live in 2 days anyway
      And 3 days pass
      Then within 15 seconds visitors of "Spring Sale" should come to read "30% off"
