@system @components @connecting @publishing @req.SYS-COMPONENT
Feature: Forms that ask for more than an address
  Maya wants to know which bread to bake more of, and whether she may write again.
  An answer that nobody could have given, or a consent that nobody gave, would cost her the trust it was to build.

  Rule: A visitor is taken at their word

    @api
    Example: A choice that nobody offered is refused
      Given Maya has published the site "Spring Sale" with the choice "Favourite bread" of "Rye" and "Spelt"
      When Priya answers "Sawdust" to "Favourite bread" on "Spring Sale"
      Then Priya should be told "is not one of the choices"
      And Maya should have no submission to "Spring Sale"

    Example: A choice that was offered is kept
      Given Maya has published the site "Spring Sale" with the choice "Favourite bread" of "Rye" and "Spelt"
      When Priya answers "Spelt" to "Favourite bread" on "Spring Sale"
      Then Maya should have one submission to "Spring Sale" that says "Spelt"

    @req.CONSISTENCY
    Example: A consent that was given is kept in its own words
      Given Maya has published the site "Spring Sale" with the consent "Write to me each season"
      When Priya agrees to "Write to me each season" on "Spring Sale"
      Then Maya should have one submission to "Spring Sale" that says "Write to me each season"

    @req.CONSISTENCY
    Example: A consent that was not given is not kept
      Given Maya has published the site "Spring Sale" with the consent "Write to me each season"
      When Priya signs up on "Spring Sale"
      Then Maya should have one submission from Priya to "Spring Sale", sent once
      And no submission to "Spring Sale" should say "Write to me each season"
