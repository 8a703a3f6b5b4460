// Ten of our browser scenarios, by the same titles, as an author of @playwright/test writes them.
import { Site } from './arranging.mjs'
import { Builder } from './builder.mjs'
import { expect, test } from './people.mjs'

const FIELDS = ['Your name', 'E-mail address']

async function signUp(page, site, { name, email }) {
  await page.goto(site.address)
  await page.getByRole('textbox', { name: 'Your name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail address', exact: true }).fill(email)
  await page.getByRole('button', { name: 'Sign me up', exact: true }).click()
}

async function expectVisitorsRead(page, site, words) {
  await page.goto(site.address)
  await expect(page.getByRole('main').getByText(words, { exact: true })).toBeVisible()
}

test('A sign-up form that was dropped stands on the page after coming back', async ({ maya }) => {
  const site = await Site.start(maya)
  const builder = await Builder.open(maya, site)
  await builder.dragForm('Stay in touch', { below: /^A short letter when the season changes/ })
  await builder.reopen(site)
  await builder.expectOneForm('Stay in touch', FIELDS)
})

test('A sign-up form that was added by keyboard stands on the page after coming back', async ({ maya }) => {
  const site = await Site.start(maya)
  const builder = await Builder.open(maya, site)
  await builder.addFormByKeyboard('Stay in touch')
  await builder.reopen(site)
  await builder.expectOneForm('Stay in touch', FIELDS)
})

test('A headline written in the shop is there at home', async ({ maya, elsewhere }) => {
  const site = await Site.start(maya)
  await (await Builder.open(maya, site)).changeHeadline('20% off')
  const atHome = await Builder.open(await elsewhere(maya), site)
  await atHome.expectHeadline('20% off')
})

test('A new site opens with the words of its template', async ({ maya }) => {
  const page = await maya.context.newPage()
  await page.goto('/templates')
  await page.getByRole('button', { name: 'Choose Neighbourhood bakery', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name of your site' }).fill('Spring Sale')
  await page.getByRole('button', { name: 'Start this site' }).click()
  const builder = new Builder(page)
  await builder.saved()
  await builder.reopen({ name: 'Spring Sale' })
  await builder.expectHeadline('Bread worth getting up for')
  await expect(builder.sections).toHaveText(['Hero', 'Reasons', 'Stay in touch', 'Opening hours'])
})

test('The first visitor after connecting becomes a contact', async ({ maya, stranger, priya }) => {
  const site = await Site.start(maya)
  await site.addForm()
  await site.publish({ despiteWarnings: true })
  await site.connect()
  await signUp(stranger, site, priya)
  await expect(stranger.getByRole('heading', { name: 'Thank you', exact: true })).toBeVisible()

  const page = await maya.context.newPage()
  const row = page.getByRole('row').filter({ has: page.getByRole('cell') })
  await expect(async () => {
    await page.goto(`/contacts?search=${encodeURIComponent(priya.email)}`)
    await expect(row).toHaveCount(1, { timeout: 100 })
  }).toPass({ timeout: 10_000 })
  await expect(row.getByRole('cell').nth(0)).toHaveText(priya.name)
  await expect(row.getByRole('cell').nth(1)).toHaveText(priya.email)
  await row.getByRole('link', { name: priya.name }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('region', { name: 'Tags' })).toContainText('newsletter', { timeout: 100 })
  }).toPass({ timeout: 10_000 })
})

test('A form that is not connected warns before publishing', async ({ maya, stranger }) => {
  const site = await Site.start(maya)
  await site.addForm()
  const builder = await Builder.open(maya, site)
  await builder.page.getByRole('button', { name: 'Publish', exact: true }).click()
  const warnings = builder.publishing.getByRole('list', { name: 'Warnings' })
  await expect(warnings).toContainText('is not connected to a workflow')

  await stranger.goto(site.address)
  await expect(stranger.getByRole('heading', { name: 'Nothing here', exact: true })).toBeVisible()
  await expect(stranger.getByRole('status')).toContainText('does not exist here')

  await site.publish({ despiteWarnings: true })
  await expectVisitorsRead(stranger, site, await site.headline())
})

test('An accepted suggestion brings the business into the section', async ({ maya }) => {
  const site = await Site.start(maya)
  const remembered = await site.lines()
  await site.suggest('Hero', "Maya's Sourdough")
  const builder = await Builder.open(maya, site)
  await builder.suggestion.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(builder.suggestion).toContainText('The new words are on your page')

  await builder.reopen(site)
  const drawn = builder.canvas.locator('body')
  await expect(builder.section('Hero')).toContainText("Maya's Sourdough")
  await expect(drawn).toContainText("Maya's Sourdough")
  await expect(builder.sections).toHaveText(remembered.map((section) => section.name))
  for (const { name, words } of remembered) {
    const rows = builder.section(name).getByRole('button')
    if (name === 'Hero') await expect(rows).not.toHaveText([name, ...words])
    else await expect(rows).toHaveText([name, ...words])
  }
  const kept = remembered.filter((section) => section.name !== 'Hero').flatMap((section) => section.words)
  for (const line of kept) await expect(drawn).toContainText(line.replace(/^[^:]+: /, ''))
})

test('A mistyped address is refused while nothing is kept', async ({ maya, stranger, priya }) => {
  const site = await Site.start(maya)
  await site.addForm()
  await site.connect()
  await site.publish()
  await signUp(stranger, site, { ...priya, email: 'priya@example' })
  await expect(stranger.getByRole('heading', { name: 'That did not work', exact: true })).toBeVisible()
  await expect(stranger.getByRole('status')).toContainText('is not an e-mail address')

  const page = await maya.context.newPage()
  await page.goto('/sites')
  await page.getByRole('button', { name: `Submissions of ${site.name}`, exact: true }).click()
  await expect(page.getByRole('heading', { name: `Submissions of ${site.name}` })).toBeVisible()
  await expect(page.getByRole('cell')).toHaveCount(0)
})

test('A competitor who knows the address of a draft finds nothing', async ({ maya, ravi }) => {
  const site = await Site.start(maya)
  const page = await ravi.context.newPage()
  await page.goto(`/sites/${site.id}/builder`)
  await expect(page.getByRole('alert')).toContainText('does not exist here')
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveCount(0)
})

test('Edits made after publishing stay private', async ({ maya, stranger }) => {
  const site = await Site.start(maya)
  await site.changeHeadline('20% off')
  await site.publish()
  const builder = await Builder.open(maya, site)
  await builder.changeHeadline('30% off')
  await builder.reopen(site)
  await builder.expectHeadline('30% off')
  await expectVisitorsRead(stranger, site, '20% off')
})
