@system @components @browser @req.SYS-CANVAS
Feature: Arranging a page by hand
  Maya moves things about until the page reads as she would say it, with whichever hand is free.
  A thing that lands elsewhere than where she let it go would make her distrust the whole page.

  Background:
    Given Maya has the site "Spring Sale" with "Rye", "Spelt" and "Oat" in the section "Our bread"

  Rule: A thing lands where it was let go

    @req.BROWSERS
    Example: A bread that is dropped before the first is listed first
      When Maya drags "Oat" before "Rye" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Oat", "Rye" and "Spelt"

    @req.BROWSERS
    Example: A bread that is dropped behind the last is listed last
      When Maya drags "Rye" behind "Oat" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Spelt", "Oat" and "Rye"

    @req.BROWSERS
    Example: A bread that is dropped into an empty section stands there
      Given Maya has the section "Of the day" on "Spring Sale"
      When Maya drags "Oat" into "Of the day" on "Spring Sale"
      Then the section "Of the day" of "Spring Sale" should list "Oat"
      And the section "Our bread" of "Spring Sale" should list "Rye" and "Spelt"

    @req.BROWSERS
    Example: A bread that is let go in full flight lands under the hand
      When Maya throws "Oat" before "Rye" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Oat", "Rye" and "Spelt"

    @req.BROWSERS @req.SYS-COMPONENT
    Example: A new heading that is dropped between two breads stands between them
      When Maya drags a new "Heading" before "Spelt" on "Spring Sale"
      Then the section "Our bread" of "Spring Sale" should list "Rye", "A heading", "Spelt" and "Oat"

  Rule: What a pointer does other hands do as well

    @req.ACCESSIBILITY
    Example: A bread that was moved up by keyboard is listed first
      When Maya moves "Oat" up twice on "Spring Sale" by keyboard
      Then the section "Our bread" of "Spring Sale" should list "Oat", "Rye" and "Spelt"

    @req.ACCESSIBILITY
    Example: A bread that was moved past the end of its section stands in the next one
      Given Maya has the section "Of the day" on "Spring Sale"
      When Maya moves "Oat" down once on "Spring Sale" by keyboard
      Then the section "Of the day" of "Spring Sale" should list "Oat"
      And the section "Our bread" of "Spring Sale" should list "Rye" and "Spelt"

    @req.SYS-COMPONENT
    Example: The first thing of a page stays there when it is moved up
      When Maya moves "Bread worth getting up for" up once on "Spring Sale" by keyboard
      Then the first words on "Spring Sale" should be "Bread worth getting up for"

    @trait.touch @req.MOBILE
    Example: A bread that was moved up by finger is listed first
      When Maya moves "Oat" up twice on "Spring Sale" by finger
      Then the section "Our bread" of "Spring Sale" should list "Oat", "Rye" and "Spelt"

  Rule: Words are written where they stand

    @req.SYS-BUILDER @req.ACCESSIBILITY @req.BROWSERS
    Example: Words that were written into the page by keyboard stand there
      When Maya rewrites "Spelt" as "Spelt, 20% off" on "Spring Sale" by keyboard
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Spelt, 20% off" and "Oat"

    @trait.double_click @req.SYS-BUILDER
    Example: Words that were written after pointing at them stand in their place
      When Maya rewrites "Spelt" as "Żytni – 20 % tańszy" on "Spring Sale" by pointer
      Then the section "Our bread" of "Spring Sale" should list "Rye", "Żytni – 20 % tańszy" and "Oat"

    @req.ACCESSIBILITY
    Example: Whoever writes by keyboard once more goes on at the end
      Given Maya has written ", fresh" behind "Rye" on "Spring Sale" and is still there
      And Maya has finished writing there
      When Maya goes on with ", today" behind "Rye, fresh" on "Spring Sale"
      Then Maya should still be writing at "Rye, fresh, today"

    @req.SYS-BUILDER @req.BROWSERS
    Example: Words that were copied elsewhere are pasted as they are
      Given Maya has the site "Market Day" with "Rye <new>" and "Oat" in the section "Our stall"
      When Maya copies the words of "Rye <new>" over those of "Oat" on "Market Day"
      Then the section "Our stall" of "Market Day" should list "Rye <new>" and "Rye <new>"
