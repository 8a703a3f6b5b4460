@quality @building @publishing @insights @realtime @needs.processes @needs.outages @api @fixture.own_platform
@req.CONSISTENCY @req.RELIABILITY @req.ERRORS
Feature: Publishing on bad days
  Maya publishes the price of the day while a process dies. Her visitors must get the old page or the new one, whole, and
  never again the old one after the new one; and what she was told is published has to be.

  Rule: Visitors read what is published, whatever befalls it on its way

    @req.LIVE-SITE @outage.sites.killed @outage.database.killed @outage.database.stopped
    Scenario Outline: Maya publishes while a part has trouble
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      When Maya publishes "Spring Sale" again and again, while the part "<part>" <is in trouble>
      Then that should have been possible again within <deadline>
      And nothing that was called published should be lost
      And visitors should have read what was published by then

      Examples:
        | part     | is in trouble | deadline   |
        | web      | is killed     | 5 seconds  |
        | database | is killed     | 15 seconds |
        | database | stands still  | 5 seconds  |
