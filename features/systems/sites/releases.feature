@system @publishing @building @accounts @needs.mailbox @req.LIVE-SITE
Feature: Going back to an earlier release
  Maya has published a price that is wrong, an hour before the market. She wants what was there before, at once, and
  mends the draft afterwards. If going back took her draft with it, or left half of each, she would rather stay wrong.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"
    And visitors of "Spring Sale" have read "20% off"

  Rule: An earlier release comes back as it was, the draft stays

    @req.CONSISTENCY
    Example: The price of before
      Given Maya has changed the headline of "Spring Sale" to "90% off"
      And Maya has published "Spring Sale"
      When Maya brings back the release of "Spring Sale" before the last
      Then visitors of "Spring Sale" should read "20% off"
      And Maya's draft of "Spring Sale" should read "90% off"

    Example: Publishing after going back is another release
      Given Maya has changed the headline of "Spring Sale" to "90% off"
      And Maya has published "Spring Sale"
      And Maya has brought back the release of "Spring Sale" before the last
      And Maya has changed the headline of "Spring Sale" to "19% off"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "19% off"
      And "Spring Sale" should have 3 releases, of which number 3 is live

    @req.ERRORS
    Example: A release that a colleague has brought back meanwhile
      Given Maya has changed the headline of "Spring Sale" to "90% off"
      And Maya has published "Spring Sale"
      And Noor works for Maya as an editor
      And Noor is looking at the releases of "Spring Sale"
      And Maya has brought back the release of "Spring Sale" before the last
      When Noor takes "Spring Sale" off the net
      Then Noor should be told "changed since"

  Rule: What is taken off the net is found by nobody, until it is published

    Example: A site that is taken off the net
      When Maya takes "Spring Sale" off the net
      Then visitors of "Spring Sale" should find nothing
      And Maya's draft of "Spring Sale" should read "20% off"

    Example: A site that comes back to the net
      Given Maya has taken "Spring Sale" off the net
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "20% off"
      And "Spring Sale" should have 2 releases, of which number 2 is live

  Rule: What visitors get of a site that was put away is not switched

    @req.ERRORS
    Example: A release of a site that was put away
      Given Maya has put "Spring Sale" away
      When Maya takes "Spring Sale" off the net
      Then Maya should be told "was put away"
