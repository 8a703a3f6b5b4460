@system @components @building @publishing @browser @req.SYS-COMPONENT @req.SECURITY
Feature: Words that look like programs
  Maya pastes what others send her: reviews, recipes, once something cleverer. Her page must show it as words.
  If it ran, a stranger would act in her name, and her visitors would pay for it.

  Background:
    Given Maya has the site "Spring Sale" with these words on it
      | component   | words                                  |
      | heading     | Rye <img src=x onerror=top.ran=1> 20%  |
      | testimonial | </script><svg onload=top.ran=1> tasty  |
      | image       | "><img src=x onerror=top.ran=1> a loaf |
      | question    | " autofocus onfocus=top.ran=1 "rye?    |

  Rule: Words are words, whatever they look like

    Example: What looks like a program is listed as words in the builder
      When Maya opens "Spring Sale" by its address in the builder
      Then Maya's draft of "Spring Sale" should read "Rye <img src=x onerror=top.ran=1> 20%"
      And Maya's draft of "Spring Sale" should read "</script><svg onload=top.ran=1> tasty"
      And nothing that stands on "Spring Sale" should run in the builder

    Example: What looks like a program is read as words by visitors
      When Maya publishes "Spring Sale"
      Then visitors of "Spring Sale" should read "Rye <img src=x onerror=top.ran=1> 20%"
      And visitors of "Spring Sale" should read "</script><svg onload=top.ran=1> tasty"
      And nothing that stands on "Spring Sale" should run before its visitors
