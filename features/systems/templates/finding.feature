@system @templates @building @req.SYS-TEMPLATE
Feature: Finding a template
  Maya does not know what templates are called. She knows that people book tables at her place, and has a minute to look.
  If she does not find what is nearly hers, or must begin a site to see what one looks like, she takes the first and fights it.

  Background:
    Given Maya has an account

  Rule: A template is found by what it is for

    @browser
    Example: Words that stand apart find it together
      When Maya looks for a template with the words "table kitchen"
      Then Maya should be offered the template "Small restaurant" alone

    Example: Words of its pages find it too
      When Maya looks for a template with the words "crust still sings"
      Then Maya should be offered the template "Neighbourhood bakery" alone

    Example: The beginning of a word is enough, in whichever letters
      When Maya looks for a template with the words "DENTA"
      Then Maya should be offered the template "Dental practice" alone

    @browser
    Example: Templates of one kind stand together
      When Maya looks at the templates for "Food & drink"
      Then Maya should be offered the templates "Neighbourhood bakery" and "Small restaurant"

    @browser @req.ERRORS
    Example: A template that there is not is told of
      When Maya looks for a template with the words "rocket table"
      Then Maya should be told "No template says “rocket table”"

  Rule: Looking costs nothing

    @browser
    Example: A template is read before anything is begun
      When Maya looks at the template "Neighbourhood bakery"
      Then Maya should read there "Bread worth getting up for"
      And Maya should have no site

    @browser
    Scenario Outline: What was drawn for "<template>" is seen before anything is begun
      When Maya looks at the template "<template>"
      Then Maya should see there a drawing of "<what>"

      Examples:
        | template        | what                                     |
        | Evening course  | A workbench by lamplight                 |
        | Dental practice | A treatment chair beside a bright window |
