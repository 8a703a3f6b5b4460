@system @accounts @req.ACCOUNTS @needs.workspaces @needs.mailbox
Feature: Parting
  Helpers come and go. Whoever has gone reads no customer's address any more, and somebody is always left who decides.
  If parting were for show, Maya would learn it from her customers.

  Rule: Whoever was removed is out

    @req.SECURITY
    Example: Whoever was removed is out at once
      Given Noor works for Maya as an editor
      When Maya removes Noor
      Then Noor should be signed out
      And Maya should work alone

  Rule: A business is never without an owner

    Example: The last owner cannot step down
      Given Noor works for Maya as an editor
      When Maya makes herself an editor
      Then Maya should be told "is the last owner"
      And Maya should work together with Noor as an editor
