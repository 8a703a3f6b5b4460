@system @partners @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.SECURITY
Feature: Where messages may lead
  The platform sends messages to wherever a partner says. Somebody who names a machine in its own house could have it
  asked what no stranger gets: the database next door, or the keys that a cloud hands to its machines.

  Rule: No message leads into the platform's own house

    Example: The platform's own machine is no receiver
      Given Maya has an account
      When Maya asks for a webhook to "http://127.0.0.1:5432/"
      Then Maya should be told "private machine"

    Example: The keys that a cloud hands to its machines are not read out
      Given Maya has an account
      When Maya asks for a webhook to "http://169.254.169.254/latest/meta-data/"
      Then Maya should be told "private machine"

    Example: A private machine is known however it is written
      Given Maya has an account
      When Maya asks for a webhook to "http://[::ffff:10.0.0.7]/"
      Then Maya should be told "private machine"

    Example: An address with a password in it is refused
      Given Maya has an account
      When Maya asks for a webhook to "https://maya:secret@till.example/"
      Then Maya should be told "no name and no password"

    Example: An address that is none of the web is refused
      Given Maya has an account
      When Maya asks for a webhook to "ftp://till.example/hooks"
      Then Maya should be told "begins with https://"
