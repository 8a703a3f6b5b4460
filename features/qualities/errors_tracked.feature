@quality @operating @customising @building @fixture.own_platform @needs.outages @req.DEV-ERRORLOG
Feature: Errors that can be found again
  Whatever goes wrong on Maya's screen, she is told a number. Imani, who runs the platform, finds by it what happened, and how
  many others met the same. Without it they would write letters about screenshots, while the oven is cold.

  Background:
    Given Maya has the site "Spring Sale" for the business "Maya's Sourdough"
    And the copywriter answers as one that "fails"

  Rule: Whoever meets an error is told a number that finds it

    Example: A number leads to the log, by way of the part that failed
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "tell support the number"
      And Imani should find by that number that "web" wrote "failed" in its log
      And Imani should find by that number the group of the error

    @browser
    Example: What fails in a script of the builder has a number too
      Given Maya has "Spring Sale" open in a browser that knows no dialogs
      When Maya wants the preview of her site
      Then Maya should be told "Something went wrong on this page"
      And Imani should find by that number that "web" wrote "script failed" in its log
      And Imani should find by that number the group of the error

  Rule: An error outlives the trouble that it tells of

    @browser @req.ERRORS
    Example: What was met while the database was away is counted when it is back
      When Maya looks at her sites while the part "database" is away
      Then Maya should be told "tell support the number"
      And Imani should find by that number the group of the error

  Rule: Errors of one kind are one group, and others are another one

    Example: The same error on another site is the same group
      Given Maya has the site "Autumn Sale" for the business "Maya's Rye"
      And Maya has met an error when she asked for other words in the section "Hero" of "Autumn Sale"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "tell support the number"
      And Imani should find by that number the error that Maya met before, once more

    Example: Another error at the same work is another group
      Given Maya has met an error when she asked for other words in the section "Hero" of "Spring Sale"
      And the copywriter answers as one that "breaks off"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "broke off in the middle"
      And Imani should find by that number another error than Maya met before

  Rule: What a rule refuses is no error

    @req.ERRORS
    Example: What is somebody else's is refused without being counted
      Given Maya has met an error when she asked for other words in the section "Hero" of "Spring Sale"
      When Ravi opens "Spring Sale" by its address in the builder
      Then Ravi should be told "does not exist here"
      And Imani should see no error beside those up to Maya's

  Rule: What was settled and comes back says so

    Example: An error that comes back is open again
      Given Maya has met an error when she asked for other words in the section "Hero" of "Spring Sale"
      And Imani has settled the error that Maya met
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "tell support the number"
      And Imani should find by that number an error that came back

    Example: An error that is settled stays so while nobody meets it
      Given Maya has met an error when she asked for other words in the section "Hero" of "Spring Sale"
      When Imani settles the error that Maya met
      Then the error that Maya met should be "settled" for Imani

  Rule: Errors are for the operator, and tell nothing of who met them

    @req.SECURITY
    Example: What is told of an error names neither Maya nor her site
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "tell support the number"
      And the group of that number should tell Imani nothing of Maya's "Spring Sale"

    @req.SECURITY
    Example: Another key shows nobody's errors
      When Tariq looks for errors with a key of somebody else
      Then Tariq should be told "the operator's key"
