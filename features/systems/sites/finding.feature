@system @building @components @publishing @req.LIVE-SITE
Feature: Being found
  Maya's customers find her by search engines, by links that friends send each other, and by an address that they noted two
  years ago. Each that leads nowhere is somebody who buys the bread elsewhere.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"

  Rule: Search engines are told what there is

    @api
    Example: The pages that visitors have
      When Maya publishes "Spring Sale"
      Then the map of "Spring Sale" should name "Spring Sale" and "Our menu"

    @api
    Example: A page that nobody published
      Given Maya has published "Spring Sale"
      When Maya adds the page "Find us" to "Spring Sale" with the headline "Twelve Mill Lane"
      Then the map of "Spring Sale" should name "Our menu" rather than "Find us"

    @api
    Example: What machines may read
      When Maya publishes "Spring Sale"
      Then machines that visit "Spring Sale" should be led to its map

  Rule: What somebody shares says what it is about

    @browser @req.SYS-BUILDER
    Example: A page of which its owner says what it is about
      Given Maya has said of the page "Our menu" of "Spring Sale" that it is about "Rye, spelt and sourdough, out at five"
      When Maya publishes "Spring Sale"
      Then a shared link to the page "Our menu" of "Spring Sale" should say "Rye, spelt and sourdough, out at five"

    @api
    Example: A page of which nobody says anything
      When Maya publishes "Spring Sale"
      Then a shared link to the page "Spring Sale" of "Spring Sale" should say its first words

  Rule: An old address leads to where the page is

    @browser
    Example: A page that has moved
      Given Maya has published "Spring Sale"
      And Maya has moved the page "Our menu" of "Spring Sale" to an address of its own
      When Maya publishes "Spring Sale"
      Then visitors of the former address of the page "Our menu" of "Spring Sale" should read "Fresh today"

    @api
    Example: A page that has moved in the draft alone
      Given Maya has published "Spring Sale"
      When Maya moves the page "Our menu" of "Spring Sale" to an address of its own
      Then visitors of the former address of the page "Our menu" of "Spring Sale" should read "Fresh today"

    @browser @req.SYS-BACKEND
    Example: A site that has moved
      Given Maya has published "Spring Sale"
      When Maya moves "Spring Sale" to another address
      Then visitors of the former address of "Spring Sale" should read "20% off"

    @api @accounts @req.SECURITY
    Example: A site that would take an address that another had
      Given Maya has published "Spring Sale"
      And Maya has moved "Spring Sale" to another address
      And Ravi has published the site "Rye Days" with the headline "Rye"
      When Ravi moves "Rye Days" to the former address of "Spring Sale"
      Then Ravi should be told "is taken"

    @api @req.SECURITY
    Example: A site that would be taken for the platform
      Given Maya has published "Spring Sale"
      When Maya moves "Spring Sale" to the address "admin"
      Then Maya should be told "is kept for the platform"

  Rule: Whoever is lost is led back

    @browser
    Example: A page that there never was
      Given Maya has published "Spring Sale"
      When Priya goes to a page of "Spring Sale" that there never was
      Then Priya should be told "The first page leads on"
