@system @mail @contacts @connecting @workflows @building @publishing @needs.mailbox @needs.time_travel @req.SYS-EMAIL
Feature: Letters at the reader's hour
  Maya's readers live in Berlin and in New York. A letter at four in the morning wakes somebody, or lies below thirty
  others by breakfast. She names an hour, or hours at which nobody is written to; the readers' clocks count, not hers.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has added Priya to the contacts, whose clocks are those of "Europe/Berlin"
    And Maya has added Noor to the contacts, whose clocks are those of "America/New_York"

  Rule: A letter for an hour goes out when its reader's clocks show that

    @api @req.IP-CRM-WORKFLOW
    Example: Breakfast in Berlin, while New York is asleep
      Given it is 8:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody for "09:00"
      When 2 hours pass
      Then within 20 seconds the mail "Rye is back, Priya" should reach Priya
      And the broadcast "Rye is back, {name}" should tell that 1 were "due"
      And Noor should have no mail

    @api @req.CONSISTENCY
    Example: The next breakfast in New York
      Given it is 8:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody for "09:00"
      When 24 hours pass
      Then the broadcast "Rye is back, {name}" should come to be "sent"
      And Priya should have one mail titled "Rye is back, Priya"
      And Noor should have one mail titled "Rye is back, Noor"

    Example: Maya reads when the next go out
      Given it is 8:00 in "Europe/Berlin"
      When Maya sends the broadcast "Rye is back, {name}" to everybody for "09:00"
      Then within 20 seconds Maya should know that "Rye is back, {name}" goes on at "09:00" in "Europe/Berlin"

    @api @req.ERRORS
    Example: A reader whose clocks nobody knows
      Given Maya has added Tariq to the contacts
      And Maya has let workflows of "Spring Sale" go by the clocks of "Europe/Berlin"
      And it is 8:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody for "09:00"
      When 2 hours pass
      Then within 20 seconds the mail "Rye is back, Tariq" should reach Tariq

    @api @req.CONSISTENCY
    Example: One that stood still while its hour passed waits for the next
      Given it is 8:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody for "09:00"
      And Maya has paused the broadcast "Rye is back, {name}" for 12 hours
      When Maya lets the broadcast "Rye is back, {name}" go on
      Then within 20 seconds Maya should know that "Rye is back, {name}" goes on at "09:00" in "Europe/Berlin"

  Rule: Nobody gets a letter to many in quiet hours

    Example: Evening in Berlin, afternoon in New York
      Given Maya has named the hours from "21:00" to "08:00" as quiet
      And it is 22:00 in "Europe/Berlin"
      When Maya sends the broadcast "Rye is back, {name}" to everybody
      Then within 20 seconds the mail "Rye is back, Noor" should reach Noor
      And the broadcast "Rye is back, {name}" should tell that 1 were "due"
      And Priya should have no mail

    @api
    Example: The morning after
      Given Maya has named the hours from "21:00" to "08:00" as quiet
      And it is 22:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody
      And the broadcast "Rye is back, {name}" has reached 1 reader
      When 11 hours pass
      Then within 20 seconds the mail "Rye is back, Priya" should reach Priya
      And the broadcast "Rye is back, {name}" should come to be "sent"

    @api
    Example: Other quiet hours while a letter waits for the end of these
      Given Maya has named the hours from "21:00" to "08:00" as quiet
      And it is 22:00 in "Europe/Berlin"
      And Maya has sent the broadcast "Rye is back, {name}" to everybody
      And the broadcast "Rye is back, {name}" has reached 1 reader
      When Maya names the hours from "23:30" to "08:00" as quiet
      Then within 20 seconds the mail "Rye is back, Priya" should reach Priya

    @req.ERRORS
    Example: Hours that are all of the day
      When Maya names the hours from "08:00" to "08:00" as quiet
      Then Maya should be told "Quiet hours begin and end at different times"
