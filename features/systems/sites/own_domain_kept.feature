@system @building @components @publishing @needs.names @req.LIVE-SITE
Feature: Keeping an address of one's own
  Name servers fall silent for an hour, records are deleted by mistake, domains are sold. Maya's visitors must lose her site
  only when the name is really gone; and whoever buys the name must not be kept out by whoever had it, or only said it.

  Background:
    Given Maya has published the site "Spring Sale" with the headline "20% off"

  Rule: A name server that is silent changes nothing

    @browser
    Example: A silent hour
      Given Maya has given "Spring Sale" the live domain "bakery.test"
      And the name servers of the domain "bakery.test" have fallen silent
      When Maya looks again at the domain of "Spring Sale"
      Then Maya should read "did not answer" of the domain of "Spring Sale"
      And visitors of the domain "bakery.test" should read "20% off"

  Rule: A domain belongs to whoever has proven it

    @api
    Example: A name that somebody else only said
      Given Maya has brought the domain "bakery.test" to "Spring Sale"
      And Ravi has published the site "Rolls" with the headline "Buy six"
      When Ravi gives "Rolls" the live domain "bakery.test"
      Then visitors of the domain "bakery.test" should read "Buy six"

    Example: A name that somebody else has proven
      Given Ravi has published the site "Rolls" with the headline "Buy six"
      And Ravi has given "Rolls" the live domain "bakery.test"
      And Maya has brought the domain "bakery.test" to "Spring Sale"
      And Maya has proven the domain of "Spring Sale" as well
      When Maya looks again at the domain of "Spring Sale"
      Then Maya should read "belongs to another site" of the domain of "Spring Sale"
      And visitors of the domain "bakery.test" should read "Buy six"

    @api
    Example: A domain that was sold
      Given Ravi has published the site "Rolls" with the headline "Buy six"
      And Ravi has given "Rolls" the live domain "bakery.test"
      And Ravi has removed the records of the domain of "Rolls"
      And Maya has brought the domain "bakery.test" to "Spring Sale"
      And Maya has set both records for the domain of "Spring Sale"
      When Maya looks again at the domain of "Spring Sale"
      Then within 15 seconds visitors of the domain "bakery.test" should come to read "20% off"

  Rule: A domain that was taken away is free

    @browser
    Example: A domain that its owner wants no more
      Given Maya has given "Spring Sale" the live domain "bakery.test"
      When Maya takes the domain of "Spring Sale" away
      Then visitors of the domain "bakery.test" should find nothing
      And visitors of "Spring Sale" should read "20% off"

  Rule: What cannot be a domain of one's own is refused in words

    @req.ERRORS
    Scenario Outline: A name that is <what>
      When Maya brings the name "<name>" to "Spring Sale"
      Then Maya should be told "<words>"

      Examples:
        | what               | name                       | words                      |
        | our own            | bakery.localhost           | belongs to this platform   |
        | a whole address    | https://bakery.example/buy | only the name              |
        | a machine's number | 192.0.2.7                  | the number of a machine    |
        | a whole part       | example                    | a whole part of the net    |
        | all names at once  | *.bakery.example           | all of them                |
        | underscored        | our_bread.example          | No visitor finds           |
