@system @jobs @connecting @workflows @building @publishing @needs.outages @req.SYS-JOBS @req.ERRORS
Feature: Work that waits
  Three people have signed up, and nobody was greeted. Maya looks at her workflow, which is in order, and at her form, which
  is, too. She should be told that the work waits, and how long, before she takes apart what is not broken.

  Background:
    Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"

  Rule: Work that waits longer than it should is said to

    @browser @fixture.own_platform @needs.processes
    Example: Sign-ups that nobody begins with are late on the screen
      Given 3 others have signed up on "Spring Sale", while the part "worker" is down
      When Maya looks at the work that waits
      Then within 30 seconds Maya should be told that 3 pieces of work are late

    @api @fixture.own_platform @needs.processes
    Example: Sign-ups that nobody begins with are late for a program
      Given 3 others have signed up on "Spring Sale", while the part "worker" is down
      When Maya looks at the work that waits
      Then within 30 seconds Maya should be told that 3 pieces of work are late

    @api @fixture.own_platform @needs.processes
    Example: Sign-ups of this moment are not late
      Given 3 others have signed up on "Spring Sale", while the part "worker" is down
      When Maya looks at the work that waits
      Then within 8 seconds Maya should be told that 3 pieces of work wait
