@system @building @components @publishing @needs.time_travel @req.LIVE-SITE
Feature: Live at a time
  The sale begins on Saturday at six, when Maya stands at the oven. If the price is live on Friday evening, everybody has it
  before there is bread; if it is still live on Monday, she sells at a loss.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"
    And Maya has changed the headline of "Spring Sale" to "30% off"

  Rule: A site goes live when its owner said, and no sooner

    @browser
    Example: The price of Saturday
      When Maya lets "Spring Sale" go live in 2 days
      And 3 days pass
      Then within 15 seconds visitors of "Spring Sale" should come to read "30% off"

    @api
    Example: The price of Saturday on Friday
      Given Maya has let "Spring Sale" go live in 3 days
      And Maya has published the site "Rye Days" with the headline "Rye"
      And Maya has changed the headline of "Rye Days" to "Rye and spelt"
      And Maya has let "Rye Days" go live in 1 days
      When 2 days pass
      Then within 15 seconds visitors of "Rye Days" should come to read "Rye and spelt"
      And visitors of "Spring Sale" should read "20% off"

    @api
    Example: Words that were written after the time was said
      Given Maya has let "Spring Sale" go live in 2 days
      And Maya has changed the headline of "Spring Sale" to "40% off"
      When 3 days pass
      Then within 15 seconds visitors of "Spring Sale" should come to read "40% off"

    @api @needs.several_servers @fixture.own_platform @needs.processes @req.CONSISTENCY
    Example: Two workers that look at the clock
      Given another machine runs the part "worker" as well
      And Maya has let "Spring Sale" go live in 2 days
      When 3 days pass
      Then within 15 seconds visitors of "Spring Sale" should come to read "30% off"
      And "Spring Sale" should have 2 releases, of which number 2 is live

  Rule: A site goes off the net when its owner said

    @browser
    Example: The end of the sale
      When Maya lets "Spring Sale" go off the net in 2 days
      And 3 days pass
      Then within 15 seconds "Spring Sale" should come to be off the net, with 1 releases

    @api @req.CONSISTENCY
    Example: A sale that was over before anybody looked at the clock
      Given Maya has let "Spring Sale" go live in 1 days and off the net in 2
      When 3 days pass
      Then within 15 seconds "Spring Sale" should come to be off the net, with 1 releases

  Rule: A time that cannot be meant is refused

    @api @req.ERRORS
    Example: Off the net before it is live
      When Maya lets "Spring Sale" go live in 3 days and off the net in 2
      Then Maya should be told "off the net before it is live"

    @api @req.ERRORS
    Example: A time that is over
      When Maya lets "Spring Sale" go live 1 days ago
      Then Maya should be told "This moment is over"
