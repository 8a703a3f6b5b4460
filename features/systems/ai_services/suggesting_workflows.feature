@system @customising @building @connecting @req.SYS-AI
Feature: Workflows that would suit a form
  Maya knows what her form asks, and not what could follow. She is shown a few, with a reason each, and takes one as it is.
  If the first that she sees is none of hers, or one was made behind her back, she looks no second time.

  Rule: What a form is for decides what is suggested

    @api
    Scenario Outline: The form of "<template>" suggests "<workflow>" first
      Given Maya has the site "Spring Sale" from the template "<template>"
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should be suggested "<workflow>" first

      Examples:
        | template               | workflow                      |
        | A letter worth opening | A letter to new readers       |
        | Small restaurant       | A booking that is heard       |
        | A good cause           | A thank-you to those who help |
        | Software in a browser  | A word before the start       |

    @api
    Example: There is a choice, with a reason each
      Given Maya has the site "Spring Sale" from the template "Small restaurant"
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should have the choice of at least 3 workflows with a reason each
      And the first reason should speak of "How many of you"

    @req.IP-AI-COMPONENT
    Example: What one wants to bring about counts
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya has told the copywriter that "Spring Sale" is to bring "people to a talk, every seat taken"
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should be suggested "A sign-up that is heard" first

  Rule: A suggestion is made when it is taken

    @req.CONSISTENCY
    Example: Looking makes nothing
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should be suggested "A letter to new readers" first
      And the workflows of "Spring Sale" should be "order" and "welcome"

    @browser
    Example: What is taken shows what it will do
      Given Maya has the site "Spring Sale" with a sign-up form
      When Maya takes the workflow "A letter to new readers" that is suggested for "Spring Sale"
      Then the workflow "A letter to new readers" of "Spring Sale" should show the steps
        | step                             |
        | Add the visitor to contacts      |
        | Tag the contact “newsletter”     |
        | Send the mail “Welcome, {name}”  |

    @publishing @contacts @mail @needs.mailbox @req.IP-WORKFLOW-COMPONENT
    Example: What is taken works as it stands, in one's own name
      Given Maya has published the site "Spring Sale" with a sign-up form
      And Maya's brand is "Rye by Maya" in a "plain" voice
      And Maya has taken the workflow "A letter to new readers" that is suggested for "Spring Sale"
      And Maya has connected the form of "Spring Sale" to the workflow "A letter to new readers"
      When Priya signs up on "Spring Sale"
      Then Priya should get a mail "Welcome, Priya" that says "Rye by Maya writes when"

    @req.ERRORS
    Example: The same is not made twice
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya has taken the workflow "A letter to new readers" that is suggested for "Spring Sale"
      When Maya takes the workflow "A letter to new readers" that is suggested for "Spring Sale"
      Then Maya should be told "already"

  Rule: Where nobody could be written to, nothing is suggested

    @req.ERRORS
    Example: A form that asks for no address
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya asks for "E-mail address" no more on "Spring Sale"
      When Maya asks which workflows would suit the form of "Spring Sale"
      Then Maya should be told "Add a required field for it"
