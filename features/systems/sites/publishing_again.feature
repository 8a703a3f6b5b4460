@system @building @publishing @accounts @realtime @api @needs.workspaces @needs.mailbox @req.LIVE-SITE @req.CONSISTENCY
Feature: Publishing again and again
  On the morning of the sale Maya and Noor publish every few minutes, and visitors read all the while. Whoever was told that
  it is published tells it to customers; an older price that comes back, or half a page, would make a liar of them.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"
    And visitors of "Spring Sale" have read "20% off"

  Rule: Of all that is published the newest stands, and nothing older comes back

    @req.X-COORDINATION
    Example: Two who publish at once
      Given Noor works for Maya as an editor
      When Maya and Noor publish 20 headlines of "Spring Sale" at once, while visitors read
      Then nothing that was called published should be lost
      And visitors should have read what was published by then
      And "Spring Sale" should have 21 releases, of which number 21 is live
