@system @components @req.SYS-COMPONENT
Feature: Copying what stands on a page
  Maya's second bread looks like her first one, so she copies it and changes a word.
  A copy that were still tied to what it was made from would change behind her back.

  Background:
    Given Maya has the site "Spring Sale" with "Rye" and "Oat" in the section "Our bread"

  Rule: A copy is made where it is looked for

    @browser @req.SYS-CANVAS
    Example: A bread that is copied stands twice in a row
      When Maya duplicates "Rye" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Rye" and "Oat"

    @api
    Example: A section is copied with all that it holds
      Given Maya has duplicated "Our bread" on "Spring Sale"
      When Maya removes "Our bread" from "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye" and "Oat"

  Rule: A copy shares nothing with what it was made from

    @api
    Example: A copy stays as it is when the first one is changed
      Given Maya has duplicated "Rye" on "Spring Sale"
      When Maya changes the words "Rye" to "Rye, 20% off" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 20% off", "Rye" and "Oat"

    @connecting @publishing @req.IP-WORKFLOW-COMPONENT
    Example: A copied form starts nothing by itself
      Given Maya has a live site "Market Day" that welcomes visitors
      And Maya has duplicated "Sign-up form" on "Market Day"
      When Maya publishes "Market Day"
      Then Maya should be told "is not connected to a workflow"
