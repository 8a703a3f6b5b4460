@system @customising @building @components @req.SYS-AI
Feature: As much as one asks about
  Some days Maya wants another headline, and some days another page. What she did not ask about she has weighed word by word.
  If it changed on the way, she would find out from a customer.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
    And Maya remembers how "Spring Sale" looks

  Rule: What one asked about changes, and nothing else

    @browser @req.IP-AI-COMPONENT
    Example: The headline alone
      When Maya takes other words for the headline of "Spring Sale"
      Then the headline of "Spring Sale" alone should differ from what Maya remembers

    @browser @req.IP-AI-COMPONENT
    Example: All of a page at once
      When Maya takes other words for all of "Spring Sale"
      Then every section of "Spring Sale" should differ from what Maya remembers
      And the section "Hero" of "Spring Sale" should mention "Maya's Sourdough"

    @req.IP-AI-COMPONENT
    Example: A picture is still said to show what it shows
      When Maya takes other words for all of "Spring Sale"
      Then "Spring Sale" should still show a drawing of "A loaf of sourdough with a slice cut off"

    @req.IP-AI-COMPONENT
    Example: Who goes live is told what is still somebody else's
      Given Maya has the testimonial "Worth moving house for" by "Priya" on "Spring Sale"
      When Maya asks for other words for all of "Spring Sale"
      Then Maya should be told beside the proposal that there is "1 picture, 1 testimonial" to look at

    @req.IP-AI-COMPONENT
    Example: All of a page comes back at once
      Given Maya has taken other words for all of "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then "Spring Sale" should look as Maya remembers it

  Rule: Who may only look asks for no words

    @accounts @needs.mailbox @req.SECURITY
    Example: A viewer is told whom to ask
      Given Noor works for Maya as a viewer
      When Noor asks for other words for Maya in the section "Hero" of "Spring Sale"
      Then Noor should be told "may look at it, and not change it"
