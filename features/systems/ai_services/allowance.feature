@system @customising @building @needs.workspaces @req.SYS-AI
Feature: How often one may ask
  Each question to the copywriter costs money, and one eager workspace must not spend what all share. Maya sees how often
  she has asked, and is told when she may again. If answers that never came were counted as well, she would not trust it.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"

  Rule: A workspace asks as often as it may

    @req.ERRORS
    Example: Whoever has asked enough is told when they may again
      Given Maya's workspace may ask the copywriter once a day
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      And Maya remembers how "Spring Sale" looks
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "ask again in 24 hours"
      And "Spring Sale" should look as Maya remembers it

    @browser @req.ERRORS
    Example: Whoever has asked enough keeps what was proposed
      Given Maya's workspace may ask the copywriter once a day
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      When Maya asks for yet other words
      Then Maya should be told "ask again in 24 hours"
      And Maya should still be shown words that mention "Maya's Sourdough"

    @needs.time_travel
    Example: Days later one may ask again
      Given Maya's workspace may ask the copywriter once a day
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      And 2 days have passed
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"

    @req.SECURITY
    Example: What others ask is theirs
      Given Maya's workspace may ask the copywriter once a day
      And Ravi has the site "Rolls" for the business "Ravi's Rolls"
      And Ravi has a suggestion for the section "Hero" of "Rolls"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"

    @fixture.own_platform @needs.outages @req.ERRORS
    Example: A question that nobody answered is not counted
      Given Maya's workspace may ask the copywriter once a day
      And the copywriter was gone when Maya asked for other words in the section "Hero" of "Spring Sale"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"

    @fixture.own_platform @needs.outages @req.ERRORS
    Example: An answer that was of no use has its price
      Given Maya's workspace may ask the copywriter twice a day
      And the copywriter answers as one that "brings a link"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "did not fit the page"
      And Maya should have asked 1 of 2 questions since yesterday

  Rule: What was asked is told

    Example: How many of the questions are used up
      Given Maya's workspace may ask the copywriter twice a day
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should have asked 1 of 2 questions since yesterday

    @api
    Example: What it has cost
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should know what that has cost
