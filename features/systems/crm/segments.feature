@system @workflows @connecting @building @publishing @contacts @req.SYS-CRM
Feature: Segments of contacts
  Maya writes to those who like rye on Mondays, and to friends of the bakery before Christmas. Who that is changes each
  day, and she wants to say it once. Whoever is held by mistake gets a letter that is not for them.

  Rule: A segment holds whoever fits it by now, with nobody else

    Example: Friends who like rye
      Given Priya is a contact of Maya for whom was done
        | step               | says                      |
        | Tag the contact    | friend                    |
        | Change the contact | favourite bread: dark Rye |
      And Tariq is a contact of Maya for whom was done
        | step            | says   |
        | Tag the contact | friend |
      When Maya makes the segment "Rye friends" of those who fit all of
        | condition                  | which           | says |
        | is tagged                  | friend          |      |
        | has a detail that contains | favourite bread | rye  |
      Then Maya should find Priya alone in the segment "Rye friends"
      And Maya should have the segments
        | segment     | how many |
        | Rye friends | 1        |

    @browser
    Example: Whoever is a friend or reads the Sunday letter
      Given Priya is a contact of Maya for whom was done
        | step            | says   |
        | Tag the contact | friend |
      And Tariq is a contact of Maya for whom was done
        | step          | says          |
        | Put on a list | Sunday letter |
      And Noor is a contact of Maya
      When Maya makes the segment "Close to us" of those who fit any of
        | condition      | which         | says |
        | is tagged      | friend        |      |
        | is on the list | Sunday letter |      |
      Then Maya should find Priya and Tariq in the segment "Close to us"

    Example: Whoever is no friend any more
      Given Priya is a contact of Maya for whom was done
        | step            | says   |
        | Tag the contact | friend |
      And Maya has the segment "Friends" of those tagged "friend"
      And Maya has published the site "Farewell" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Take a tag off              | friend |       |
      When Priya signs up on "Farewell"
      Then the run of "letters" of "Farewell" for Priya should be "succeeded"
      And Maya should find nobody in the segment "Friends"

    Example: Whoever only tried it out is nobody's friend
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says   | words |
        | Add the visitor to contacts |        |       |
        | Tag the contact             | friend |       |
      And Maya has the segment "Friends" of those tagged "friend"
      And Maya has tried the form of "Spring Sale" out
      When Priya signs up on "Spring Sale"
      Then the run of "letters" of "Spring Sale" for Maya should be "succeeded"
      And the run of "letters" of "Spring Sale" for Maya should be marked as a sample
      And Maya should find Priya alone in the segment "Friends"

    @needs.workspaces @req.SECURITY
    Example: A friend of the other bakery
      Given Priya is a contact of Maya for whom was done
        | step            | says   |
        | Tag the contact | friend |
      And Noor is a contact of Ravi for whom was done
        | step            | says   |
        | Tag the contact | friend |
      When Maya makes the segment "Regulars" of those who fit all of
        | condition     | which    | says |
        | is not tagged | stranger |      |
      Then Maya should find Priya alone in the segment "Regulars"

  Rule: A segment that nobody needs is removed, its contacts stay

    Example: The friends of last year
      Given Priya is a contact of Maya
      And Maya has the segment "Friends" of those tagged "friend"
      And Maya has the segment "Friends of last year" of those tagged "old friend"
      When Maya removes the segment "Friends of last year"
      Then Maya should have the segments
        | segment | how many |
        | Friends | 0        |
      And Maya should find Priya among the contacts
