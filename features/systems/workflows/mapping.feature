@system @connecting @building @publishing @contacts @req.IP-WORKFLOW-COMPONENT @req.SYS-CRM
Feature: What of a form fills a contact
  Maya sells to companies, and her form asks for the company. Were each contact called by whoever typed, she would look
  for a bakery in her contacts and find a hundred first names.

  Rule: Whose name a contact gets is its owner's choice

    Example: A contact is called as its company
      Given Maya has published the site "Spring Sale" with the choice "Company" of "Rye Ltd" and "Wheat Ltd"
      When Maya lets "welcome" take names from "Company" on "Spring Sale"
      And Priya answers "Rye Ltd" to "Company" on "Spring Sale"
      Then Maya should know Priya as "Rye Ltd"

    @templates @req.SYS-TEMPLATE @req.CONSISTENCY
    Example: A site from a template of one's own calls contacts as the first one did
      Given Maya has published the site "Spring Sale" with the choice "Company" of "Rye Ltd" and "Wheat Ltd"
      And Maya has let "welcome" take names from "Company" on "Spring Sale"
      And Maya has saved "Spring Sale" as the template "Seasonal sale"
      And Maya has begun "Autumn Sale" from her template "Seasonal sale"
      And Maya has published "Autumn Sale"
      When Priya answers "Rye Ltd" to "Company" on "Autumn Sale"
      Then Maya should know Priya as "Rye Ltd"

    @browser
    Example: Maya chooses it beside the form
      Given Maya has published the site "Spring Sale" with the choice "Company" of "Rye Ltd" and "Wheat Ltd"
      When Maya lets "welcome" take names from "Company" on "Spring Sale"
      And Priya answers "Rye Ltd" to "Company" on "Spring Sale"
      Then Maya should know Priya as "Rye Ltd"

  Rule: A form that asks for no address any more says so

    @req.ERRORS
    Example: Maya takes the question for the address out
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya removes "E-mail address" from "Spring Sale"
      Then the form of "Spring Sale" should be broken because "no longer insists on an e-mail address"
