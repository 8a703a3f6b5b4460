@system @partners @api @needs.contract @needs.workspaces @needs.receiver @req.SYS-BACKEND @req.DEV-CONTRACT
Feature: Looking after a webhook
  Tariq builds one till after the other. He tries each before it stands in a shop, changes what it hears of, and takes it
  down. If what he asked for last were not what counts, his tills would ring for the wrong reasons.

  Rule: What a partner asked for last is what counts

    Example: A partner who asks for other events hears of those
      Given Maya has a live site "Spring Sale" that welcomes visitors
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has asked for "contact.created" instead
      And Maya has published "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then Tariq should be told of "contact.created" alone by webhook
      And all answers should be as partners were promised

    Example: A webhook that was taken down is nowhere any more
      Given Maya has an account
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has taken the webhook down
      When Tariq tries the webhook out
      Then Tariq should be told "does not exist here"
      And all answers should be as partners were promised

    @req.ERRORS
    Example: More webhooks than anybody can look after are not made
      Given Maya has an account
      And Tariq has a webhook from Maya for "site.published"
      When Tariq asks for 20 webhooks more
      Then Tariq should be told "Remove one that is not used"
      And all answers should be as partners were promised

  Rule: A receiver is tried out before it counts

    Example: A message that tells of nothing arrives like any other
      Given Maya has an account
      And Tariq has a webhook from Maya for "site.published"
      When Tariq tries the webhook out
      Then Tariq should be told of "webhook.test" alone by webhook
      And all answers should be as partners were promised

    @req.ERRORS
    Example: A webhook that has ended is not tried out
      Given Maya has the site "Spring Sale"
      And Tariq has a webhook from Maya for "site.published"
      And Tariq has wanted nothing more since Maya published "Spring Sale"
      When Tariq tries the webhook out
      Then Tariq should be told "Enable it"
      And all answers should be as partners were promised
