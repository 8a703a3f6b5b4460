@system @insights @building @publishing @connecting @workflows @contacts @mail @req.SYS-ANALYTICS
Feature: Who came, and what they looked at
  Maya has paid for an advertisement and wants to know whether anybody came by it. A number that counts machines, or the
  same person twice, sells her a second one. A number that follows people about is one that she would not want to have.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors

  Rule: Each look at a page is a view, and each person of a day a visitor

    @api
    Example: Two people, one of whom looks twice
      Given Priya has visited "Spring Sale" twice
      When Noor visits "Spring Sale"
      Then within 5 seconds Maya should read that "Spring Sale" had 3 views by 2 visitors

    @browser
    Example: Somebody with a browser
      When Noor visits "Spring Sale"
      Then within 5 seconds Maya should read that "Spring Sale" had 1 views by 1 visitors

    Example: A page of its own
      Given Priya has visited "Spring Sale" twice
      When Maya looks at what came of "Spring Sale"
      Then the page "/" of "Spring Sale" should tell of 2 views

  Rule: Days are those of the place where the site is

    @api @needs.time_travel
    Example: Two visits around midnight
      Given Maya has let workflows of "Spring Sale" go by the clocks of "Europe/Berlin"
      And it is 22:00 in "Europe/Berlin"
      And Priya has visited "Spring Sale" once
      When Priya visits "Spring Sale" 2 hours later
      Then within 5 seconds Maya should read that "Spring Sale" had 2 views by 2 visitors
      And two days of "Spring Sale" should tell of 1 view each

    @api @needs.time_travel
    Example: Two visits of one evening overseas
      Given Maya has let workflows of "Spring Sale" go by the clocks of "America/New_York"
      And it is 18:00 in "America/New_York"
      And Priya has visited "Spring Sale" once
      When Priya visits "Spring Sale" 2 hours later
      Then within 5 seconds Maya should read that "Spring Sale" had 2 views by 1 visitors

    @api @needs.time_travel @req.CONSISTENCY
    Example: Clocks that are set once the days were read
      Given it is 22:00 in "Europe/Berlin"
      And Priya has visited "Spring Sale" once
      And Priya has visited "Spring Sale" 2 hours later
      And a day has passed
      And Maya has looked at what came of "Spring Sale"
      When Maya lets workflows of "Spring Sale" go by the clocks of "Europe/Berlin"
      Then two days of "Spring Sale" should tell of 1 view each

  Rule: What machines look at is set apart

    @api
    Example: A search engine that reads the page
      Given Priya has visited "Spring Sale" once
      When a search engine that Noor uses reads "Spring Sale"
      Then within 5 seconds Maya should read that 1 of what "Spring Sale" had was "by a machine"
      And Maya should read that "Spring Sale" had 1 views by 1 visitors

    @api
    Example: A browser that fetches ahead of its user
      Given Priya has visited "Spring Sale" once
      When Noor's browser fetches "Spring Sale" ahead of her asking
      Then within 5 seconds Maya should read that 1 of what "Spring Sale" had was "fetched ahead"
      And Maya should read that "Spring Sale" had 1 views by 1 visitors

  Rule: Whoever asks not to be followed is no visitor

    @api @req.SECURITY
    Example: Somebody whose browser asks that
      Given Priya has visited "Spring Sale" once
      When Noor visits "Spring Sale" and asks not to be followed
      Then within 5 seconds Maya should read that "Spring Sale" had 2 views by 1 visitors
