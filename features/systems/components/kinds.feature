@system @components @publishing @req.SYS-COMPONENT
Feature: What a page is made of
  Maya's visitors ask the same questions every day, and believe each other more than they believe her.
  So her page answers, quotes and shows. What strangers could slip into it would be believed, too.

  Background:
    Given Maya has the site "Spring Sale"

  Rule: Visitors get what a component was meant to say

    Example: A question is published with its answer
      Given Maya has the question "Do you bake rye?" with the answer "Every Friday" on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "Do you bake rye?"
      And visitors of "Spring Sale" should find "Every Friday" when they look into it

    Example: A testimonial is published with the name of whose it is
      Given Maya has the testimonial "Worth moving house for" by "Priya" on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "Worth moving house for"
      And visitors of "Spring Sale" should read about "Priya"

    Example: A film from a house that is trusted is shown
      Given Maya has embedded "How we bake" from "www.youtube-nocookie.com" on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should be shown "How we bake" from "www.youtube-nocookie.com"

  Rule: What could harm visitors is not taken

    @api @req.SECURITY
    Example: A page of strangers is not embedded
      When Maya embeds "Free offers" from "offers.example" on "Spring Sale"
      Then Maya should be told "cannot be embedded"

    @req.SECURITY
    Example: A call to action that would run something is refused
      When Maya lets "See what is in the oven" lead to "javascript:alert(1)" on "Spring Sale"
      Then Maya should be told "must begin with https://"
