@journey @browser @accounts @templates @building @customising @connecting @publishing @req.METRIC-LIVE @req.E2E-MAGIC-MOMENT
Feature: One evening
  Maya has half an hour before the dough must be turned. She reads, thinks, types with two fingers. A stage that takes her
  longer than its share takes it from the next, and at nine she has a page that nobody can see.

  Rule: Each stage of the evening leaves time for the next

    Background:
      Given Maya has an account for the business "Maya's Sourdough"

    Example: An evening on which all goes well
      When Maya starts the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya drags a sign-up form onto the page of "Spring Sale"
      And Maya asks for other words in the section "Hero" of "Spring Sale"
      And Maya accepts the suggestion
      And Maya connects the form of "Spring Sale" to the workflow "welcome"
      And Maya publishes "Spring Sale"
      Then at a person's pace the evening should have taken Maya at most
        | stage                | minutes |
        | choosing a template  | 3       |
        | arranging the page   | 10      |
        | finding the words    | 10      |
        | joining a workflow   | 5       |
        | going live           | 2       |
        | all of it            | 30      |
        | waiting for machines | 1       |

    Example: An evening on which the first words do not please
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      And Maya refuses the suggestion
      And Maya asks for other words in the section "Hero" of "Spring Sale"
      And Maya accepts the suggestion
      And Maya publishes "Spring Sale"
      Then at a person's pace the evening should have taken Maya at most
        | stage             | minutes |
        | finding the words | 10      |
        | going live        | 2       |

    Example: An evening on which the headline is mended
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has put a sign-up form that starts "welcome" on "Spring Sale"
      When Maya changes the headline of "Spring Sale" to "Rye at five"
      And Maya publishes "Spring Sale"
      And Maya changes the headline of "Spring Sale" to "Rye at six"
      And Maya publishes "Spring Sale"
      Then at a person's pace the evening should have taken Maya at most
        | stage              | minutes |
        | arranging the page | 10      |
        | going live         | 2       |
