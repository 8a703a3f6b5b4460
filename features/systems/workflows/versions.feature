@system @connecting @workflows @building @publishing @req.SYS-WORKFLOW
Feature: Versions of what follows
  Maya has tried something out in March, and does not remember in May. Before she publishes she looks at what would be
  otherwise. When it was a mistake, she goes back the same minute, and nobody else meets it.

  Rule: What a draft changes is told beside what is published

    Example: One step is gone, another is new
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya changes step 2 of "welcome" of "Spring Sale" to "bread"
      Then the draft of "welcome" of "Spring Sale" should be told to differ by
        | difference                          |
        | Gone: Tag the contact “newsletter” |
        | New: Tag the contact “bread”       |

  Rule: What was published before can be in force again

    @contacts
    Example: Whoever comes after going back meets the earlier version
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has changed step 2 of "welcome" of "Spring Sale" to "bread"
      And Maya has published the workflow "welcome" of "Spring Sale"
      When Maya goes back to version 1 of the workflow "welcome" of "Spring Sale"
      And Priya signs up on "Spring Sale"
      Then Priya should be tagged "newsletter"
      And version 3 of the workflow "welcome" of "Spring Sale" should be in force
