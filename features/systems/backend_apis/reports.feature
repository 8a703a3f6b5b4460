@system @partners @api @mail @needs.contract @needs.returns @req.SYS-BACKEND @req.SYS-EMAIL
Feature: Reports on letters, as mail servers hand them in
  An operator lets a mail server hand in what comes back by mail. It is a machine, and does by itself what an answer
  says: keep a report for later, throw it away, or ask a person. One that is misunderstood fills a queue for ever.

  Rule: What is no report on a letter of ours is refused as promised

    @req.DEV-CONTRACT @req.ERRORS
    Scenario Outline: To hand in <what> is refused
      When Tariq hands in <what>
      Then Tariq should be told "<words>"
      And all answers should be as partners were promised

      Examples:
        | what                                   | words                       |
        | what is no report                      | leave all else in the inbox |
        | a report that names no letter          | does not name its letter    |
        | a report on a letter that nobody sent  | do not hand this in again   |
        | a report with the key of somebody else | needs the operator's key    |
