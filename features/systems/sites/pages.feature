@system @building @components @publishing @req.SYS-BACKEND
Feature: Several pages to a site
  Maya's bakery has a page for what is in the oven and one for the way to the shop, and she prints both addresses on
  her bags. If pages got in each other's way, correcting a price would send her customers down the wrong street.

  Rule: Each page of a site has an address of its own

    @browser @req.SYS-BUILDER
    Example: A second page is read at its address
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      When Maya publishes "Spring Sale"
      Then visitors of the page "Our menu" of "Spring Sale" should read "Fresh today"
      And visitors of "Spring Sale" should read "Bread worth getting up for"

    Example: Two pages cannot have one address
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has the page "Find us" on "Spring Sale" with the headline "Twelve Mill Lane"
      When Maya gives the page "Find us" of "Spring Sale" the address of "Our menu"
      Then Maya should be told "has this address already"
      And Maya should have the pages "Spring Sale", "Order", "Our menu", "Find us" on "Spring Sale"

  Rule: Pages stand in the order that their owner gives them

    @browser @req.SYS-BUILDER
    Example: A page is put before another
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has the page "Find us" on "Spring Sale" with the headline "Twelve Mill Lane"
      When Maya puts the page "Find us" of "Spring Sale" before "Our menu"
      Then Maya should have the pages "Spring Sale", "Order", "Find us", "Our menu" on "Spring Sale"

  Rule: What is changed on one page leaves the others alone

    @browser @req.SYS-BUILDER
    Example: Words that are written on one page are on no other
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      When Maya changes the headline of the page "Our menu" of "Spring Sale" to "Rye at five"
      Then the page "Our menu" of "Spring Sale" should read "Rye at five" to Maya
      And Maya's draft of "Spring Sale" should read "20% off"

    @browser @req.SYS-BUILDER
    Example: A page that is removed comes back whole
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has removed the page "Our menu" of "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the page "Our menu" of "Spring Sale" should read "Fresh today" to Maya

    Example: The home page stays
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      When Maya removes the page "Spring Sale" of "Spring Sale"
      Then Maya should be told "home page"
      And Maya should have the pages "Spring Sale", "Order", "Our menu" on "Spring Sale"

  Rule: Visitors get all pages as they were published together

    Example: A page that came after publishing is nobody's to read
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      When Maya adds the page "Our menu" to "Spring Sale" with the headline "Fresh today"
      Then visitors should find nothing at the page "Our menu" of "Spring Sale"
      And visitors of "Spring Sale" should read "20% off"

    Example: A page that was removed is read until the next publishing
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has published "Spring Sale"
      When Maya removes the page "Our menu" of "Spring Sale"
      Then visitors of the page "Our menu" of "Spring Sale" should read "Fresh today"
