// The builder as a screen: the list of what is on the page, the save state, the canvas.
import { expect } from './people.mjs'

const FORM = 'Sign-up form'

export class Builder {
  // Opened by way of the owner's sites, in a tab of its own.
  static async open(owner, site) {
    const builder = new Builder(await owner.context.newPage())
    await builder.reopen(site)
    return builder
  }

  constructor(page) {
    this.page = page
    this.layers = page.getByRole('navigation', { name: 'On this page' })
    this.canvas = page.frameLocator('iframe[title="Page canvas"]')
    this.headline = this.layers.getByRole('button', { name: /^Heading: / }).first()
    this.formBlock = page.getByRole('button', { name: `Add ${FORM}`, exact: true })
    this.form = this.line(FORM)
    this.publishing = page.getByRole('region', { name: 'Publishing' })
    this.suggestion = page.getByRole('region', { name: 'Suggestion' })
  }

  // Loaded anew, so that what it shows is what was stored.
  async reopen(site) {
    await this.page.goto('/sites')
    await this.page.getByRole('button', { name: `Edit ${site.name}`, exact: true }).click()
    await this.saved()
  }

  async saved() {
    await expect(this.page.getByRole('status', { name: 'Save state' })).toHaveText('Saved')
  }

  line(words) {
    return this.layers.getByRole('button', { name: words, exact: true })
  }

  // A section's row in the list, with the rows below it.
  section(name) {
    const named = this.page.getByRole('button', { name, exact: true })
    return this.layers.getByRole('listitem').filter({ has: named })
  }

  get sections() {
    return this.layers.locator('.layers > li > button')
  }

  async changeHeadline(words) {
    await this.headline.click()
    await this.page.getByRole('textbox', { name: 'Text', exact: true }).fill(words)
    await expect(this.line(`Heading: ${words}`)).toBeVisible()
    await this.saved()
  }

  async dragForm(section, { below }) {
    await this.line(section).click()
    const target = this.canvas.getByText(below)
    const { width, height } = await target.boundingBox()
    await this.formBlock.dragTo(target, { targetPosition: { x: width / 2, y: height - 4 }, steps: 12 })
    await expect(this.form).toBeVisible()
    await this.saved()
  }

  async addFormByKeyboard(section) {
    await this.#enter(this.line(section))
    await this.#enter(this.formBlock)
    await expect(this.form).toBeVisible()
    await this.saved()
  }

  async #enter(button) {
    const focused = () => button.evaluate((one) => one === document.activeElement)
    for (let tabs = 0; tabs < 250 && !(await focused()); tabs += 1) await this.page.keyboard.press('Tab')
    await expect(button).toBeFocused()
    await this.page.keyboard.press('Enter')
  }

  // Both the list and the canvas show it.
  async expectHeadline(words) {
    await expect(this.headline).toHaveText(`Heading: ${words}`)
    await expect(this.canvas.getByText(words, { exact: true })).toBeVisible()
  }

  async expectOneForm(section, fields) {
    const rows = this.section(section).getByRole('button')
    await expect(rows.filter({ hasText: FORM })).toHaveCount(1)
    await expect(rows.filter({ hasText: 'Field: ' })).toHaveText(fields.map((field) => `Field: ${field}`))
    await expect(this.canvas.locator('form label')).toHaveText(fields)
  }
}
