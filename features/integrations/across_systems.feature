@integration @connecting @workflows @contacts @mail @publishing @building @needs.mailbox @needs.workspaces @req.METRIC-CROSS
Feature: From one system to the next
  On Saturday morning Maya stands at the counter, with the builder open beside the till. Priya signs up in the queue and
  wants to show her welcome when it is her turn; a price that has just changed has to be the one that everybody reads.
  Each system may be quick by itself: what people notice is how long it takes until the next one knows.

  Rule: Whoever signs up is known while they still stand there

    @req.IP-CRM-WORKFLOW @req.SYS-CRM
    Example: A visitor who signs up is a contact within a second
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya signs up on "Spring Sale"
      Then within 1 second Maya should find Priya among the contacts

  Rule: A letter is there while its reader still looks at the page

    @req.SYS-EMAIL @req.SYS-WORKFLOW
    Example: A visitor who signs up has the welcome within a second
      Given Maya has a live site "Spring Sale" that welcomes visitors
      When Priya signs up on "Spring Sale"
      Then within 1 second the mail "Welcome, Priya" should reach Priya

  Rule: What one writes is stored, with everybody else reading it, within a breath

    Background:
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Maya and Noor have "Spring Sale" open

    @browser @realtime @components @accounts @req.SYS-BUILDER @req.IP-BUILDER-BACKEND
    Example: What Maya writes is saved within a second
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 1 second the builder should call "Spring Sale" "Saved"

    @browser @realtime @components @accounts @req.SYS-REALTIME @req.IP-BUILDER-BACKEND
    Example: What Maya writes is on Noor's screen within a second
      When Maya writes the headline "Rye at five" on "Spring Sale"
      Then within 1 second Noor's screen should show "Rye at five"

  Rule: What is published is what the next visitor reads

    Background:
      Given Maya has published the site "Spring Sale" with the headline "20% off"
      And Maya has changed the headline of "Spring Sale" to "30% off"

    @req.LIVE-SITE
    Example: What Maya publishes is read within a second
      When Maya publishes "Spring Sale"
      Then within 1 second visitors of "Spring Sale" should read "30% off"

    @jobs @api @req.LIVE-SITE @req.SYS-JOBS
    Example: What Maya has published in the background is read within a second
      When Maya has "Spring Sale" published in the background
      Then within 1 second visitors of "Spring Sale" should read "30% off"
