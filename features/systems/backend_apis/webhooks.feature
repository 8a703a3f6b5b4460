@system @partners @api @needs.contract @needs.workspaces @needs.receiver @req.SYS-BACKEND @req.DEV-CONTRACT
Feature: Webhooks for partners
  Tariq's tills show what Maya offers. He does not ask every minute whether something has changed: he is told. What he is
  told he can verify, since anybody may knock at his door and say that Maya's prices are down.
  A message that lies, or one that tells him of somebody else's customers, costs Maya hers.

  Rule: A partner can tell who speaks

    Example: A message is signed with the secret that the partner got
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      When Maya publishes "Spring Sale"
      Then Tariq should be told of "site.published" by webhook
      And all answers should be as partners were promised

    @req.SECURITY
    Example: A message leads to what it tells of without telling it
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Tariq has a webhook from Maya for "contact.created"
      When Priya signs up on "Spring Sale"
      Then Tariq should be told of "contact.created" by webhook
      And what "contact.created" leads Tariq to should tell of "Priya"
      And all answers should be as partners were promised

  Rule: A partner hears what they asked for, and of nobody else

    Example: Events that nobody asked for are not told
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Tariq has a webhook from Maya for "site.published"
      And Priya was welcomed after signing up on "Spring Sale"
      When Maya publishes "Spring Sale"
      Then Tariq should be told of "site.published" alone by webhook

    @req.SECURITY
    Example: What happens in another business is not told
      Given Ravi has the site "Rye Week"
      And Tariq has a webhook from Ravi for "site.published"
      And Maya has published the site "Spring Sale" with the headline "20% off"
      When Ravi publishes "Rye Week"
      Then Tariq should be told of "site.published" alone by webhook

  Rule: A secret is told once, and changes without a gap

    @req.SECURITY
    Example: A secret is never shown again
      Given Maya has an account
      And Tariq has a webhook from Maya for "form.sent"
      When Tariq looks at the webhook
      Then Tariq's webhook should say "form.sent"
      And Tariq should see no secret there

    Example: For a day the old secret signs beside the new one
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has got another secret
      When Maya publishes "Spring Sale"
      Then Tariq should be told of "site.published", signed with both secrets

    @needs.time_travel @req.SECURITY
    Example: After a day the old secret signs nothing
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has got another secret
      And a day has passed
      When Maya publishes "Spring Sale"
      Then Tariq should be told of "site.published", signed with the new secret alone
