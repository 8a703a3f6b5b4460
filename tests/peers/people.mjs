// Who takes part: owners, each signed in to a workspace of their own that is gone afterwards, and strangers.
import { randomBytes } from 'node:crypto'
import { test as base, expect } from '@playwright/test'
import { platform } from './platform.mjs'

export { expect }

class Owner {
  constructor(account, context) {
    this.account = account
    this.context = context
  }

  async ask(method, path, data) {
    const answer = await this.context.request.fetch(path, { method, data })
    const status = answer.status()
    if (!answer.ok()) throw new Error(`${method} ${path} was answered ${status}: ${await answer.text()}`)
    return answer.json()
  }

  async signIn() {
    const { email, password } = this.account
    await this.ask('POST', '/api/sessions', { email, password })
    return this
  }
}

export const test = base.extend({
  suffix: async ({}, use) => use(randomBytes(3).toString('hex')),

  // A machine of somebody's own: a context with its own cookies.
  machine: async ({ browser }, use) => {
    const opened = []
    await use(async () => {
      opened.push(await browser.newContext())
      return opened.at(-1)
    })
    await Promise.all(opened.map((context) => context.close()))
  },

  // A workspace by the control API, and its owner, whose browser has the cookie of their session.
  owner: async ({ machine, request, suffix }, use) => {
    const control = async (method, path, data) => {
      const headers = { Authorization: `Bearer ${platform.operator_key}` }
      const answer = await request.fetch(platform.control + path, { method, data, headers })
      expect(answer.ok(), `${method} ${path} was answered ${answer.status()}`).toBe(true)
      return answer
    }
    const workspaces = []
    await use(async (name, business) => {
      const email = `${name.toLowerCase()}.${suffix}@customers.magic-moment.example`
      const account = { email, password: randomBytes(9).toString('base64url') }
      const answer = await control('POST', '/workspaces', { name: business, owner: name, ...account })
      const made = await answer.json()
      workspaces.push(made.workspace)
      const context = await machine()
      await context.addCookies([{ name: 'mm_session', value: made.token, url: platform.app }])
      return new Owner(account, context)
    })
    for (const workspace of workspaces) await control('DELETE', `/workspaces/${workspace}`)
  },

  maya: async ({ owner }, use) => use(await owner('Maya', "Maya's Sourdough")),
  ravi: async ({ owner }, use) => use(await owner('Ravi', "Ravi's Rolls")),

  elsewhere: async ({ machine }, use) =>
    use(async (owner) => new Owner(owner.account, await machine()).signIn()),

  // Somebody on a machine that knows nobody.
  stranger: async ({ page }, use) => use(page),
  priya: async ({ suffix }, use) =>
    use({ name: 'Priya', email: `priya.${suffix}@customers.magic-moment.example` }),
})
