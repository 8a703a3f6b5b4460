@system @jobs @connecting @building @publishing @contacts @mail @needs.mailbox @req.SYS-JOBS
Feature: What was kept is started late
  Maya's form was live for a week before she connected it. Thirty people believe that they have been heard. She wants them
  to get what everybody gets, once each, and to see how far that is.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form

  Rule: What was kept starts what it would have started, once

    @browser @req.IP-WORKFLOW-COMPONENT @req.SYS-EMAIL
    Example: Somebody who signed up before anything was connected
      Given Priya has signed up in vain on "Spring Sale"
      And Maya has connected the form of "Spring Sale" to the workflow "welcome"
      When Maya starts what was kept on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And within 60 seconds the late starts of "Spring Sale" should be told as "succeeded", "1 of 1"

    @req.CONSISTENCY @req.IP-WORKFLOW-COMPONENT
    Example: Who was greeted already is not greeted again
      Given Priya has signed up in vain on "Spring Sale"
      And Maya has connected the form of "Spring Sale" to the workflow "welcome"
      And Noor was welcomed after signing up on "Spring Sale"
      When Maya starts what was kept on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya
      And Noor should have one mail "Welcome, Noor"
      And within 60 seconds the late starts of "Spring Sale" should be told as "succeeded", "1 of 1"

  Rule: Where nothing was kept, nothing is begun

    @api @req.ERRORS
    Example: Nothing was kept
      Given Maya has connected the form of "Spring Sale" to the workflow "welcome"
      When Maya starts what was kept on "Spring Sale"
      Then Maya should be told "Nothing waits here"

  Rule: What is cancelled is not done

    @fixture.own_platform @needs.outages @needs.processes @req.ERRORS
    Example: Late starts that nobody had begun
      Given Maya waits for the late start of Priya on "Spring Sale", while the part "worker" is down
      When Maya cancels the late starts of "Spring Sale"
      And the part "worker" is back
      And Noor signs up on "Spring Sale"
      Then within 60 seconds the mail "Welcome, Noor" should reach Noor
      And Priya should have no mail
      And the late starts of "Spring Sale" should be told as "cancelled", "0 of 1"

    @browser @fixture.own_platform @needs.outages @needs.processes
    Example: Late starts that were cancelled by mistake
      Given Maya waits for the late start of Priya on "Spring Sale", while the part "worker" is down
      And Maya has cancelled the late starts of "Spring Sale"
      And the part "worker" has come back
      And Noor was welcomed after signing up on "Spring Sale"
      When Maya lets the late starts of "Spring Sale" be done again
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya

    @api @fixture.own_platform @needs.outages @needs.processes
    Example: Late starts that a program has done again
      Given Maya waits for the late start of Priya on "Spring Sale", while the part "worker" is down
      And Maya has cancelled the late starts of "Spring Sale"
      And the part "worker" has come back
      And Noor was welcomed after signing up on "Spring Sale"
      When Maya lets the late starts of "Spring Sale" be done again
      Then within 60 seconds the mail "Welcome, Priya" should reach Priya

    @api @req.ERRORS
    Example: Late starts that have ended well are done once
      Given Priya has signed up in vain on "Spring Sale"
      And Maya has connected the form of "Spring Sale" to the workflow "welcome"
      And Maya has had started what was kept on "Spring Sale"
      When Maya lets the late starts of "Spring Sale" be done again
      Then Maya should be told "Only what failed or was cancelled is done again"

    @api @req.ERRORS
    Example: Late starts that have ended
      Given Priya has signed up in vain on "Spring Sale"
      And Maya has connected the form of "Spring Sale" to the workflow "welcome"
      And Maya has had started what was kept on "Spring Sale"
      When Maya cancels the late starts of "Spring Sale"
      Then Maya should be told "There is nothing left to cancel"
