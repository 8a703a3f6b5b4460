@journey @building
Feature: Building a page
  Maya puts her page together in between customers, at the shop's old laptop and at home.
  A builder that says "Saved" and loses her work would lose her, too.

  Rule: What is dropped onto the page stays there

    @smoke @req.SYS-CANVAS @req.SYS-COMPONENT
    Example: A sign-up form that was dropped stands on the page after coming back
      Given Maya has the site "Spring Sale"
      When Maya drags a sign-up form onto the page of "Spring Sale"
      Then "Spring Sale" should have one sign-up form in the section "Stay in touch" asking for
        | field          |
        | Your name      |
        | E-mail address |

    @browser @req.SYS-CANVAS @req.ACCESSIBILITY
    Example: A sign-up form that was added by keyboard stands on the page after coming back
      Given Maya has the site "Spring Sale"
      When Maya adds a sign-up form to the section "Stay in touch" of "Spring Sale" by keyboard
      Then "Spring Sale" should have one sign-up form in the section "Stay in touch" asking for
        | field          |
        | Your name      |
        | E-mail address |

  Rule: What the builder called saved is there on every machine

    @req.IP-BUILDER-BACKEND @req.SYS-BUILDER
    Example: A headline written in the shop is there at home
      Given Maya has the site "Spring Sale"
      When Maya changes the headline of "Spring Sale" to "20% off"
      Then Maya should read the headline "20% off" of "Spring Sale" on a second machine

  Rule: What has not arrived is not called saved, nor lost

    @browser @realtime @needs.outages @req.IP-BUILDER-BACKEND @req.SYS-REALTIME @req.ERRORS
    Example: A headline written while the connection is lost arrives when it is back
      Given Maya has the site "Spring Sale"
      And Maya has "Spring Sale" open when the connection is lost
      When Maya writes the headline "20% off" on "Spring Sale"
      Then the builder should not call "Spring Sale" saved
      And once back Maya should read the headline "20% off" of "Spring Sale" on a second machine

    @browser @realtime @needs.outages @req.IP-BUILDER-BACKEND @req.SYS-REALTIME @req.ERRORS
    Example: Of two headlines written while the connection is lost the last one stays
      Given Maya has the site "Spring Sale"
      And Maya has "Spring Sale" open when the connection is lost
      And Maya has written the headline "20% off" on "Spring Sale" in vain
      When Maya writes the headline "30% off" on "Spring Sale"
      Then the builder should not call "Spring Sale" saved
      And once back Maya should read the headline "30% off" of "Spring Sale" on a second machine

    @browser @realtime @needs.outages @req.IP-BUILDER-BACKEND @req.SYS-REALTIME @req.ERRORS
    Example: Words written at two places while the connection is lost arrive at both
      Given Maya has the site "Spring Sale"
      And Maya has "Spring Sale" open when the connection is lost
      And Maya has written the headline "20% off" on "Spring Sale" in vain
      When Maya writes the headline "30% off" on "Spring Sale"
      And Maya writes "Only this week" beneath the headline of "Spring Sale"
      Then once back Maya should read the headline "30% off" of "Spring Sale" on a second machine
      And Maya should read "Only this week" on "Spring Sale" on a second machine
