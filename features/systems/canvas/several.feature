@system @components @building @browser @req.SYS-CANVAS
Feature: Several things at once
  Half of the page has to go elsewhere before noon. Maya takes hold of all of it and moves it once.
  If she had to do it one by one, or to undo it one by one, she would leave the page as it is.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"

  Rule: What is chosen together is done together

    @req.BROWSERS
    Example: Two breads that were dragged together stand together
      Given Maya has chosen "Rye" and "Spelt" together on "Spring Sale" by pointer
      When Maya drags "Spelt" behind "Oat" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Oat", "Rye" and "Spelt"

    @req.ACCESSIBILITY @req.BROWSERS
    Example: Two breads that were moved together by keyboard keep their order
      Given Maya has chosen "Spelt" and "Oat" together on "Spring Sale" by keyboard
      When Maya moves what is chosen up once on "Spring Sale"
      Then Maya should hear "Heading: Spelt is 1 of 3 in Our bread. Heading: Oat is 2 of 3"
      And the section "Our bread" of "Spring Sale" should list "Spelt", "Oat" and "Rye"

    @req.SYS-BUILDER
    Example: The first two sections of a page stay where they are when they are moved up with another
      Given Maya has chosen "Hero", "Reasons" and "Opening hours" together on "Spring Sale" by pointer
      When Maya moves what is chosen up once on "Spring Sale"
      Then Maya's draft of "Spring Sale" should have the sections
        | section       |
        | Hero          |
        | Reasons       |
        | Opening hours |
        | Stay in touch |
        | Our bread     |

    @req.SYS-BUILDER
    Example: Breads that were removed together come back together
      Given Maya has chosen "Rye" and "Oat" together on "Spring Sale" by pointer
      And Maya has removed what is chosen on "Spring Sale"
      When Maya undoes her last act on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"

  Rule: What a thing cannot do without is not taken from it

    @req.ERRORS
    Example: One of two columns stays
      Given Maya has two columns on "Spring Sale"
      And Maya has chosen "Column 2" and "Spelt" together on "Spring Sale" by pointer
      When Maya removes what is chosen on "Spring Sale"
      Then Maya should be told "can't do with less than 2"
      And the section "Our bread" of "Spring Sale" should list "Rye", "Spelt" and "Oat"
