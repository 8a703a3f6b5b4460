@system @mail @contacts @building @publishing @connecting @workflows @browser @req.SYS-EMAIL
Feature: Looking at a letter before anybody gets it
  Maya wants to see her letter as her readers will, on whatever they read and with whatever their mail programs keep
  from them. A letter whose words stand in its pictures would be an empty sheet to half of them.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors
    And Maya has written the broadcast "Rye is back, {name}" to everybody

  Rule: A letter says without its pictures all that it says with them

    Example: A mail program that keeps pictures back until it is told otherwise
      When Maya looks at the letter "Rye is back, {name}" without pictures
      Then the letter should say "Hello Maya. The rye is out of the oven on Saturday at eight."
      And the letter should offer "Order a loaf"
      And the letter should offer "Unsubscribe"
      And the letter should ask for no picture
      And nothing should stand in the letter where a picture is missing

    Scenario Outline: Whoever reads <way> is told the same
      When Maya looks at the letter "Rye is back, {name}" <way>
      Then the letter should say "Hello Maya. The rye is out of the oven on Saturday at eight."
      And the letter should offer "Order a loaf"
      And the letter should offer "Unsubscribe"

      Examples:
        | way         |
        | on a desk   |
        | in the dark |

    @trait.small_screens @req.MOBILE
    Example: A letter on something as small as a phone
      When Maya looks at the letter "Rye is back, {name}" on a phone
      Then the letter should say "Hello Maya. The rye is out of the oven on Saturday at eight."
      And the letter should offer "Order a loaf"
      And the letter should offer "Unsubscribe"

  Rule: Looking at a letter is nobody's opening of it

    Example: A letter with all its pictures
      When Maya looks at the letter "Rye is back, {name}" on a desk
      Then the letter should ask for its pictures
      And the letter should offer "Unsubscribe"
      And the letter should lead nobody anywhere
