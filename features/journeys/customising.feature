@journey @customising @building
Feature: Customising with AI
  Maya tells the copywriter who she is and gets words that sound like her. She decides; it proposes.
  If words changed without her, or her page suffered when the copywriter does, she would never ask again.

  Rule: No word changes before its owner says so

    @smoke @req.SYS-AI @req.IP-AI-COMPONENT
    Example: An accepted suggestion brings the business into the section
      Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
      And Maya remembers how "Spring Sale" looks
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      When Maya accepts the suggestion
      Then the section "Hero" of "Spring Sale" should mention "Maya's Sourdough"
      And only the section "Hero" of "Spring Sale" should differ from what Maya remembers

    @req.IP-AI-COMPONENT
    Example: A suggestion that waits has changed nothing
      Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
      And Maya remembers how "Spring Sale" looks
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"
      And "Spring Sale" should look as Maya remembers it

    @req.IP-AI-COMPONENT
    Example: A refused suggestion leaves the page as it was
      Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
      And Maya remembers how "Spring Sale" looks
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      When Maya refuses the suggestion
      Then the suggestion should be put away
      And "Spring Sale" should look as Maya remembers it

  Rule: A copywriter in trouble costs a marketer nothing but its words

    @fixture.own_platform @needs.outages @req.SYS-AI @req.ERRORS
    @outage.copywriter.down
    Example: Maya keeps her page while the copywriter is gone
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Maya remembers how "Spring Sale" looks
      And the copywriter is gone
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 10 seconds Maya should be told "The copywriter is not available"
      And "Spring Sale" should look as Maya remembers it

    @fixture.own_platform @needs.outages @req.SYS-AI @req.ERRORS
    @outage.copywriter.stopped
    Example: Maya keeps her page while the copywriter hangs
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Maya remembers how "Spring Sale" looks
      And the copywriter hangs
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should be told "The copywriter is not available"
      And "Spring Sale" should look as Maya remembers it

    @fixture.own_platform @needs.outages @req.SYS-AI @req.ERRORS
    @outage.copywriter.restarted
    Example: A copywriter that came back is asked as before
      Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
      And the copywriter was gone when Maya asked for other words in the section "Hero" of "Spring Sale"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"
