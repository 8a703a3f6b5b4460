@system @partners @building @connecting @publishing @api @req.SYS-JOBS @req.SYS-BACKEND
Feature: Work in the background
  Tariq's tills ask for a site to be published and go on selling. Later they look up what became of it. If work were called
  done before it is, they would print an address at which nobody finds anything.

  Rule: What is done in the background is called done when it is done

    @req.DEV-CONTRACT
    Example: A site that is published in the background is live when that is called done
      Given Maya has the site "Spring Sale" with the headline "20% off"
      When Maya has "Spring Sale" published in the background
      Then within 10 seconds the publishing of "Spring Sale" should be called "succeeded"
      And visitors of "Spring Sale" should read "20% off"

    Example: A site that was published before shows its new version when that is called done
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has changed the headline of "Spring Sale" to "30% off"
      When Maya has "Spring Sale" published in the background
      Then within 10 seconds the publishing of "Spring Sale" should be called "succeeded"
      And visitors of "Spring Sale" should read "30% off"

  Rule: What is to be looked at first is said at once, in the background too

    @req.ERRORS
    Example: A form that leads nowhere is noticed before anything is begun
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya has "Spring Sale" published in the background
      Then Maya should be told "not connected to a workflow"
      And visitors of "Spring Sale" should find nothing
