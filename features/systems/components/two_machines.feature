@system @components @realtime @req.SYS-COMPONENT @req.SYS-REALTIME
Feature: One page on two machines
  Maya has her page open in the shop while she changes it at home. Each of the two machines knows only
  what it saw last. They must end with one page, and nothing may vanish without a word.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"
    And Maya has looked at "Spring Sale"

  Rule: What two machines do to one page ends in one page

    Example: New words count beside a new place
      Given Maya's second machine has put "Rye" behind "Oat" on "Spring Sale"
      When Maya changes the words "Rye" to "Rye, 20% off" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Spelt", "Oat" and "Rye, 20% off"

    Example: Of two wordings the last one counts
      Given Maya's second machine has changed the words "Rye" to "Rye, 10% off" on "Spring Sale"
      When Maya changes the words "Rye" to "Rye, 20% off" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye, 20% off", "Spelt" and "Oat"

    @api
    Example: Two places that were chosen for two breads count both
      Given Maya's second machine has put "Rye" behind "Spelt" on "Spring Sale"
      When Maya puts "Spelt" behind "Oat" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Oat" and "Spelt"

  Rule: What is gone is not changed in secret

    @req.ERRORS
    Example: New words for what was removed are refused
      Given Maya's second machine has removed "Rye" from "Spring Sale"
      When Maya changes the words "Rye" to "Rye, 20% off" on "Spring Sale"
      Then Maya should be told "is not on this page any more"
      And the section "Our bread" of "Spring Sale" should list "Spelt" and "Oat"

    @api @req.ERRORS
    Example: A place beside what was removed is refused
      Given Maya's second machine has removed "Oat" from "Spring Sale"
      When Maya puts "Rye" behind "Oat" on "Spring Sale"
      Then Maya should be told "is not on this page any more"
      And the section "Our bread" of "Spring Sale" should list "Rye" and "Spelt"
