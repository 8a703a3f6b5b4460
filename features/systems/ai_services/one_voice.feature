@system @customising @building @req.SYS-AI
Feature: One voice
  Maya's bread is never "cheap", and her buttons are dark red. She says so once. If each of them who work on her sites had
  to say it each time, somebody would forget it, and her customers would read a stranger.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"

  Rule: Words that a brand avoids are proposed to nobody there

    @req.IP-AI-COMPONENT
    Example: The copywriter writes around words that it was told of
      Given Maya's brand avoids "glad, home, made, good, listen, whatever, neighbour, question"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words that mention "A warm welcome from Maya's Sourdough"

    @fixture.own_platform @needs.outages @req.IP-AI-COMPONENT @req.ERRORS
    Example: A copywriter that uses them all the same is not heard
      Given Maya's brand avoids "cheap"
      And Maya remembers how "Spring Sale" looks
      And the copywriter answers as one that "praises what is cheap"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then within 30 seconds Maya should be told "“cheap”, which your brand avoids"
      And "Spring Sale" should look as Maya remembers it

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

  Rule: A brand that cannot be kept to is refused

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

    @req.ERRORS
    Example: A word that nothing could be told of
      When Maya wants her brand to avoid "…"
      Then Maya should be told "write the word that is to be avoided"
