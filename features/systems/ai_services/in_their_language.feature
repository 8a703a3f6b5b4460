@system @customising @building @req.SYS-AI
Feature: In the language of the page
  Half of Maya's customers speak German at home, and she has a page for them. If the copywriter answered in English, or
  the page called itself English, they would be read to in an accent that nobody understands.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"

  Rule: Words are proposed in the language of their page

    @req.IP-AI-COMPONENT
    Example: A German page is offered German words
      Given Maya has let "Spring Sale" be in "German"
      When Maya asks for other words for "Familien in der Nachbarschaft" in the section "Hero" of "Spring Sale"
      Then Maya should be shown words in "German"
      And Maya should be shown words that mention "Maya's Sourdough"

    @req.IP-AI-COMPONENT
    Example: A page that says nothing of its language is in English
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be shown words in "English"

    @api @req.IP-AI-COMPONENT
    Example: A German page of an English site
      Given Maya has the page "Unser Brot" on "Spring Sale" with the headline "Roggen um fünf"
      And Maya has let the page "Unser Brot" of "Spring Sale" be in "German"
      When Maya asks for other words for all of the page "Unser Brot" of "Spring Sale"
      Then Maya should be shown words in "German"

  Rule: A live page says in which language it is

    @browser @publishing
    Example: Whatever reads it aloud is told
      When Maya publishes "Spring Sale" in "German"
      Then visitors of "Spring Sale" should be told that it is in "German"

    @publishing
    Example: A page that comes later follows the first
      Given Maya has let "Spring Sale" be in "German"
      And Maya has the page "Unser Brot" on "Spring Sale" with the headline "Roggen um fünf"
      When Maya publishes "Spring Sale"
      Then visitors of the page "Unser Brot" of "Spring Sale" should be told that it is in "German"
