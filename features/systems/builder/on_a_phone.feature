@system @building @browser @trait.small_screens @req.SYS-BUILDER @req.MOBILE
Feature: At work with a phone
  Somebody tells Maya in the bakery that her price is wrong. Her desk is at home, and a phone in her apron. If she had to
  wait until evening, she would sell at the wrong price all day.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"
    And Maya works on a phone

  Rule: What was built at a desk is mended on a phone

    Example: A wrong price is put right on a phone
      When Maya changes the headline of "Spring Sale" to "30% off"
      Then Maya's draft of "Spring Sale" should read "30% off"
      And nothing that Maya works at should stand beyond the edge

    @publishing @req.LIVE-SITE
    Example: A site goes live from a phone
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "20% off"
      And nothing that Maya works at should stand beyond the edge

  Rule: Wherever links lead on a phone, all finds room

    @contacts @mail @workflows
    Example: The screens of a platform on a phone
      When Maya goes from "Spring Sale" wherever links lead her
      Then these screens should find room on what Maya works on
        | screen                     |
        | Sites                      |
        | Spring Sale                |
        | Templates                  |
        | Neighbourhood bakery       |
        | Contacts                   |
        | Segments                   |
        | Import contacts            |
        | Broadcasts                 |
        | Jobs                       |
        | People                     |
        | Submissions of Spring Sale |
        | Workflows of Spring Sale   |
        | Visits of Spring Sale      |
        | Releases of Spring Sale    |
