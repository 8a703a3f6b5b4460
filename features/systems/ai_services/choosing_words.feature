@system @customising @building @req.SYS-AI @req.IP-AI-COMPONENT
Feature: Choosing words
  Maya reads along while the copywriter writes, and knows after three words whether it is any good. She stops it, asks for
  others, and picks. If she had to wait for each attempt, or lost the better one by asking again, she would write herself.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
    And Maya remembers how "Spring Sale" looks

  Rule: Words are read as they are written

    @browser @fixture.own_platform @needs.outages
    @outage.copywriter.slow
    Example: The first words are read before the last are written
      Given the copywriter answers as one that "pauses in the middle"
      When Maya begins to ask for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should read along "Rye, and more of it"
      And Maya should have nothing to decide on yet

    @browser @fixture.own_platform @needs.outages
    Example: A copywriter that was stopped leaves nothing behind
      Given the copywriter answers as one that "pauses in the middle"
      And Maya has begun to ask for other words in the section "Hero" of "Spring Sale"
      When Maya stops the copywriter
      Then within 2 seconds Maya should be told beside it "Your page is as it was"
      And within 5 seconds the copywriter should be let go
      And the suggestion should be put away
      And "Spring Sale" should look as Maya remembers it

    @browser @fixture.own_platform @needs.outages @req.ERRORS
    Example: An answer that breaks off while it is read is not left standing
      Given the copywriter answers as one that "breaks off"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should be told "broke off in the middle"
      And the suggestion should be put away

  Rule: Whoever asks again keeps what was proposed before

    @browser
    Example: Other words stand beside those that were proposed first
      Given Maya has a suggestion for the section "Hero" of "Spring Sale"
      When Maya asks for yet other words
      Then Maya should have the choice of 2 different proposals that mention "Maya's Sourdough"

    @browser @fixture.own_platform @needs.outages @req.ERRORS
    Example: What was proposed before stays where nothing comes of other words
      Given Maya has a suggestion for the section "Hero" of "Spring Sale"
      And the copywriter answers as one that "breaks off"
      When Maya asks for yet other words
      Then within 30 seconds Maya should be told "broke off in the middle"
      And Maya should still be shown words that mention "Maya's Sourdough"

    @browser
    Example: The first of two proposals is accepted
      Given Maya has the choice of two proposals for the section "Hero" of "Spring Sale"
      When Maya accepts the first of them
      Then the section "Hero" of "Spring Sale" should read as it was proposed first
      And the suggestion should be put away

  Rule: What was accepted is one act

    @browser @components
    Example: Accepted words are taken back at once
      Given Maya has a suggestion for the section "Hero" of "Spring Sale"
      And Maya has accepted the suggestion
      When Maya undoes her last act on "Spring Sale"
      Then "Spring Sale" should look as Maya remembers it

  Rule: What somebody writes meanwhile is kept

    @api @req.CONSISTENCY
    Example: Words that were changed after they were asked about
      Given Maya has a suggestion for the section "Hero" of "Spring Sale"
      And Maya has changed the headline of "Spring Sale" to "Rye at five"
      When Maya accepts the suggestion
      Then Maya should be told "changed after the suggestion was made"
      And Maya's draft of "Spring Sale" should read "Rye at five"

    @api @components @req.CONSISTENCY
    Example: Words that were changed elsewhere stand beside the accepted ones
      Given Maya has a suggestion for the section "Hero" of "Spring Sale"
      And Maya has changed the words "Why people come back" to "Why people stay" on "Spring Sale"
      When Maya accepts the suggestion
      Then the section "Hero" of "Spring Sale" should mention "Maya's Sourdough"
      And Maya's draft of "Spring Sale" should read "Why people stay"
