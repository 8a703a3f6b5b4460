@system @templates @building @publishing @req.SYS-TEMPLATE
Feature: A site that is complete from the first minute
  Maya has a customer at the counter and half an hour. She picks what is nearly hers, and goes live.
  What its template left unfinished, a form that nobody answers or a link that leads nowhere, her customers would find first.

  Rule: A site from a template is complete as it stands

    @connecting @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
    Scenario Outline: Whoever signs up on a site that was not touched is answered, on "<template>"
      Given Maya has the site "Spring Sale" from the template "<template>"
      And Maya has published "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then Priya should get the mail "<subject>" because of "Spring Sale"

      Examples:
        | template              | subject                   |
        | One evening           | Your seat, Priya          |
        | Software in a browser | Your thirty days, Priya   |
        | A good cause          | Which Sundays lack a hand |
        | Small restaurant      | Your table, Priya         |
        | A letter worth opening | The first letter, Priya  |
        | Evening course        | Your seat, Priya          |

    @connecting @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
    Example: An appointment that is asked for is answered
      Given Maya has the site "Spring Sale" from the template "Dental practice"
      And Maya has published "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then Priya should get the mail "Three times for you, Priya" because of "Spring Sale"

    @publishing @req.LIVE-SITE
    Scenario Outline: Visitors see what was drawn for "<template>"
      Given Maya has the site "Spring Sale" from the template "<template>"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should see a drawing of "<what>"

      Examples:
        | template               | what                                     |
        | Neighbourhood bakery   | A loaf of sourdough with a slice cut off |
        | One evening            | A small stage before the evening begins  |
        | Software in a browser  | A laptop with the invoices of a month    |
        | A good cause           | People of all ages around a long table   |
        | Small restaurant       | A set table before a wood fire           |
        | A letter worth opening | An envelope from which a street rises    |

    Example: A site has all the pages of its template
      When Maya starts the site "Spring Sale" from the template "Small restaurant"
      Then Maya should have the pages "Spring Sale" and "Menu" on "Spring Sale"
      And the page "Menu" of "Spring Sale" should read "Tonight" to Maya
