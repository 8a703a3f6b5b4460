@system @partners @api @needs.contract @needs.workspaces @req.SYS-BACKEND @req.DEV-CONTRACT @req.ERRORS
Feature: Understanding a request, or saying why not
  A partner misspells a word or sends a whole archive by mistake. Every operation of the contract is tried with that.
  One that goes on with what it understood would be right nine times, and the tenth time write to all of Maya's contacts.

  Rule: What is not understood is refused

    Example: A question that is misspelt is not answered with everything
      Given Maya has the site "Spring Sale"
      When Maya asks for her sites with the word "archivd"
      Then Maya should be told "does not know “archivd”"

    @needs.mailbox
    Example: No operation leaves out a word that it does not know
      Given Maya has some of everything
      When Maya tries every operation with an unknown word
      Then each of them should be refused as "Parameter unknown"

    @needs.mailbox
    Example: No operation takes more than a request may hold
      Given Maya has some of everything
      When Maya tries every operation with too much
      Then each of them should be refused as "Too long"

    @req.SYS-AI
    Example: A business whose name cannot be read is not laid at the copywriter's door
      Given Maya has an account for the business "<br>"
      And Maya has the site "Spring Sale"
      When Maya asks for other words in the section "Hero" of "Spring Sale"
      Then Maya should be told "does not fit: /brief/business"
