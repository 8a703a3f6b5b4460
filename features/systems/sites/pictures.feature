@system @building @publishing @api @needs.workspaces @req.SYS-BACKEND
Feature: Pictures of one's own
  Maya photographs each loaf. What she brings is seen by everybody who visits, so what calls itself a picture and is
  none must not get that far: it would run in the browser of whoever came for bread.

  Rule: What is brought is seen as it was brought

    Example: A picture on a published page is the one that was brought
      Given Maya has the site "Spring Sale"
      And Maya has brought the picture "loaf.png"
      When Maya publishes "Spring Sale" with the picture "loaf.png"
      Then visitors of "Spring Sale" should see the picture "loaf.png"

  Rule: What was taken away is seen by nobody

    @req.LIVE-SITE
    Example: A picture that was taken away is gone from live pages
      Given visitors have seen the picture "loaf.png" on Maya's site "Spring Sale"
      When Maya takes the picture "loaf.png" away
      Then visitors of "Spring Sale" should read "Bread worth getting up for"
      And visitors of "Spring Sale" should see no picture "loaf.png" any more

  Rule: Only pictures are taken for pictures

    @req.SECURITY @req.ERRORS
    Example: A program that calls itself a picture is refused
      When Maya brings a program that is called "loaf.png"
      Then Maya should be told "is no picture"
      And Maya should have no picture

    @req.SECURITY @req.ERRORS
    Example: A drawing that may hold programs is refused
      When Maya brings a drawing that is called "loaf.svg"
      Then Maya should be told "is no picture"
      And Maya should have no picture

    @req.ERRORS
    Example: A picture that is said to be of another kind is refused
      When Maya brings the picture "loaf.png" as a JPEG
      Then Maya should be told "and is image/png"
      And Maya should have no picture

    @req.ERRORS
    Example: A picture that is too large is refused
      When Maya brings a picture of 3 MB that is called "loaf.png"
      Then Maya should be told "more than 2 MB"
      And Maya should have no picture
