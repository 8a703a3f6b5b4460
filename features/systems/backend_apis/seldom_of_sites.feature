@system @partners @building @components @publishing @api @needs.contract @needs.workspaces @req.SYS-BACKEND
@req.DEV-CONTRACT @req.ERRORS @req.LIVE-SITE
Feature: Refusals that are seldom met with sites
  A site was put away, a link is a week old, a page never was. A partner whose program works for Maya meets that once in a
  year, and Maya's visitors by a mistyped address; both must be told so in the way that the contract says.

  Rule: What is seldom refused is refused as promised

    Example: A site that was put away goes live at no time
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has put "Spring Sale" away
      When Maya lets "Spring Sale" go live in 2 days
      Then Maya should be told "was put away"
      And all answers should be as partners were promised

    Example: A site that was put away is shown to nobody
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has put "Spring Sale" away
      When Maya makes a link to the draft of "Spring Sale"
      Then Maya should be told "was put away"
      And all answers should be as partners were promised

    @needs.names
    Example: A domain that is wanted no more
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has given "Spring Sale" the live domain "bakery.test"
      When Maya takes the domain of "Spring Sale" away
      Then visitors of "Spring Sale" should read "20% off"
      And all answers should be as partners were promised

    Example: A page that is not in a draft
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has made a link to the draft of "Spring Sale"
      When Noor looks by the link at a page of "Spring Sale" that there never was
      Then Noor should be told "does not exist here"
      And all answers should be as partners were promised

    @needs.time_travel
    Example: A page of a draft whose link is a week old
      Given Maya has the site "Spring Sale"
      And Maya has the page "Our menu" on "Spring Sale" with the headline "Fresh today"
      And Maya has made a link to the draft of "Spring Sale"
      And 8 days have passed
      When Noor looks by the link at the page "Our menu" of "Spring Sale"
      Then Noor should be told "Ask Maya for another one"
      And all answers should be as partners were promised

    Scenario Outline: The <what> of a site that is off the net
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has taken "Spring Sale" off the net
      When Tariq asks for the <what> of "Spring Sale"
      Then Tariq should be told "does not exist here"
      And all answers should be as partners were promised

      Examples:
        | what           |
        | map            |
        | word to robots |
