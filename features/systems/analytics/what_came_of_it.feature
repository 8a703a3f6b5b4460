@system @insights @building @publishing @connecting @workflows @contacts @mail @req.SYS-ANALYTICS
Feature: What came of it
  Maya pays for two advertisements, and keeps the one by which people come who sign up. If a sign-up is counted twice, or
  told of another source, she keeps the wrong one. What she reads, what her tools fetch and what she saves must agree.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors

  Rule: Where visitors come from is told

    @api
    Scenario Outline: Somebody who comes by <whence>
      When Priya visits "Spring Sale" by <whence>
      Then within 5 seconds Maya should read that 1 visitors of "Spring Sale" came by "<source>"

      Examples:
        | whence                             | source         |
        | a link that names its campaign     | spring-letter  |
        | a page of the town's newspaper     | gazette.example |
        | typing the address                 | directly       |
        | another page of the site itself    | directly       |

    @api
    Example: Somebody who comes back by another way
      Given Priya has visited "Spring Sale" by a link that names its campaign
      When Priya visits "Spring Sale" by a page of the town's newspaper
      Then within 5 seconds Maya should read that 1 visitors of "Spring Sale" came by "spring-letter"

  Rule: Who sent a form is told in a hundred of those who came

    @api @req.CONSISTENCY
    Example: One of two who came
      Given Noor has visited "Spring Sale" once
      When Priya signs up on "Spring Sale"
      Then within 5 seconds Maya should read that 1 forms of "Spring Sale" were sent, by 50 in a hundred

    @req.CONSISTENCY
    Example: An impatient visitor
      When Priya sends the sign-up form of "Spring Sale" twice in a row
      Then within 5 seconds Maya should read that 1 forms of "Spring Sale" were sent, by 100 in a hundred

    @api
    Example: A machine that fills in every field
      Given Noor has visited "Spring Sale" once
      When Priya's program fills in all of the form of "Spring Sale"
      Then within 5 seconds Maya should read that 1 of what "Spring Sale" had was "sent by a machine"
      And no form of "Spring Sale" should count as sent

  Rule: What is read, asked for by a program and saved is the same

    @req.CONSISTENCY
    Example: A file of what came
      Given Priya has visited "Spring Sale" twice
      And Noor has signed up on "Spring Sale"
      When Maya saves what came of "Spring Sale" as a file
      Then within 5 seconds Maya should read that "Spring Sale" had 3 views by 2 visitors
      And the file should tell of as many views, visitors and sent forms as "Spring Sale" had

  Rule: Nobody reads what came of another business's site

    @api @req.ACCOUNTS @req.SECURITY
    Example: A competitor who knows where it is
      Given Ravi has an account for the business "Ravi's Rolls"
      When Ravi looks at what came of "Spring Sale"
      Then Ravi should be told "does not exist here"
