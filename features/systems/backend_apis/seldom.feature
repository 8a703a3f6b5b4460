@system @partners @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.DEV-CONTRACT @req.ERRORS
Feature: Refusals that are seldom met
  A partner meets most refusals in the first week, and a few after years: the fifty-first key, a suggestion that a
  colleague decided on meanwhile. Nobody sits at the partner's desk then, so the program must know them from the contract.

  Rule: What is seldom refused is refused as promised

    @req.SYS-AI
    Scenario Outline: A suggestion that was <decided> is not decided on again
      Given Maya has the site "Spring Sale"
      And Maya has a suggestion for the section "Hero" of "Spring Sale"
      And Maya has <decided> the suggestion
      When Maya <decides> the suggestion
      Then Maya should be told "was <decided> before"
      And all answers should be as partners were promised

      Examples:
        | decided  | decides |
        | accepted | accepts |
        | refused  | refuses |

    @req.LIVE-SITE
    Scenario Outline: A program that sends a live site <what> is refused
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Tariq sends "Spring Sale" <what>
      Then Tariq should be told "<words>"
      And all answers should be as partners were promised

      Examples:
        | what                             | words                       |
        | what is no form                  | could not be read as a form |
        | more than a form holds           | more than the form can take |
        | a form that it does not have     | form does not exist here    |
        | a wish for the thanks of no form | form does not exist here    |
        | a wish for no picture            | cannot be stored            |

    @req.SYS-TEMPLATE
    Example: A template that nobody offers starts no site
      When Maya starts the site "Spring Sale" from the template "Moonlight"
      Then Maya should be told "does not exist here"
      And all answers should be as partners were promised

    @req.ACCOUNTS
    Example: More keys than anybody can look after are not made
      When Maya makes 51 keys
      Then Maya should be told "There are 50 keys already"
      And all answers should be as partners were promised

    @needs.mailbox @req.ACCOUNTS
    Example: Whoever works here already is not invited again
      Given Noor works for Maya as an editor
      When Maya invites Noor as an editor
      Then Maya should be told "works here already"
      And all answers should be as partners were promised

    @needs.mailbox @req.ACCOUNTS
    Example: Whoever has a business of their own joins no other at the same address
      Given Maya has invited Ravi as an editor
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi accepts the invitation
      Then Ravi should be told "has an account with another business"
      And all answers should be as partners were promised

    @needs.mailbox @req.ACCOUNTS
    Example: The only owner of a business is not removed
      Given Noor works for Maya as an editor
      When Maya removes Maya
      Then Maya should be told "is the last owner"
      And all answers should be as partners were promised
