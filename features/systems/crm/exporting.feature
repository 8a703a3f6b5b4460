@system @contacts @jobs @req.SYS-CRM
Feature: Exporting contacts
  Maya's contacts are hers. She takes them to her printer and her tax adviser, and brings back what they have mended.
  A cell that some visitor wrote must not begin to reckon on her adviser's machine.

  Background:
    Given Maya has imported the file "friends.csv" with
      | E-mail | Name       | Tags          | Lists | Said           |
      | Priya  | =1+1       | rye; "spelt"  | News  | 'tis, "really" |
      | Noor   | נור 🍞      |               |       | -5             |
      | Tariq  | '=already  | @home         |       |                |

  Rule: What is exported can be imported as it was

    @req.CONSISTENCY @needs.workspaces
    Example: Another business gets the same people
      When Ravi imports what Maya has exported
      Then within 10 seconds Ravi should have the same contacts as Maya

    @req.CONSISTENCY
    Example: One's own contacts stay as they are
      When Maya imports what Maya has exported
      Then within 60 seconds the importing of "contacts.csv" should be told as "succeeded", "3 of 3"
      And "contacts.csv" should be told to bring "3 same"

  Rule: What is exported is no formula to any spreadsheet

    @browser @req.SECURITY
    Example: A visitor who calls herself a formula
      When Maya exports her contacts
      Then what was exported should hold "'=1+1" in a cell

  Rule: Nobody who only tried a form out is exported

    @connecting @workflows @building @publishing @mail @needs.mailbox
    Example: Maya's own sample
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has got her sample "[Sample] Welcome, Maya" of "Spring Sale"
      When Maya exports her contacts
      Then what was exported should tell of Priya
      And what was exported should not tell of Maya
