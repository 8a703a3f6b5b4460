@system @contacts @jobs @req.SYS-CRM
Feature: Imports that can be relied on
  Nobody knows any more which program wrote Maya's list, or in which letters. Her evening ends when the laptop falls
  shut. What she brought must be read as she sees it, and be there once, whatever broke on the way.

  Rule: Files are read as spreadsheets write them

    Scenario Outline: A list in <letters>
      When Maya imports the file "friends.csv", written in <letters>, with
        | E-mail | Name       | Tags          | Lists |
        | Priya  | Zoë Müller | regular; rye  | News  |
      Then Maya should know Priya as "Zoë Müller"
      And Priya should be tagged "rye"
      And Priya should be on the list "News" alone

      Examples:
        | letters                       |
        | UTF-8 with commas             |
        | UTF-16 with tabs              |
        | Windows-1252 with semicolons  |

  Rule: What is no file of contacts is refused as a whole, in words

    @req.ERRORS
    Scenario Outline: Maya brings <what>
      When Maya tries out <what> as the file "friends.csv"
      Then Maya should be told "<words>"
      And Maya should find nobody among the contacts

      Examples:
        | what                      | words                         |
        | a workbook                | save it as CSV                |
        | a picture of a list       | This is no text               |
        | a list without addresses  | is called “E-mail”            |
        | a list of nobody          | Nobody stands in this file    |

    @api @req.ERRORS
    Scenario Outline: A program brings <what>
      When Maya tries out <what> as the file "friends.csv"
      Then Maya should be told "<words>"
      And Maya should find nobody among the contacts

      Examples:
        | what                      | words                          |
        | a list of 100,001 rows    | more than 100,000 rows         |
        | a list of 21 MB           | more than 20 MB                |

  Rule: What is cancelled is not imported

    @fixture.own_platform @needs.outages @needs.processes @req.SYS-JOBS @req.ERRORS
    Example: An import that nobody had begun
      Given Maya waits for the import of the file "friends.csv" with Priya, while the part "worker" is down
      When Maya cancels the importing of "friends.csv"
      And the part "worker" is back
      And Maya imports the file "regulars.csv" with
        | E-mail | Name |
        | Noor   | Noor |
      Then within 60 seconds the importing of "regulars.csv" should be told as "succeeded", "1 of 1"
      And Maya should have one contact
      And the importing of "friends.csv" should be told as "cancelled", "0 of 1"

  Rule: Whoever is imported is there once, whatever dies meanwhile

    @req.CONSISTENCY @req.SYS-JOBS
    Example: Each has one entry from the file
      When Maya imports the file "friends.csv" with
        | E-mail | Name  |
        | Priya  | Priya |
        | Noor   | Noor  |
      Then within 60 seconds the importing of "friends.csv" should be told as "succeeded", "2 of 2"
      And "friends.csv" should be told to bring "2 new"
      And Priya's history should tell once "Imported from “friends.csv”"
