@system @building @publishing @browser @trait.vitals @trait.small_screens @req.LIVE-SITE @req.MOBILE
Feature: A page that is soon seen, and stays where it is
  Whoever comes from a poster stands in the street, on the line of a phone. A picture that comes late, and pushes the
  words away from under the thumb, sends them on; Maya, at her desk, never sees it happen.

  Rule: On the line of a phone a page is soon seen, and nothing on it moves by itself

    @req.SYS-TEMPLATE
    Scenario Outline: A page as the template "<template>" has it
      Given Maya has the site "Spring Sale" from the template "<template>"
      And Maya has published "Spring Sale"
      And Priya holds a phone
      When Priya watches "Spring Sale" come on the line of a phone
      Then Priya should have seen the largest of the page within 2.5 seconds
      And nothing that Priya saw should have moved by itself

      Examples:
        | template             |
        | Neighbourhood bakery |
        | Evening course       |
        | One evening          |

    Example: A page that begins with a photograph
      Given Maya has the site "Spring Sale" with a photograph above "Baked since four"
      And Maya has published "Spring Sale"
      And Priya holds a phone
      When Priya watches "Spring Sale" come on the line of a phone
      Then Priya should have seen the largest of the page within 2.5 seconds
      And nothing that Priya saw should have moved by itself
