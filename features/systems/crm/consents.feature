@system @contacts @connecting @components @building @publishing @req.SYS-CRM
Feature: What somebody agreed to
  Maya may write to Priya about what Priya agreed to, and has to be able to say which words these were, and when.
  Words that change afterwards, or a box that was never ticked, would make a liar of her.

  Background:
    Given Maya has a live site "Spring Sale" that asks visitors to agree to "Write to me each season"

  Rule: What somebody said is kept with the contact, word for word

    Example: A consent that was given
      When Priya agrees to "Write to me each season" on "Spring Sale"
      Then Maya should know that Priya "agreed" to "Write to me each season"

    Example: A consent that was not given
      When Priya signs up on "Spring Sale"
      Then Maya should know that Priya "did not agree" to "Write to me each season"

  Rule: Words that change later are not what somebody agreed to

    @api @req.CONSISTENCY
    Example: A form that asks for more since
      Given Priya has agreed to "Write to me each season" on "Spring Sale"
      When Maya changes the words "Write to me each season" to "Write to me each day" on "Spring Sale"
      Then Maya should know that Priya "agreed" to "Write to me each season"

  Rule: What somebody said last is what counts

    @mail @workflows @needs.mailbox @req.SYS-EMAIL
    Example: Whoever agrees after all is written to
      Given Maya has added Noor to the contacts
      And Tariq has come to leave "Write to me each season" open on "Spring Sale"
      And Tariq has come to agree to "Write to me each season" on "Spring Sale"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Tariq should have one mail titled "Rye is back, Tariq"

    @mail @workflows @needs.mailbox @req.SYS-EMAIL
    Example: Whoever agreed at first gets no letter after leaving the box open
      Given Maya has added Noor to the contacts
      And Tariq has come to agree to "Write to me each season" on "Spring Sale"
      And Tariq has come to leave "Write to me each season" open on "Spring Sale"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Noor should have one mail titled "Rye is back, Noor"
      And Tariq should have no mail "Rye is back, Tariq"
