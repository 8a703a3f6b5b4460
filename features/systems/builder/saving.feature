@system @building @realtime @browser @req.SYS-BUILDER @req.IP-BUILDER-BACKEND
Feature: How far a page is stored
  Maya looks at one word above her page before she closes the shop: Saved. If it came a second too early, or never again,
  she would lose an evening's work or sit there waiting.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"

  Rule: The builder always says how far it is

    Example: Words that are on their way are called saving
      Given Maya has "Spring Sale" open when the connection is lost
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then the builder should call "Spring Sale" "Saving"

    @req.ERRORS
    @outage.line.resetting
    Example: Words that reach nobody are called offline until they arrive by themselves
      Given Maya has "Spring Sale" open when the connection is cut
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 5 seconds the builder should call "Spring Sale" "Offline"
      And once back Maya should read the headline "Rye at five" of "Spring Sale" on a second machine

    @slow @req.ERRORS
    @outage.line.down
    Example: Words that nobody answers for long are called offline
      Given Maya has "Spring Sale" open when the connection is lost
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 15 seconds the builder should call "Spring Sale" "Offline"

    Example: Words that arrive after all are called saved
      Given Maya has "Spring Sale" open when the connection is cut
      And Maya has written the headline "Rye at five" on "Spring Sale" in vain
      And Maya's connection has come back
      When Maya writes "Only this week" beneath the headline of "Spring Sale"
      Then within 10 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine

  Rule: An answer that is lost loses no words

    @slow @req.CONSISTENCY
    Example: Words that were written after it are stored with those before
      Given Maya has "Spring Sale" open when the connection is deaf
      And Maya has written the headline "Rye at five" on "Spring Sale" in vain
      And the builder has called "Spring Sale" "Offline" within 15 seconds
      When Maya writes "Only this week" beneath the headline of "Spring Sale"
      Then once back Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
      And within 15 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read "Only this week" on "Spring Sale" on a second machine

    @slow @components @req.SYS-COMPONENT
    @outage.line.stopped
    Example: Words whose answer was lost are one act to undo
      Given Maya has "Spring Sale" open when the connection is deaf
      And Maya has written the headline "Rye at five" on "Spring Sale" in vain
      And the builder has called "Spring Sale" "Offline" within 15 seconds
      And Maya's connection has come back
      And the builder has called "Spring Sale" "Saved" within 15 seconds
      When Maya undoes her last act on "Spring Sale"
      Then Maya should read the headline "20% off" of "Spring Sale" on a second machine

  Rule: Nobody leaves words behind that are not stored

    Example: Whoever goes while words wait is asked first
      Given Maya has "Spring Sale" open when the connection is cut
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then Maya should be asked before she leaves "Spring Sale"

    Example: Whoever goes when all is stored is not held up
      When Maya changes the headline of "Spring Sale" to "30% off"
      Then Maya should be free to leave "Spring Sale"

  Rule: Two windows of one person do not fight

    @req.SYS-REALTIME
    Example: Words of one window are in the other
      Given Maya has "Spring Sale" open in a second window
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 2 seconds Maya's second window should show "Rye at five"

    @req.SYS-REALTIME @req.CONSISTENCY
    Example: Words of both windows are kept
      Given Maya has "Spring Sale" open in a second window
      And Maya has written "Only this week" beneath the headline of "Spring Sale" in the second window
      When Maya changes the headline of "Spring Sale" to "Rye at five"
      Then Maya should read the headline "Rye at five" of "Spring Sale" on a second machine
      And Maya should read "Only this week" on "Spring Sale" on a second machine
