@system @connecting @workflows @building @publishing @req.SYS-WORKFLOW
Feature: Drawing what follows
  Maya decides what happens to somebody who trusted her with an address. She tries words out, and sleeps over them.
  Were a draft to run before she says so, a stranger would get half a sentence in her name.

  Rule: A workflow is drawn where its owner stands

    @browser @trait.small_screens
    Example: Every kind of step is drawn on a phone
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya works on a phone
      When Maya draws the workflow "Bread club" of "Spring Sale"
        | step                        | says            | words         |
        | Add the visitor to contacts |                 |               |
        | Tag the contact             | bread           |               |
        | Wait                        | 2 days          |               |
        | Send a mail                 | Welcome, {name} | Hello {name}. |
      Then the draft of the workflow "Bread club" of "Spring Sale" should have the steps
        | step                        | says            |
        | Add the visitor to contacts |                 |
        | Tag the contact             | bread           |
        | Wait                        | 2 days          |
        | Send a mail                 | Welcome, {name} |

  Rule: Visitors meet what was published, and never a draft

    @contacts @req.IP-WORKFLOW-COMPONENT
    Example: A tag that was drawn alone is nobody's
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When Maya changes step 2 of "welcome" of "Spring Sale" to "bread"
      And Priya signs up on "Spring Sale"
      Then Priya should be tagged "newsletter"
      And the draft of the workflow "welcome" of "Spring Sale" should have the steps
        | step                        | says            |
        | Add the visitor to contacts |                 |
        | Tag the contact             | bread           |
        | Send a mail                 | Welcome, {name} |

    @contacts @req.IP-WORKFLOW-COMPONENT
    Example: What is published is met by whoever comes next
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      And Maya has changed step 2 of "welcome" of "Spring Sale" to "bread"
      When Maya publishes the workflow "welcome" of "Spring Sale"
      And Priya signs up on "Spring Sale"
      Then Priya should be tagged "bread"
      And version 2 of the workflow "welcome" of "Spring Sale" should be in force

  Rule: A form that was joined to a draft says that nothing follows yet

    @req.IP-WORKFLOW-COMPONENT
    Example: A form waits for its workflow to be published
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      When Maya connects the form of "Spring Sale" to the workflow "Bread club"
      Then the form of "Spring Sale" should wait for its workflow to be published

    @contacts @req.IP-WORKFLOW-COMPONENT
    Example: Whoever signs up once it is published becomes a contact
      Given Maya has published the site "Spring Sale" with a sign-up form
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      And Maya has connected the form of "Spring Sale" to the workflow "Bread club"
      When Maya publishes the workflow "Bread club" of "Spring Sale"
      And Priya signs up on "Spring Sale"
      Then Maya should find Priya among the contacts

    @req.IP-WORKFLOW-COMPONENT @req.LIVE-SITE
    Example: A form that waits warns before publishing
      Given Maya has the site "Spring Sale" with a sign-up form
      And Maya has drawn the workflow "Bread club" of "Spring Sale"
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      And Maya has connected the form of "Spring Sale" to the workflow "Bread club"
      When Maya publishes "Spring Sale"
      Then Maya should be told "is not published"
