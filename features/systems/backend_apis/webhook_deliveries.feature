@system @partners @api @needs.contract @needs.workspaces @needs.receiver @req.SYS-BACKEND
Feature: Messages that arrive, later or again
  Tariq's receiver is switched off on Sundays, and Maya's business is not. What he missed he gets on Monday, and what he
  gets twice he knows by its id. Where a message may lead is decided by the platform: one that led into its own house
  would read out to a stranger what stands there.

  Rule: What a receiver missed it gets later

    @needs.time_travel @req.CONSISTENCY @req.SYS-JOBS
    Example: A message that is sent again has the same id
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has missed that Maya published "Spring Sale"
      When a day passes
      Then Tariq should get the missed "site.published" under its old id

    @needs.time_travel @req.CONSISTENCY @req.ERRORS
    Example: A receiver that was away gets all that happened
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Tariq has a webhook from Maya for "contact.created" and "form.sent"
      And Tariq has missed that Priya became a contact by "Spring Sale"
      When a day passes
      Then Tariq should be told of "form.sent" by webhook
      And Tariq should be told of "contact.created" by webhook

  Rule: Only what was taken is called delivered

    @req.ERRORS
    Example: A receiver that never answers is not waited for
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq's receiver never answers
      When Maya publishes "Spring Sale"
      Then Tariq should read that "site.published" waits because "no answer came within"

    @req.SECURITY
    Example: A receiver that sends everybody elsewhere is not followed
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq's receiver sends everybody elsewhere
      When Maya publishes "Spring Sale"
      Then Tariq should read that "site.published" waits because "redirects are not followed"

  Rule: A receiver that is gone is left alone

    Example: A receiver that wants nothing more ends its webhook
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq's receiver is gone for good
      When Maya publishes "Spring Sale"
      Then Tariq should read that "site.published" was given up
      And Tariq's webhook should say "it wants nothing more"

    Example: What happens after the end is not sent
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has wanted nothing more since Maya published "Spring Sale"
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "Bread worth getting up for"
      And nothing more should be sent to Tariq
