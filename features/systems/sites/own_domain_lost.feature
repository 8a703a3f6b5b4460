@system @building @components @publishing @needs.names @req.LIVE-SITE
Feature: An address of one's own that is lost, and comes back
  Somebody tidies up at Maya's domain and takes away what he does not know. Her visitors must not be led into the void, and
  once the records stand there again, so must her site, without anybody having to remember where one says so.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"

  Rule: A domain whose records are gone leads here no more

    @api @needs.time_travel
    Example: Both records were removed
      Given Maya has given "Spring Sale" the live domain "bakery.test"
      And Maya has removed the records of the domain of "Spring Sale"
      When 2 days pass
      Then within 15 seconds visitors of the domain "bakery.test" should come to find nothing
      And visitors of the former address of "Spring Sale" should read "20% off"

    @api
    Example: A domain that was let lead elsewhere
      Given Maya has given "Spring Sale" the live domain "bakery.test"
      And Maya has let the domain of "Spring Sale" lead to "shop.test"
      When Maya looks again at the domain of "Spring Sale"
      Then Maya should read "does not lead here" of the domain of "Spring Sale"
      And visitors of the domain "bakery.test" should find nothing

  Rule: A domain that comes back is found by itself

    @api @needs.time_travel
    Example: Records that are set again
      Given Maya has had the live domain "bakery.test" for "Spring Sale" for 5 days
      And Maya has lost the domain "bakery.test" of "Spring Sale", whose records were removed
      And Maya has set both records for the domain of "Spring Sale"
      When 1 days pass
      Then within 15 seconds visitors of the domain "bakery.test" should come to read "20% off"
