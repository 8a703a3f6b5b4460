@system @contacts @jobs @req.SYS-CRM
Feature: Importing contacts
  Maya has kept her regulars in a spreadsheet for nine years. She wants them here in one evening, and to see beforehand
  what that does. A wrong file must not spoil what she knows of people, nor lose two hundred rows for the sake of one.

  Rule: A file is tried out with nothing imported before somebody says so

    @browser
    Example: Maya looks before she imports
      Given Maya has imported the file "regulars.csv" with
        | E-mail | Name  | Town  |
        | Priya  | Priya | Leeds |
      When Maya tries out the file "friends.csv" with
        | E-mail | Name  | Town |
        | Noor   | Noor  |      |
        | Priya  | Priya | York |
        | nobody | Tariq |      |
      Then "friends.csv" should be told to bring "1 new, 1 changed, 1 refused"
      And Maya should know of Priya that "Town" is "Leeds"
      And Maya should have one contact

    @api @req.ERRORS
    Example: A file that is imported already is not imported again
      Given Maya has imported the file "friends.csv" with
        | E-mail | Name  |
        | Priya  | Priya |
      When Maya imports the file "friends.csv"
      Then Maya should be told "imported already"

  Rule: Rows that are right are imported, whatever is wrong with others

    @browser @req.ERRORS
    Example: What was refused is saved with the reasons
      When Maya imports the file "friends.csv" with
        | E-mail | Name  |
        | nobody | Tariq |
        | Priya  | Priya |
      Then within 60 seconds the importing of "friends.csv" should be told as "succeeded", "1 of 1"
      And Maya should find Priya among the contacts
      And line 2 of "friends.csv" should be refused as "is not an e-mail address"
      And what is to be mended of "friends.csv" should hold "Line 2: “nobody” is not an e-mail address."

    @req.ERRORS
    Scenario Outline: A row that <mistake> is refused alone
      When Maya imports the file "friends.csv" with Priya beside the row "<row>"
      Then within 60 seconds the importing of "friends.csv" should be told as "succeeded", "1 of 1"
      And Maya should find Priya among the contacts
      And line 3 of "friends.csv" should be refused as "<why>"

      Examples:
        | mistake                  | row                           | why                        |
        | has no address           | ,Noor                         | No e-mail address          |
        | has an address like none | noor@example,Noor             | is not an e-mail address   |
        | has a cell too many      | noor@example.org,Noor,Baker   | and there are 2 columns    |
        | is of somebody again     | {Priya},Priya Sharma          | stands in line 2 already   |
        | writes a tag like a book | noor@example.org,,{51 letters} | longer than 50 characters  |

  Rule: An import takes away nothing that is known

    Example: An empty cell leaves what stands
      Given Maya has imported the file "regulars.csv" with
        | E-mail | Name  | Tags    | Town  |
        | Priya  | Priya | regular | Leeds |
      When Maya imports the file "friends.csv" with
        | E-mail | Name         | Tags | Town |
        | Priya  | Priya Sharma |      |      |
      Then Maya should know Priya as "Priya Sharma"
      And Maya should know of Priya that "Town" is "Leeds"
      And Priya should be tagged "regular"
