@system @building @realtime @browser @fixture.own_platform @needs.processes @req.IP-BUILDER-BACKEND @req.CONSISTENCY
Feature: A platform in trouble while somebody builds
  Machines die at noon, while Maya types. What the builder called saved is a promise, and what it did not is still in her hands:
  she must lose neither, and must not have to do anything about it.

  Background:
    Given Maya has the site "Spring Sale" with the headline "20% off"

  Rule: What was called saved outlives the platform's trouble

    Example: A headline that was called saved is there after its server was killed
      Given Maya has changed the headline of "Spring Sale" to "30% off"
      And the part "web" of the platform was killed
      When Maya opens "Spring Sale" by its address in the builder
      Then Maya's draft of "Spring Sale" should read "30% off"

  Rule: What was written during the trouble is stored after it

    @req.SYS-BUILDER
    @outage.web.killed
    Example: A headline that is written while the server is away arrives by itself
      Given Maya has "Spring Sale" open
      And the part "web" of the platform was killed
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 20 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine

    @req.SYS-BUILDER
    @outage.web.slow
    Example: A headline that is written while everything takes seconds arrives by itself
      Given Maya has "Spring Sale" open when the connection is slow
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 20 seconds the builder should call "Spring Sale" "Saved"
      And Maya should read the headline "Rye at five" of "Spring Sale" on a second machine

    @accounts @needs.mailbox @req.SYS-REALTIME
    @outage.line.slow
    Example: A colleague's words arrive while everything takes seconds
      Given Noor works for Maya as an editor
      And Maya has "Spring Sale" open when the connection is slow
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 20 seconds Maya's screen should show "Rye at five"

    @req.SYS-REALTIME
    @outage.line.killed
    Example: Two people see each other's words again after their server was killed
      Given Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open
      And the part "web" of the platform was killed
      When Noor writes the headline "Rye at five" on "Spring Sale"
      Then within 20 seconds Maya's screen should show "Rye at five"
