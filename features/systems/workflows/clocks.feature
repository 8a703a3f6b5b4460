@system @connecting @workflows @building @publishing @contacts @mail @needs.mailbox @needs.time_travel @api @req.SYS-WORKFLOW
Feature: By the clock on the wall
  Maya's letter about fresh rolls is for the breakfast table. Nine o'clock is nine o'clock where her bakery is, also on
  the Sunday on which the hour is gone. A letter that comes at eight wakes people; at ten the rolls are sold.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
      | step                        | says                 | words         |
      | Add the visitor to contacts |                      |               |
      | Send a mail                 | Welcome, {name}      | Hello {name}. |
      | Wait for a day              | any day 09:00        |               |
      | Send a mail                 | Good morning, {name} | Hello {name}. |
    And Maya has let workflows of "Spring Sale" go by the clocks of "Europe/Berlin"

  Rule: A time of day is what clocks show there, whatever the night

    @req.SYS-EMAIL
    Example: The night that lacks an hour
      Given it is 20:00 on the evening before clocks go forward in "Europe/Berlin"
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"
      When 12 hours pass
      Then within 20 seconds the mail "Good morning, Priya" should reach Priya

    Example: The night that has an hour twice
      Given it is 20:00 on the evening before clocks go back in "Europe/Berlin"
      When Priya signs up on "Spring Sale"
      Then within 20 seconds Priya should wait in "letters" of "Spring Sale" until "09:00"

  Rule: Where a contact's own clocks are known, these count

    @req.IP-CRM-WORKFLOW
    Example: Breakfast in Tokyo
      Given it is 20:00 in "Europe/Berlin"
      And Maya has added Priya to the contacts, whose clocks are those of "Asia/Tokyo"
      And Priya was welcomed after signing up on "Spring Sale"
      And Priya waits in the workflow "letters" of "Spring Sale"
      When 8 hours pass
      Then within 20 seconds the mail "Good morning, Priya" should reach Priya

  Rule: The clocks of a site are chosen, from those that there are

    @req.ERRORS
    Example: A place that no clock knows
      When Maya lets workflows of "Spring Sale" go by the clocks of "Narnia/Cair Paravel"
      Then Maya should be told "There is no time zone"
