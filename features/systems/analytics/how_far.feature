@system @insights @building @publishing @connecting @workflows @contacts @mail @req.SYS-ANALYTICS
Feature: How far people go
  Forty people come, nine begin the form, two send it. Maya does not know whether the page is at fault or the form, until she
  reads where people stop. Her own looks, ten a day, must not drown theirs.

  Background:
    Given Maya has a live site "Spring Sale" that welcomes visitors

  Rule: A form that somebody begins is counted, sent or not

    @browser
    Example: Somebody who leaves the form half way
      When Priya begins the form of "Spring Sale"
      Then within 5 seconds Maya should read that 1 forms of "Spring Sale" were begun

    @browser @trait.scripts_off
    Example: Somebody whose scripts are off
      Given Priya has switched scripts off
      When Priya begins the form of "Spring Sale"
      Then within 5 seconds Maya should read that 1 forms of "Spring Sale" were begun

    @api
    Example: Two who begin
      Given Noor has begun the form of "Spring Sale"
      When Priya begins the form of "Spring Sale"
      Then within 5 seconds Maya should read that 2 forms of "Spring Sale" were begun

    @api @req.SECURITY
    Example: A program that makes it up
      Given Noor has begun the form of "Spring Sale"
      When Tariq's program makes up that the form of "Spring Sale" was begun
      Then Tariq should be told "does not exist here"
      And within 5 seconds Maya should read that 1 forms of "Spring Sale" were begun

  Rule: It is told how far people go, up to where the letter leads

    @api @needs.mailbox @req.X-COORDINATION @req.SYS-EMAIL
    Example: Three who come, of whom one gets a letter
      Given Noor has visited "Spring Sale" once
      And Tariq has begun the form of "Spring Sale"
      When Priya signs up on "Spring Sale"
      Then within 10 seconds Maya should read of "Spring Sale" how far people went
        | stage        | many |
        | came         | 3    |
        | began a form | 1    |
        | sent a form  | 1    |
        | got a letter | 1    |
        | opened it    | 0    |
        | followed it  | 0    |

    @browser @needs.mailbox @req.X-COORDINATION @req.SYS-EMAIL
    Example: Somebody who follows her letter
      Given Maya has published the site "Rye Days" with a sign-up form that starts the steps
        | step                        | says            | words                                |
        | Add the visitor to contacts |                 |                                      |
        | Send a mail                 | Welcome, {name} | Hello {name}. [See what is baked](/) |
      And Priya was welcomed after signing up on "Rye Days"
      When Priya follows the mail "Welcome, Priya"
      Then within 10 seconds Maya should read that 1 of "Rye Days" went as far as "followed it"

  Rule: What those who work here look at is set apart

    @browser
    Example: Maya looks at her own site
      Given Noor has visited "Spring Sale" once
      When Maya looks at "Spring Sale" from the builder
      Then within 5 seconds Maya should read that "Spring Sale" had 1 views by 1 visitors
      And within 5 seconds Maya should read that 1 of what "Spring Sale" had was "by those who work here"
