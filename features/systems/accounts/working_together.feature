@system @accounts @req.ACCOUNTS @needs.workspaces @needs.mailbox
Feature: Working together
  Maya cannot do it all alone. Noor writes for her, her accountant only looks. Each gets in by an invitation of their
  own and may do what they came for. If a helper's helper could publish prices, Maya would do it alone again.

  Rule: An invitation lets one person in, once

    Example: Whoever follows an invitation finds the business's sites
      Given Maya has the site "Spring Sale"
      And Maya has invited Noor as an editor
      When Noor accepts the invitation
      Then Noor should read "Bread worth getting up for" in the draft of "Spring Sale"
      And Maya should work together with Noor as an editor

    @req.SECURITY
    Example: An invitation that was used opens nothing for whoever finds the mail
      Given Maya has invited Noor as an editor
      And Noor has accepted the invitation
      When Ravi accepts Noor's invitation
      Then Ravi should be told "is not open any more"
      And Maya should work together with Noor as an editor

    @req.SECURITY
    Example: An invitation that was withdrawn opens nothing
      Given Maya has invited Noor as an editor
      And Maya has withdrawn Noor's invitation
      When Noor accepts the invitation
      Then Noor should be told "is not open any more"
      And Maya should work alone

    @needs.time_travel
    Example: An invitation nobody followed for a week is over
      Given Maya has invited Noor as an editor
      And 8 days have passed
      When Noor accepts the invitation
      Then Noor should be told "is not open any more"
      And Maya should work alone

    @req.SECURITY
    Example: An invitation of somebody who is no owner any more opens nothing
      Given Noor works for Maya as an owner
      And Noor has invited Tariq as an owner
      And Maya has made Noor a viewer
      When Tariq accepts the invitation
      Then Tariq should be told "is not open any more"
      And Maya should work together with Noor as a viewer

  Rule: Everybody may do what they came for

    @req.SECURITY
    Example: A viewer looks while the page stays as it is
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as a viewer
      When Noor changes the headline of "Spring Sale" to "Everything free"
      Then Noor should be told "may look at it, and not change it"
      And Noor should read "Bread worth getting up for" in the draft of "Spring Sale"

    Example: An editor's words are in the draft that everybody sees
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an editor
      When Noor changes the headline of "Spring Sale" to "Rye week"
      Then Noor should read "Rye week" in the draft of "Spring Sale"
      And Maya should read "Rye week" in the draft of "Spring Sale"

    @req.SECURITY
    Example: An editor lets nobody else in
      Given Noor works for Maya as an editor
      When Noor invites Ravi as an owner
      Then Noor should be told "Only an owner"
      And Maya should work together with Noor as an editor

    @req.SECURITY
    Example: A role that was taken away is gone at once
      Given Maya has the site "Spring Sale"
      And Noor works for Maya as an editor
      And Maya has made Noor a viewer
      When Noor changes the headline of "Spring Sale" to "Everything free"
      Then Noor should be told "may look at it, and not change it"
