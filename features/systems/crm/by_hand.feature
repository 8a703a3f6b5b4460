@system @contacts @connecting @workflows @building @publishing @mail @needs.mailbox @req.SYS-CRM
Feature: What is written down by hand
  Maya hears across the counter what no form asks: who has a birthday, who likes the crust dark. She and Noor write it
  down where both find it. What one wrote over the other, or nobody knows who wrote, helps nobody at the counter.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Priya was welcomed after signing up on "Spring Sale"

  Rule: Whatever is written down by hand says who wrote it

    Example: A tag
      When Maya tags Priya "regular"
      Then Priya should be tagged "regular"
      And Priya's history should tell once that "Tagged “regular” by Maya"

    @browser
    Example: Something one knows of somebody
      When Maya writes down of Priya that "favourite bread" is "rye"
      Then Maya should know of Priya that "favourite bread" is "rye"
      And Priya's history should tell once that "“favourite bread” is “rye”, by Maya"

    Example: A note to remember
      When Maya notes about Priya "Likes the crust dark"
      Then Priya's history should tell once that "Likes the crust dark — Maya"

  Rule: Whoever is added by hand is a contact like any other

    Example: Somebody from across the counter
      When Maya adds Noor to the contacts
      Then Maya should find Noor among the contacts

    @req.CONSISTENCY
    Example: Somebody whom one knows already
      When Maya adds Priya to the contacts
      Then Maya should be told "is a contact already"
      And Maya should have one contact

    @req.ERRORS
    Example: An address that is none
      When Maya adds "priya@example" to the contacts
      Then Maya should be told "is no e-mail address"
      And Maya should have one contact

  Rule: What is done by hand starts what it starts otherwise

    @req.IP-CRM-WORKFLOW
    Example: A tag that a workflow waits for
      Given Maya has let "thanks" of "Spring Sale" start when a contact is tagged "regular"
        | step        | says                | words         |
        | Send a mail | You again, {name}! | Hello {name}. |
      When Maya tags Priya "regular"
      Then within 20 seconds the mail "You again, Priya!" should reach Priya

  Rule: Nobody writes over what a colleague has written meanwhile

    @needs.workspaces @req.CONSISTENCY @req.X-COORDINATION
    Example: Two who write down something of the same contact
      Given Noor works for Maya as an editor
      And Maya is looking at what is written down of Priya
      And Noor has tagged Priya "regular"
      When Maya writes down of Priya that "favourite bread" is "rye"
      Then Maya should be told "has changed since you read it"
      And Priya should be tagged "regular"
