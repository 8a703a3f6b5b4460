@journey @templates @building @customising @connecting @publishing @contacts @mail @accounts
Feature: The Magic Moment
  Maya bakes bread and has one quiet evening for her website. She wants it live, in her own words, with
  somebody to write to by the time she goes to bed. Were one leg of this journey to break, she would have
  a pretty page that brings her nobody.

  Rule: One evening takes a marketer from a template to her first customer

    @smoke @needs.mailbox @req.E2E-JOURNEY @req.E2E-MAGIC-MOMENT
    Example: Maya's first visitor becomes a contact with a welcome mail
      Given Maya has an account for the business "Maya's Sourdough"
      When Maya signs in
      And Maya starts the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya drags a sign-up form onto the page of "Spring Sale"
      And Maya asks for other words in the section "Hero" of "Spring Sale"
      And Maya accepts the suggestion
      And Maya connects the form of "Spring Sale" to the workflow "welcome"
      And Maya publishes "Spring Sale"
      And Priya signs up on "Spring Sale"
      Then visitors of "Spring Sale" should read about "Maya's Sourdough"
      And Maya should find Priya among the contacts
      And within 60 seconds the mail "Welcome, Priya" should reach Priya
