@system @customising @building @req.SYS-AI
Feature: One voice
  Maya's bread is never "cheap". She says so once, for all who work on her sites and for the copywriter.
  If each of them had to say it each time, somebody would forget it, and her customers would read a stranger.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"

  Rule: Words that a brand avoids are proposed to nobody there

    @req.IP-AI-COMPONENT
    Example: The copywriter writes around words that it was told of
      Given Maya's brand avoids "glad, home, made, good, listen, whatever, neighbour, question"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"

    @fixture.own_platform @needs.outages @req.IP-AI-COMPONENT @req.ERRORS
    Example: A copywriter that uses them all the same is not heard
      Given Maya's brand avoids "cheap"
      And Maya remembers how "Spring Sale" looks
      And the copywriter answers as one that "praises what is cheap"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should be told "“cheap”, which your brand avoids"
      And "Spring Sale" should look as Maya remembers it

    @fixture.own_platform @needs.outages @req.IP-AI-COMPONENT @req.ERRORS
    Example: A word is avoided in whichever letters it was given
      Given Maya's brand avoids "CHEAP"
      And the copywriter answers as one that "praises what is cheap"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should be told "which your brand avoids"

    @fixture.own_platform @needs.outages @req.IP-AI-COMPONENT
    Example: A word within another one is none to avoid
      Given Maya's brand avoids "heap"
      And the copywriter answers as one that "praises what is cheap"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "cheap at that"

    @connecting
    Example: A workflow that says them is not suggested
      Given Maya's brand avoids "welcome"
      And Maya has put a sign-up form that starts "welcome" on "Spring Sale"
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should be suggested "A question that is heard" first

    @req.SECURITY
    Example: What somebody else's brand avoids is no concern of this one
      Given Ravi has an account
      And Ravi's brand avoids "sourdough"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "Maya's Sourdough"

  Rule: A brand is said once

    @browser
    Example: The brief knows who one is
      Given Maya's brand is "Rye & Daughters" in a "playful" voice
      When Maya opens "Spring Sale" in the builder
      Then the brief of "Spring Sale" should say "Rye & Daughters" and "playful" to Maya

  Rule: A brand that cannot be kept to is refused

    @req.ERRORS
    Example: A word that nothing could be told of
      When Maya wants her brand to avoid "…"
      Then Maya should be told "write the word that is to be avoided"
