// What was done by others, or by the server: it comes onto the canvas in the order of the log.

import { AGAIN } from './operations.js'

const at = id => document.getElementById(id)

export class Following {
  // `here` is what is opened and by which machine; `redraw` and `selected` show what the canvas has by now.
  constructor(editor, tree, operations, here, { redraw, selected }) {
    Object.assign(this, { editor, tree, operations, here, redraw, selected })
    this.behind = false // whether the page is stored otherwise than it stands here, until it can be looked at
    this.gone = null // why there is nothing to look at any more
  }

  // Where it brings here what stands elsewhere, the page becomes as it is stored.
  async apply(came) {
    if (this.tree.apply(came)) return
    this.behind = true
    await this.upToDate()
  }

  // Let stand here what was done since we looked last. Returns whether all of it was done on other pages.
  async catchUp() {
    const came = await this.operations.since()
    const here = this.tree.touchedBy(came)
    await this.apply(came)
    const elsewhere = came.length > 0 && !here && !this.tree.touchedBy(came)
    this.selected()
    await this.pages(came)
    return elsewhere
  }

  // What others do while one works: values go in at once; what is rearranged waits where we rearrange ourselves, and then
  // the page becomes as it is stored, since the order in which things were put counts.
  happened({ operations: all, revision }) {
    const came = all.filter(one => one.revision > this.operations.seen && one.client !== this.here.client)
    this.operations.seen = Math.max(this.operations.seen, revision)
    this.pages(came)
    if (this.operations.rearranges && came.some(({ kind }) => kind !== 'set')) { this.behind = true; return }
    const editing = came.filter(({ id }) => this.tree.byId.get(id)?.view?.el?.isContentEditable)
    if (editing.length) this.behind = true // the words are being written right now, and are looked at when that ends
    const wanted = this.operations.lessOurs(came.filter(one => !editing.includes(one)))
    if (!wanted.length) return
    this.apply(wanted)
    this.redraw()
    const chosen = this.editor.getSelected()?.get('mm')
    if (!wanted.some(({ id }) => id === chosen)) return
    if (at('properties').contains(document.activeElement)) this.late = true // who writes there is not interrupted
    else this.selected()
  }

  // Whoever leaves the properties finds there, when they come back, what others wrote meanwhile.
  left({ currentTarget, relatedTarget }) {
    if (!this.late || currentTarget.contains(relatedTarget)) return
    this.late = false
    this.selected()
  }

  // The list of pages is shown anew where one of them was changed.
  async pages(came) {
    const known = new Set([...document.querySelectorAll('[data-page]')].map(one => one.dataset.page))
    if (!came.some(({ id, type }) => type === 'page' || known.has(id))) return
    await htmx.ajax('GET', `/sites/${this.here.site}/pages?here=${this.here.page}`, { target: '#pages' })
  }

  // Whether what is done here comes first.
  get busy() { return this.operations.unstored || Boolean(this.editor.getEditing?.()) }

  // Look at the page as it is stored, and let it be so here. Returns whether nothing is left to ask for: it is as it stands
  // here, or what is done here comes first, or there is no such page any more.
  async look() {
    if (!this.behind || this.busy) return true
    const answer = await fetch(`/api/sites/${this.here.site}/components?page=${this.here.page}`).catch(() => null)
    const said = await answer?.json().catch(() => null)
    if (!this.behind || this.busy) return true
    if (answer?.status === 404) this.gone = said?.detail ?? 'This page is gone.'
    if (!answer?.ok || !said) return answer?.status === 404
    if (said.revision < this.operations.known) return this.look() // what stands here is newer than that answer
    this.behind = false
    this.tree.become(said.page)
    this.operations.seen = Math.max(this.operations.seen, said.revision)
    this.redraw()
    return true
  }

  // Let the page be as it is stored: now, or once what is ours is stored, or once somebody answers.
  async upToDate() {
    clearTimeout(this.timer)
    if (!await this.look()) this.timer = setTimeout(() => this.upToDate(), AGAIN)
  }

  // Let the page become as it is stored, whatever stands here; resolve when it is, or is gone, or is worked on.
  async becomeAsStored() {
    this.behind = true
    while (!await this.look()) {
      this.operations.said('Offline', null)
      await new Promise(done => setTimeout(done, AGAIN))
    }
  }
}
