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
