@system @building @components @publishing @req.SYS-BACKEND
Feature: Pages that belong together
  A visitor goes from page to page, and signs up on whichever she is. If a link between two pages led nowhere, or a form
  worked on the first page only, Maya would lose customers on her own site.

  Rule: A link that leads to no page is noticed before a visitor follows it

    Example: A link to a page that is not there is told before publishing
      Given Maya has the site "Spring Sale"
      And Maya has let "See what is in the oven" lead to "/our-menu" on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Maya should be told "leads to /our-menu, where no page is"

    Example: A link to a page that is there is nothing to warn of
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has let "See what is in the oven" lead to the page "Our menu" on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors who follow "See what is in the oven" on "Spring Sale" should read "Fresh today"

  Rule: A form works on whichever page it stands

    @connecting @req.LIVE-SITE
    Example: A form on the second page is taken in
      Given Maya has the site "Spring Sale"
      And Maya has the page "Join us" on "Spring Sale" with a sign-up form
      And Maya has published "Spring Sale"
      When Priya signs up on the page "Join us" of "Spring Sale"
      Then Maya should have one submission from Priya to "Spring Sale", sent once

  Rule: A copy of a site has all its pages

    Example: The second page is copied with the first
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      When Maya copies "Spring Sale" as "Autumn Sale"
      Then Maya should have the pages "Autumn Sale", "Order", "Our menu" on "Autumn Sale"
      And the page "Our menu" of "Autumn Sale" should read "Fresh today" to Maya
