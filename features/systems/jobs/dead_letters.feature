@system @jobs @partners @building @publishing @needs.contract @needs.workspaces @needs.receiver
@req.SYS-JOBS @req.SYS-BACKEND @req.ERRORS
Feature: What nobody took
  Tariq's till was to hear of Maya's new prices. It took nothing, and the platform gave up. If that stood nowhere, Maya
  would learn of it from a customer who paid the old price; and if she could not have it sent again, from the next one.

  Background:
    Given Maya has the site "Spring Sale"
    And Tariq has a webhook from Maya for "site.published"

  Rule: What was given up is seen where all work is seen, with the reason

    @browser
    Example: A message that a receiver would not have is seen on the screen
      Given Tariq's receiver is gone for good
      When Maya publishes "Spring Sale"
      Then Maya should find "site.published" given up because "it was not taken"

    @api
    Example: A message that a receiver would not have is seen by a program
      Given Tariq's receiver is gone for good
      When Maya publishes "Spring Sale"
      Then Maya should find "site.published" given up because "it was not taken"

  Rule: What was given up is sent again when somebody wants that

    @browser @req.CONSISTENCY
    Example: A message that nobody took is off the list once it was sent again
      Given Tariq has wanted nothing more since Maya published "Spring Sale"
      And Tariq's receiver is back
      And Tariq has the webhook on again
      When Maya has the given-up "site.published" sent again
      Then Tariq should have got the missed "site.published" after all
      And Maya should find nothing given up

    @api @req.CONSISTENCY
    Example: A message that nobody took arrives when a program sends it again
      Given Tariq has wanted nothing more since Maya published "Spring Sale"
      And Tariq's receiver is back
      And Tariq has the webhook on again
      When Maya has the given-up "site.published" sent again
      Then Tariq should get the missed "site.published" under its old id

    @api
    Example: A message is not sent to a receiver that wants nothing
      Given Tariq has wanted nothing more since Maya published "Spring Sale"
      When Maya has the given-up "site.published" sent again
      Then Maya should be told "Enable it"
