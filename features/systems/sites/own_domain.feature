@system @building @components @publishing @needs.names @req.LIVE-SITE
Feature: An address of one's own
  Maya's customers know her as bakery.test, from the van and from every paper bag. Her site is to be found there, and a name
  that anybody could take by saying it would show them somebody else's bread.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"

  Rule: An owner reads what to set for a domain, and what was found

    @browser
    Example: A domain for which nothing is set
      When Maya brings the domain "bakery.test" to "Spring Sale"
      Then Maya should read what to set for the domain "bakery.test" of "Spring Sale"

    Example: A domain that leads to somebody else's machine
      Given Maya has brought the domain "bakery.test" to "Spring Sale"
      And Maya has let the domain of "Spring Sale" lead to "shop.test"
      When Maya looks again at the domain of "Spring Sale"
      Then Maya should read "there is shop.test" of the domain of "Spring Sale"

  Rule: A domain is live once it is proven, and leads here

    @browser
    Example: Both records are there
      Given Maya has brought the domain "bakery.test" to "Spring Sale"
      And Maya has set both records for the domain of "Spring Sale"
      When Maya looks again at the domain of "Spring Sale"
      Then visitors of the domain "bakery.test" should read "20% off"

    @api
    Example: A domain that is proven alone
      Given Maya has brought the domain "bakery.test" to "Spring Sale"
      And Maya has proven the domain of "Spring Sale"
      When Maya looks again at the domain of "Spring Sale"
      Then Maya should read "It is yours" of the domain of "Spring Sale"
      And visitors of the domain "bakery.test" should find nothing

    @api @needs.time_travel
    Example: A domain that nobody looks at but the platform
      Given Maya has brought the domain "bäckerei.test" to "Spring Sale"
      And Maya has set both records for the domain of "Spring Sale"
      When a day passes
      Then within 15 seconds visitors of the domain "bäckerei.test" should come to read "20% off"

  Rule: Whoever comes by the address below ours is led to the domain

    @api
    Example: A page that somebody noted before
      Given Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has published "Spring Sale"
      When Maya gives "Spring Sale" the live domain "bakery.test"
      Then whoever noted the page "Our menu" of "Spring Sale" should be led to it at "bakery.test"
      And the map of "Spring Sale" at "bakery.test" should name the page "Our menu" there

    @api @connecting @contacts
    Example: A form at the domain
      Given Maya has a live site "Rye Days" that welcomes visitors
      And Maya has given "Rye Days" the live domain "rye.test"
      When Priya signs up on "Rye Days"
      Then Maya should find Priya among the contacts
