@integration @building @components @accounts @realtime @connecting @publishing @api @needs.workspaces @needs.mailbox
@req.CONSISTENCY @req.IP-BUILDER-BACKEND @req.X-COORDINATION
Feature: Many hands on one site
  On the eve of the spring sale Maya, Noor and Tariq write at one page without a word to each other, and visitors sign up by the
  dozen. Whoever was told that it is stored relies on it; a word lost between two hands would be missed by nobody, until it matters.

  Rule: What was called stored outlasts whatever others write

    Example: Words of three people who write at once
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Tariq works for Maya as an editor
      When Maya, Noor and Tariq write 60 headlines or texts of "Spring Sale" at once
      Then all that was called stored should be there

    @fixture.own_platform @needs.processes
    Example: Words of three people whose server is killed meanwhile
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Tariq works for Maya as an editor
      When Maya, Noor and Tariq write 60 headlines or texts of "Spring Sale" at once, while the part "web" is killed
      Then all that was called stored should be there
      And whoever looked should have seen what was stored by then
      And everybody should have been told one order

  Rule: Whoever looks sees what was stored before they looked

    @req.SYS-COMPONENT
    Example: Two people who look after each word
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      When Maya and Noor write 60 headlines or texts of "Spring Sale" at once
      Then whoever looked should have seen what was stored by then

  Rule: All hands are told one order

    @req.SYS-REALTIME
    Example: Three people who are told whose words came first
      Given Maya has the site "Spring Sale" with the headline "20% off"
      And Noor works for Maya as an editor
      And Tariq works for Maya as an editor
      When Maya, Noor and Tariq write 60 headlines or texts of "Spring Sale" at once
      Then everybody should have been told one order

  Rule: Of visitors who come at once each is kept, once

    @req.IP-WORKFLOW-COMPONENT
    Example: A dozen visitors who send the form together
      Given Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"
      When 12 visitors sign up on "Spring Sale" at once, while Maya looks
      Then all that was called stored should be there
      And whoever looked should have seen what was stored by then
