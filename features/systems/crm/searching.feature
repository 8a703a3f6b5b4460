@system @workflows @connecting @building @publishing @contacts @req.SYS-CRM
Feature: Finding contacts again
  Somebody calls about an order, and Maya remembers half a name. She has to find them while they are on the telephone,
  among all who ever signed up, and nobody else in their place.

  Rule: A contact is found by any part of name or address

    Example: In whatever letters
      Given Priya is a contact of Maya
      And Tariq is a contact of Maya
      When Maya looks for "RIY" among the contacts
      Then Maya should find Priya alone by "RIY"

    Example: A part of the address
      Given Priya is a contact of Maya
      And Tariq is a contact of Maya
      When Maya looks for "tariq." among the contacts
      Then Maya should find Tariq alone by "tariq."

    @browser
    Example: A sign that is nobody's name
      Given Priya is a contact of Maya
      When Maya looks for "P%a" among the contacts
      Then Maya should find nobody by "P%a"
      And Maya should find Priya alone by "Pri"

  Rule: Many contacts are read a part at a time, each once

    Example: Everybody of a busy day
      Given Maya has published the site "Spring Sale" with a sign-up form that starts the steps
        | step                        | says | words |
        | Add the visitor to contacts |      |       |
      And 55 others have signed up on "Spring Sale"
      When Maya reads all contacts with "Other"
      Then Maya should read 55 contacts with "Other", each once
