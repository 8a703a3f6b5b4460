@system @workflows @connecting @building @publishing @contacts @req.SYS-CRM
Feature: Keeping segments
  A segment is made on a busy morning, and relied on for years. Maya wants to be told at once what it lacks, to trust
  that nobody changes it behind her back, and that no workflow loses what it starts by.

  Rule: What a segment lacks is told where it is

    @req.ERRORS
    Scenario Outline: A condition that lacks <what>
      Given Maya has the segment "Friends" of those tagged "friend"
      When Maya makes the segment "Rye friends" of those who fit all of
        | condition   | which   | says |
        | is tagged   | friend  |      |
        | <condition> | <which> |      |
      Then Maya should be told "<told>"
      And Maya should have the segments
        | segment | how many |
        | Friends | 0        |

      Examples:
        | what     | condition           | which    | told                                  |
        | its tag  | is not tagged       |          | say which tag is meant                |
        | its day  | is known since      | tomorrow | a day is written as 2027-04-01        |
        | its list | is on the list      |          | say which list is meant               |

    @req.ERRORS
    Example: A name that another segment has
      Given Maya has the segment "Friends" of those tagged "friend"
      When Maya makes the segment "Friends" of those tagged "vip"
      Then Maya should be told "There is a segment “Friends” already"
      And Maya should have the segments
        | segment | how many |
        | Friends | 0        |

  Rule: A segment is changed as it was seen

    @browser @needs.mailbox @accounts @req.CONSISTENCY
    Example: Noor was quicker
      Given Priya is a contact of Maya for whom was done
        | step            | says |
        | Tag the contact | vip  |
      And Noor works for Maya as an editor
      And Maya has the segment "Friends" of those tagged "friend" before her
      And Noor has let "Friends" hold those tagged "vip"
      When Maya lets "Friends" hold those tagged "pal"
      Then Maya should be told "has changed since"
      And Maya should find Priya alone in the segment "Friends"

    @browser @trait.small_screens
    Example: A segment that is changed on a phone
      Given Priya is a contact of Maya for whom was done
        | step            | says |
        | Tag the contact | vip  |
      And Maya has the segment "Friends" of those tagged "friend"
      And Maya works on a phone
      When Maya lets "Friends" hold those tagged "vip"
      Then Maya should find Priya alone in the segment "Friends"

  Rule: What a workflow starts by keeps its name

    @req.IP-CRM-WORKFLOW @req.ERRORS
    Scenario Outline: A segment that is <what> while a workflow starts by it
      Given Maya has the site "Spring Sale" from the template "Neighbourhood bakery"
      And Maya has the segment "Friends" of those tagged "friend"
      And Maya has let "letters" of "Spring Sale" start when a contact comes to fit the segment "Friends"
        | step        | says         | words         |
        | Send a mail | Dear {name}  | Hello {name}. |
      When Maya <does it>
      Then Maya should be told "“letters” starts by “Friends”"
      And Maya should have the segments
        | segment | how many |
        | Friends | 0        |

      Examples:
        | what    | does it                              |
        | renamed | names the segment "Friends" "Pals"   |
        | removed | removes the segment "Friends"        |
