@system @partners @api @contacts @mail @building @publishing @connecting @workflows @needs.contract @needs.mailbox @req.SYS-BACKEND
Feature: What is refused of letters
  A partner lets Maya write to her customers from a till. Each refusal is promised, so that the till can say what to do.
  A link that is no letter's is nobody's, and does nothing.

  Rule: What a letter is not fit for is refused as promised

    @req.SYS-EMAIL
    Example: A letter that is written otherwise before it goes out
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has written the broadcast "Rye is back" to everybody
      When Maya writes the broadcast "Rye is back" otherwise, as "Spelt is back"
      Then the broadcast "Spelt is back" should be "draft"
      And all answers should be as partners were promised

    @req.SYS-EMAIL
    Example: A letter that has gone out
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has added Priya to the contacts
      And Maya has sent the broadcast "Rye is back" to everybody
      When Maya writes the broadcast "Rye is back" otherwise, as "Spelt is back"
      Then Maya should be told "has gone out. Write another one"
      And all answers should be as partners were promised

    @req.SYS-EMAIL
    Example: A letter that nobody has let go out is not paused
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has written the broadcast "Rye is back" to everybody
      When Maya pauses the broadcast "Rye is back"
      Then Maya should be told "What can be done to it by now: nothing"
      And all answers should be as partners were promised

    @req.SYS-EMAIL
    Example: A letter of which it is known how it stands is not sent once more
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Maya has added Priya to the contacts
      And Maya has sent the broadcast "Rye is back" to everybody
      When Maya sends the broadcast "Rye is back" to Priya once more
      Then Maya should be told "Only what is uncertain"
      And all answers should be as partners were promised

    @req.SYS-EMAIL
    Example: A letter from a site that was put away
      Given Maya has the site "Spring Sale"
      And Maya has put "Spring Sale" away
      When Maya writes the broadcast "Rye is back" to everybody
      Then Maya should be told "put away"
      And all answers should be as partners were promised

    @req.SYS-CRM
    Example: A contact is not taken into itself
      Given Maya has added Priya to the contacts
      When Maya takes Priya into Priya
      Then Maya should be told "one contact already"
      And all answers should be as partners were promised

  Rule: A link that is no letter's does nothing

    @req.LIVE-SITE @req.SECURITY
    Scenario Outline: <what> is refused
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Tariq sends "Spring Sale" <what>
      Then Tariq should be told "mail does not exist here"
      And all answers should be as partners were promised

      Examples:
        | what                             |
        | a look at the end of no mail     |
        | an end by no mail                |
        | a return by no mail              |
        | a look at the question of no mail |
        | an answer to no mail             |
