// Facts by API: a site, what stands on it, and whether visitors have it.
import { randomBytes } from 'node:crypto'

const FIELDS = [
  { name: 'name', label: 'Your name', kind: 'text', required: true },
  { name: 'email', label: 'E-mail address', kind: 'email', required: true },
]
const BRIEF = { audience: 'families in the neighbourhood', goal: 'more people at the counter on Saturday' }
const WRITTEN = { heading: 'Heading: ', text: 'Text: ', call_to_action: 'Call to action: ' }
const newId = () => `c-${randomBytes(8).toString('hex')}`

export class Site {
  static async start(owner, name = 'Spring Sale', template = 'Neighbourhood bakery') {
    const offered = (await owner.ask('GET', '/api/templates')).items
    const { id } = offered.find((one) => one.name === template)
    return new Site(owner, await owner.ask('POST', '/api/sites', { name, template: id }))
  }

  constructor(owner, { id, name, address }) {
    Object.assign(this, { owner, id, name, address })
  }

  async tree() {
    return (await this.owner.ask('GET', `/api/sites/${this.id}/components`)).page
  }

  async section(label) {
    return (await this.tree()).children.find((one) => one.properties.label === label)
  }

  // Each section by its name, with its words as the builder lists them.
  async lines() {
    const words = (one) => WRITTEN[one.type] + one.properties.text
    const section = (one) => ({ name: one.properties.label, words: one.children.map(words) })
    return (await this.tree()).children.map(section)
  }

  async headline() {
    return (await this.#headings())[0].properties.text
  }

  async #headings() {
    const all = (await this.tree()).children.flatMap((section) => section.children)
    return all.filter((one) => one.properties.level === 1)
  }

  #edit(operations) {
    return this.owner.ask('POST', `/api/sites/${this.id}/operations`, { operations })
  }

  async changeHeadline(text) {
    const [{ id }] = await this.#headings()
    await this.#edit([{ kind: 'set', id, properties: { text } }])
  }

  async addForm(label = 'Stay in touch') {
    const section = await this.section(label)
    const insert = (type, parent, after, properties) =>
      ({ kind: 'insert', id: newId(), type, parent, after, properties })
    const form = insert('form', section.id, section.children.at(-1)?.id ?? null, {})
    const fields = []
    for (const field of FIELDS) fields.push(insert('field', form.id, fields.at(-1)?.id ?? null, field))
    await this.#edit([form, ...fields])
    this.form = form.id
  }

  async connect(name = 'welcome') {
    const offered = (await this.owner.ask('GET', `/api/sites/${this.id}/workflows`)).items
    const workflow = offered.find((one) => one.name === name).id
    await this.owner.ask('PUT', `/api/sites/${this.id}/components/${this.form}/connection`, { workflow })
  }

  async publish({ despiteWarnings = false } = {}) {
    await this.owner.ask('POST', `/api/sites/${this.id}/releases`, { despite_warnings: despiteWarnings })
  }

  async suggest(label, business) {
    const brief = { business, ...BRIEF }
    const component = (await this.section(label)).id
    await this.owner.ask('POST', `/api/sites/${this.id}/suggestions`, { component, brief })
  }
}
