@journey @templates @building
Feature: Choosing a template
  Maya starts from something that is nearly right, because an empty page costs her the evening.
  If what she got were not what she chose, or were somebody else's too, she could not build on it.

  Rule: A site starts as its template was offered

    @smoke @req.SYS-TEMPLATE @req.SYS-BUILDER
    Example: A new site opens with the words of its template
      Given Maya has an account
      When Maya starts the site "Spring Sale" from the template "Neighbourhood bakery"
      Then Maya's draft of "Spring Sale" should read "Bread worth getting up for"
      And Maya's draft of "Spring Sale" should have the sections
        | section       |
        | Hero          |
        | Reasons       |
        | Stay in touch |
        | Opening hours |

  Rule: Sites from one template share nothing

    @req.SYS-TEMPLATE
    Example: Changing one site leaves its sister alone
      Given Maya has the sites "Spring Sale" and "Autumn Sale" from the template "Neighbourhood bakery"
      When Maya changes the headline of "Spring Sale" to "20% off"
      Then Maya's draft of "Spring Sale" should read "20% off"
      And Maya's draft of "Autumn Sale" should read "Bread worth getting up for"
