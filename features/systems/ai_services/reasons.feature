@system @customising @building @req.SYS-AI
Feature: Why so
  Beside the words that are proposed stands why they are so, and Maya takes that for the builder's own voice. Whoever gets
  a word in there could tell her that her plan has run out, and where to sign in.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"

  Rule: What stands beside a proposal leads nobody elsewhere

    @fixture.own_platform @needs.outages @req.SECURITY @req.IP-AI-COMPONENT
    Example: Good words with a link in their reason
      Given the copywriter answers as one that "explains itself with a link"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Rye"
      And nothing beside the proposal should lead Maya to "evil.example"
