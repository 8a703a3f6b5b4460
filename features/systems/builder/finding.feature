@system @building @components @browser @req.SYS-BUILDER
Feature: Finding what can be added
  Maya calls a button a button, and the palette has a dozen things. What she cannot find is not there for her,
  and her offer would end in a full stop where a call to action should stand.

  Background:
    Given Maya has the site "Spring Sale"

  Rule: What can be added is found by what people call it

    Example: A button is found though it has another name
      When Maya looks for "button" among what can be added to "Spring Sale"
      Then Maya should be offered "Call to action"

    Example: Part of a name is enough
      When Maya looks for "quest" among what can be added to "Spring Sale"
      Then Maya should be offered "Questions and answers" and "Question"

    @req.ERRORS
    Example: What there is not is said
      When Maya looks for "rocket" among what can be added to "Spring Sale"
      Then Maya should be told "Nothing that can be added is called “rocket”"
