@system @partners @accounts @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.DEV-ERRORLOG
Feature: Errors, as an operator's programs ask for them
  Imani's night watch is a program: it looks for numbers that people were told, and calls settled what was mended. One
  digit is lost on the telephone, one key in a file of settings. It must be told so, and not that all is well.

  Rule: What is no error here is refused as promised

    @req.DEV-CONTRACT @req.ERRORS
    Scenario Outline: To ask for <what> is refused
      When <who> asks in vain for <what>
      Then <who> should be told "<words>"
      And all answers should be as partners were promised

      Examples:
        | who   | what                                       | words                     |
        | Imani | a number that nobody was told              | This number finds nothing |
        | Imani | the settlement of errors that nobody met   | no such group of errors   |
        | Tariq | a number with the key of somebody else     | needs the operator's key  |
        | Tariq | a settlement with the key of somebody else | needs the operator's key  |
