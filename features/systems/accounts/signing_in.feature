@system @accounts @req.ACCOUNTS
Feature: Signing in
  Maya's prices, her customers and her unfinished ideas lie behind one password. She forgets to leave the till's
  computer, she chooses passwords in a hurry, and Ravi has an evening to spare for guessing.

  Rule: A password opens one account, and no other

    @needs.workspaces @req.SECURITY
    Example: A competitor's own password opens nothing of hers
      Given Maya has an account
      And Ravi has an account for the business "Ravi's Rolls"
      When Ravi signs in as Maya with his own password
      Then Ravi should be told "do not belong together"
      And Maya should get in

    @needs.workspaces
    Example: An address is hers however she writes it
      Given Maya has an account
      When Maya signs in with her address in capitals
      Then Maya should be let in

  Rule: Whoever guesses is held up

    @needs.workspaces @req.SECURITY
    Example: A wrong guess too many is not even looked at
      Given Maya has an account
      And Ravi has guessed Maya's password wrong 10 times
      When Ravi signs in as Maya with his own password
      Then Ravi should be told "Too many wrong passwords"
      And Maya should still be signed in

    @needs.workspaces @req.SECURITY
    Example: After ten wrong guesses the right password is not looked at either
      Given Maya is signed in on another machine as well
      And Ravi has guessed Maya's password wrong 10 times
      When Maya signs in
      Then Maya should be told "Too many wrong passwords"
      And Maya should be signed in on her other machine

    @needs.workspaces @req.SECURITY
    Example: Guesses at an open machine are counted as well
      Given Maya is signed in on another machine as well
      And somebody at Maya's machine has guessed her password wrong 10 times
      When Maya changes her password to "rye and spelt at five"
      Then Maya should be told "Too many wrong passwords"
      And Maya should be signed in on her other machine

    @needs.workspaces @req.SECURITY
    Example: Guesses at one account hold up nobody else
      Given Maya has an account
      And Ravi has an account for the business "Ravi's Rolls"
      And Ravi has guessed Maya's password wrong 10 times
      When Ravi signs in
      Then Ravi should be let in

  Rule: Whoever leaves is out

    @needs.workspaces
    Example: Leaving one machine leaves the other one alone
      Given Maya is signed in on another machine as well
      When Maya signs out
      Then Maya should be signed out
      And Maya should be signed in on her other machine

    @needs.workspaces @req.SECURITY
    Example: Leaving everywhere ends the session on the till's computer
      Given Maya is signed in on another machine as well
      When Maya signs out everywhere
      Then Maya should be signed out on her other machine
      And Maya should get in

    @needs.workspaces @req.SECURITY
    Example: A new password ends what was begun with the old one
      Given Maya is signed in on another machine as well
      When Maya changes her password to "rye and spelt at five"
      Then Maya should still be signed in
      And Maya should be signed out on her other machine
      And Maya should get in with the password "rye and spelt at five"

    @needs.workspaces @req.ERRORS
    Example: A password that can be guessed at once is refused
      Given Maya is signed in on another machine as well
      When Maya changes her password to "bread"
      Then Maya should be told "at least 10 characters"
      And Maya should be signed in on her other machine
