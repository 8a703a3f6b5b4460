@system @insights @building @publishing @req.SYS-ANALYTICS
Feature: What happens elsewhere
  The bread is paid at the till, whose program tells of each order. It tells twice when the line is bad, and on Monday what
  happened on Sunday. Maya's figures must be as right as her cash book.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"

  Rule: What programs tell is counted once, on its day

    @api
    Example: An order
      When Maya's program tells of the event "Order" of "Spring Sale" as "order-1"
      Then within 5 seconds Maya should read that "Order" of "Spring Sale" happened once

    @api @req.CONSISTENCY
    Example: An order that is told twice
      Given Maya's program has told of the event "Order" of "Spring Sale" as "order-1"
      When Maya's program tells of the event "Order" of "Spring Sale" as "order-1"
      Then within 5 seconds Maya should read that "Order" of "Spring Sale" happened once

    @api @needs.time_travel @req.CONSISTENCY
    Example: An order of a day that was read already
      Given a day has passed
      And Maya has looked at what came of "Spring Sale"
      When Maya's program tells of the event "Order" of "Spring Sale" 1 days late
      Then within 5 seconds Maya should read that "Order" of "Spring Sale" happened once

    @browser
    Example: Orders on the screen
      Given Maya's program has told of the event "Order" of "Spring Sale" as "order-1"
      And Maya's program has told of the event "Order" of "Spring Sale" as "order-2"
      When Maya looks at what came of "Spring Sale"
      Then within 5 seconds Maya should read that "Order" of "Spring Sale" happened twice

  Rule: What cannot have happened is refused

    @api @req.ERRORS
    Example: An order of the day after tomorrow
      When Maya's program tells of the event "Order" of "Spring Sale" 2 days ahead
      Then Maya should be told "nothing that is yet to come"

    @api @req.ERRORS
    Example: An order of last month
      When Maya's program tells of the event "Order" of "Spring Sale" 30 days late
      Then Maya should be told "within 7 days"
