@system @building @publishing @browser @req.SYS-BUILDER
Feature: One page on every device
  Half of Maya's visitors hold a phone. What is generous on a desk is a wall on a phone, so she leaves some things out there.
  A setting that leaks to the desk, or a preview that flatters, would spoil the page that she does not look at.

  Background:
    Given Maya has the site "Spring Sale" with "Rye" and "Oat" in the section "Our bread"

  Rule: What is left out on one device is there on the others

    @req.SYS-COMPONENT
    Example: What is left out on phones stays so for phones alone
      When Maya leaves "Oat" out on phones on "Spring Sale"
      Then "Oat" should be left out on phones alone on "Spring Sale"

    @trait.small_screens @req.MOBILE
    Example: A visitor with a phone is spared what is left out there
      Given Maya has left "Oat" out on phones on "Spring Sale"
      And Priya holds a phone
      When Maya publishes "Spring Sale"
      Then Priya should be shown "Rye" on "Spring Sale"
      And Priya should not be shown "Oat" on "Spring Sale"

    @req.MOBILE
    Example: A visitor at a desk is shown what is left out on phones
      Given Maya has left "Oat" out on phones on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Priya should be shown "Oat" on "Spring Sale"

  Rule: What is set for a larger device holds on smaller ones, until they have it otherwise

    @trait.small_screens @req.MOBILE
    Example: A heading that is set to the right stands there on a phone
      Given Maya has set "Rye" to the right on desktops on "Spring Sale"
      And Priya holds a phone
      When Maya publishes "Spring Sale"
      Then Priya should see "Rye" on the right of "Spring Sale"

    @trait.small_screens @req.MOBILE
    Example: A heading that is set otherwise on phones stands there as it is set
      Given Maya has set "Rye" to the right on desktops on "Spring Sale"
      And Maya has set "Rye" to the left on phones on "Spring Sale"
      And Priya holds a phone
      When Maya publishes "Spring Sale"
      Then Priya should see "Rye" on the left of "Spring Sale"

  Rule: A page is no wider than what shows it

    @trait.small_screens @req.MOBILE
    Example: The picture of a template finds room on a phone
      Given Priya holds a phone
      When Maya publishes "Spring Sale"
      Then nothing of "Spring Sale" should stand beyond the edge for Priya
      And Priya should be shown "Bread worth getting up for" on "Spring Sale"

  Rule: A preview shows what visitors would be shown

    @req.MOBILE
    Example: A preview for phones spares what is left out there
      Given Maya has left "Oat" out on phones on "Spring Sale"
      When Maya previews "Spring Sale" for phones
      Then the preview should show "Rye"
      And the preview should not show "Oat"

    Example: A preview shows the draft, not what is live
      Given Maya has published "Spring Sale"
      And Maya has changed the headline of "Spring Sale" to "30% off"
      When Maya previews "Spring Sale" for desktops
      Then the preview should show "30% off"
      And visitors of "Spring Sale" should read "Bread worth getting up for"
