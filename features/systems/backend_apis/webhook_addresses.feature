@system @partners @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.SECURITY
Feature: Where messages may lead
  The platform sends messages to wherever a partner says. Somebody who names a machine in its own house could have it
  asked what no stranger gets: the database next door, or the keys that a cloud hands to its machines.

  Rule: No message leads into the platform's own house

    Scenario Outline: An address of a private machine is refused
      Given Maya has an account
      When Maya asks for a webhook to "<address>"
      Then Maya should be told "<reason>"

      Examples:
        | address                                  | reason                   |
        | http://127.0.0.1:5432/                   | private machine          |
        | http://169.254.169.254/latest/meta-data/ | private machine          |
        | https://192.168.1.1/                     | private machine          |
        | http://[::ffff:10.0.0.7]/                | private machine          |
        | https://maya:secret@till.example/        | no name and no password  |
        | ftp://till.example/hooks                 | begins with https://     |
