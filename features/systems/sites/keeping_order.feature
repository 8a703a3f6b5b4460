@system @building @publishing @req.SYS-BACKEND
Feature: Keeping order among sites
  Maya starts a site for each season. She copies what worked, puts away what is over, and throws away what failed.
  If a copy shared anything with last year's site, changing one would change the other in front of customers.

  Rule: A copy shares nothing with what it was made from

    Example: Words changed in a copy stay in the copy
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Maya has copied "Spring Sale" as "Autumn Sale"
      When Maya changes the headline of "Autumn Sale" to "30% off"
      Then Maya's draft of "Autumn Sale" should read "30% off"
      And Maya's draft of "Autumn Sale" should read "See what is in the oven"
      And Maya's draft of "Spring Sale" should read "20% off"

    @needs.mailbox
    Example: A copied form welcomes with the copy's own workflow
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has copied "Spring Sale" as "Autumn Sale"
      And Maya has published "Autumn Sale"
      When Priya signs up on "Autumn Sale"
      Then Priya should get the mail "Welcome, Priya" because of "Autumn Sale"
      And Maya should have no submission to "Spring Sale"

  Rule: A copy begins where its original stands

    Example: What a copy began with is nobody's act
      Given Maya has the site "Spring Sale"
      And Maya has copied "Spring Sale" as "Autumn Sale"
      When Maya undoes her last act on "Autumn Sale"
      Then Maya should be told "nothing of yours left to undo"
      And Maya's draft of "Autumn Sale" should read "Bread worth getting up for"

  Rule: What is put away is nobody's to read, and comes back as it was

    Example: Visitors find nothing where a site was put away
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And visitors of "Spring Sale" have read "20% off"
      When Maya puts "Spring Sale" away
      Then visitors of "Spring Sale" should find nothing
      And Maya should have "Spring Sale" put away

    Example: A site that is brought back is read as before
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has put "Spring Sale" away
      When Maya brings "Spring Sale" back
      Then visitors of "Spring Sale" should read "20% off"

    @browser @req.ERRORS
    Example: Whoever publishes what is put away is told so
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Maya has looked at "Spring Sale"
      And Maya has put "Spring Sale" away
      When Maya publishes "Spring Sale"
      Then Maya should be told "was put away"

    @api @connecting @req.ERRORS
    Example: Whoever connects what is put away is told so
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya has put "Spring Sale" away
      When Maya connects the form of "Spring Sale" to the workflow "welcome"
      Then Maya should be told "was put away"

  Rule: Only what was put away can be thrown away

    Example: A site in use is not thrown away by one slip
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      When Maya throws "Spring Sale" away
      Then Maya should be told "Put it away first"
      And visitors of "Spring Sale" should read "20% off"

    Example: What was thrown away is gone
      Given Maya has the site "Spring Sale"
      And Maya has the site "Autumn Sale"
      And Maya has put "Spring Sale" away
      When Maya throws "Spring Sale" away
      Then Maya should have the sites "Autumn Sale"
      And Maya should have nothing put away

  Rule: An address belongs to one site

    Example: An address that is taken is refused
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Ravi has the site "Rye Week"
      When Ravi gives "Rye Week" the address of "Spring Sale"
      Then Ravi should be told "is taken"
      And visitors of "Spring Sale" should read "20% off"
