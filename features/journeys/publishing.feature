@journey @publishing @building
Feature: Publishing a site
  Maya sells seasonal bread. She prepares offers in private and decides when the world sees them.
  If a draft leaked, customers would hold her to a price that she never announced.

  Rule: Visitors only ever see the last published version

    @smoke @req.LIVE-SITE
    Example: Edits made after publishing stay private
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      When Maya changes the headline of "Spring Sale" to "30% off"
      Then Maya's draft of "Spring Sale" should read "30% off"
      And visitors of "Spring Sale" should read "20% off"

    @req.LIVE-SITE
    Example: Publishing again shows visitors the new version
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And visitors of "Spring Sale" have read "20% off"
      And Maya has changed the headline of "Spring Sale" to "30% off"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "30% off"

    @realtime @req.LIVE-SITE @req.IP-BUILDER-BACKEND
    Example: Publishing in a hurry takes the last words along
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      When Maya writes the headline "30% off" on "Spring Sale"
      And Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "30% off"

  Rule: A site that was never published is nobody's to read

    @req.LIVE-SITE @req.SECURITY
    Example: A visitor who guesses the address of a draft finds nothing
      Given Maya has the site "Spring Sale" with the headline "20% off"
      When Priya visits "Spring Sale"
      Then Priya should be told "does not exist here"
      And visitors should find "Spring Sale" there once Maya publishes it
