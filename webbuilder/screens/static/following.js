// What was done by others, or by the server: it comes onto the canvas in the order of the log.

import { AGAIN, PATIENCE } from './operations.js'

const at = id => document.getElementById(id)

export class Following {
  // `here` is what is opened and by which machine; `redraw` and `refresh` show what the canvas has by now.
  constructor(editor, tree, operations, here, { redraw, refresh }) {
    Object.assign(this, { editor, tree, operations, here, redraw, refresh })
    this.behind = false // whether the page is stored otherwise than it stands here, until it can be looked at
  }

  // Let stand here what was done since we looked last. Returns whether all of it was done on other pages.
  async catchUp() {
    const said = await this.operations.since(), came = said.operations
    const here = this.tree.touchedBy(came)
    await this.take(said)
    return came.length > 0 && !here && !this.tree.touchedBy(came)
  }

  // What others do while one works: values go in at once; what is rearranged waits where we rearrange ourselves, and then
  // the page becomes as it is stored, since the order in which things were put counts.
  async take({ operations: all, revision }) {
    const came = all.filter(one => one.revision > this.operations.seen && one.client !== this.here.client)
    for (const one of all) if (one.client === this.here.client) this.operations.told(one.revision)
    const editing = came.filter(({ id }) => this.tree.byId.get(id)?.view?.el?.isContentEditable)
    const rearranged = this.operations.rearrangedAfter(came)
    const wanted = rearranged ? [] : this.operations.lessOurs(came.filter(one => !editing.includes(one)))
    this.operations.heard(revision)
    if (rearranged || editing.length) this.behind = true // what is being written is looked at when that ends
    if (wanted.length) this.apply(wanted)
    await this.pages(came)
    await this.upToDate()
  }

  // Let stand here what others did; where it brings here what stands elsewhere, the page is to become as it is stored.
  apply(wanted) {
    if (!this.tree.apply(wanted)) this.behind = true
    this.redraw()
    const chosen = this.editor.getSelected()?.get('mm')
    if (wanted.some(({ id }) => id === chosen)) this.refresh()
  }

  // The list of pages is shown anew where one of them was changed.
  async pages(came) {
    const known = new Set([...document.querySelectorAll('[data-page]')].map(one => one.dataset.page))
    if (!came.some(({ id, type }) => type === 'page' || known.has(id))) return
    await htmx.ajax('GET', `/sites/${this.here.site}/pages?here=${this.here.page}`, { target: '#pages' })
  }

  // Whether what is done here comes first.
  get busy() { return this.operations.unstored || Boolean(this.editor.getEditing?.()) }

  // The page as it is stored, or why it cannot be had; null where nobody answers.
  async stored() {
    const address = `/api/sites/${this.here.site}/components?page=${this.here.page}`
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null)
    const said = await answer?.json().catch(() => null)
    return said ? { ok: answer.ok, gone: answer.status === 404, said } : null
  }

  // Let the page be as it is stored: now, or once what is ours is stored, or once somebody answers.
  async upToDate() {
    clearTimeout(this.timer)
    if (!this.behind || this.busy) return
    const heard = await this.stored()
    if (!this.behind || this.busy) return
    if (heard?.ok && heard.said.revision >= this.operations.known) this.become(heard.said)
    else if (!heard?.gone) this.timer = setTimeout(() => this.upToDate(), AGAIN)
  }

  // What others did before our newest edit is told on the line; where that is silent, it is asked for.
  soon() {
    const { stored } = this.operations
    clearTimeout(this.late)
    if (this.operations.seen >= stored) return
    this.late = setTimeout(() => { if (this.operations.seen < stored) this.catchUp().catch(() => this.soon()) }, AGAIN)
  }

  become({ page, revision }) {
    this.behind = false
    this.tree.become(page)
    this.operations.heard(revision)
    this.redraw()
    this.refresh()
  }

  // Go on after a conflict: the page becomes as it is stored, and the words that have no place on it are returned. While it
  // cannot be had nothing is let go of, and it is said why.
  async settle() {
    const heard = await this.stored(), words = this.operations.homeless.map(one => `“${one}”`).join(' ')
    if (!heard?.ok) {
      const why = heard?.said.detail ?? 'The builder cannot be reached. Go on once it answers again.'
      this.operations.said('Conflict', `${why} ${words}`)
      return null
    }
    this.operations.letGo()
    this.become(heard.said)
    return words
  }
}
