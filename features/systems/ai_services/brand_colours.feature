@system @customising @building @req.SYS-AI
Feature: The colour of a brand
  Maya's buttons are dark red, in her shop and on each of her sites. She says so once, and sees it where she builds.
  If a live site changed its colour while she tries some, or took one on which nothing can be read, customers would watch.

  Background:
    Given Maya has the site "Spring Sale"

  Rule: Sites wear the colour of their brand

    @browser @publishing
    Example: Visitors see it
      Given Maya's brand has the colour "#7a1f3d"
      When Maya publishes "Spring Sale"
      Then Priya should see the buttons of "Spring Sale" in "#7a1f3d"

    @browser
    Example: It is built as it will be seen
      Given Maya's brand has the colour "#7a1f3d"
      When Maya opens "Spring Sale" in the builder
      Then Maya should see the buttons of "Spring Sale" on the canvas in "#7a1f3d"

    @browser @publishing @req.CONSISTENCY
    Example: What is live stays as it was published
      Given Maya's brand has the colour "#7a1f3d"
      And Maya has published "Spring Sale"
      When Maya gives her brand the colour "#14532d"
      Then Priya should see the buttons of "Spring Sale" in "#7a1f3d"

  Rule: A colour that cannot be read is refused

    @req.ERRORS
    Scenario Outline: The colour "<colour>"
      Given Maya's brand has the colour "#7a1f3d"
      When Maya gives her brand the colour "<colour>"
      Then Maya should be told "<why>"
      And Maya's brand should still have the colour "#7a1f3d"

      Examples:
        | colour  | why                                     |
        | #ffee88 | white words are hard to read on it    |
        | reddish | six digits                              |
