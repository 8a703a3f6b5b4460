@system @building @components @browser @req.SYS-BUILDER
Feature: Pictures brought to the page
  Maya has the photograph on her desk and the page before her. She drops the one onto the other, or chooses it beside
  what she has selected. If it went elsewhere, or nowhere without a word, she would publish an empty frame.

  Rule: A picture stands where it was brought

    @req.SYS-COMPONENT
    Example: A picture that is chosen for an image is shown there
      Given Maya has the site "Spring Sale" with these words on it
        | component | words  |
        | image     | A loaf |
      When Maya chooses the picture "rye.png" for "A loaf" on "Spring Sale"
      Then "A loaf" on "Spring Sale" should show the picture that was brought

    @req.SYS-CANVAS
    Example: A picture that is dropped behind a bread stands behind it
      Given Maya has the site "Spring Sale" with "Rye" and "Oat" in the section "Our bread"
      When Maya drops the picture "loaf.png" onto "Rye" on "Spring Sale"
      Then "loaf" on "Spring Sale" should show the picture that was brought
      And "loaf" should stand right behind "Rye"

  Rule: What is no picture is refused where it was brought

    @req.ERRORS @req.SECURITY
    Example: A program that is dropped is refused with the reason
      Given Maya has the site "Spring Sale" with "Rye" and "Oat" in the section "Our bread"
      When Maya drops a program that is called "loaf.png" onto "Rye" on "Spring Sale"
      Then Maya should be told "is no picture"
      And Maya should have no picture

    @req.ERRORS
    Example: A picture that is too large is refused with the reason
      Given Maya has the site "Spring Sale" with "Rye" and "Oat" in the section "Our bread"
      When Maya drops a picture of 3 MB onto "Rye" on "Spring Sale"
      Then Maya should be told "more than 2 MB"
      And Maya should have no picture
