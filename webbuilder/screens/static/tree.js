// The canvas and the operation log. Events of GrapesJS only say "look": the tree is compared with a shadow, and the
// smallest operations that lead from one to the other come out. What others did goes in without an echo.

import { called, change, definition, kind, named, ours, properties } from './types.js'

const mint = () => `c-${crypto.randomUUID()}`

export class CanvasTree {
  constructor(editor, page, out) {
    this.editor = editor
    this.root = page.id
    this.out = out // (operations) => void
    this.muted = false
    this.queued = false
    this.byId = new Map()
    editor.setComponents(page.children.map(definition))
    editor.UndoManager.clear()
    this.shadow = this.scan()
    editor.on('component:add component:remove component:update component:drag:end rte:disable undo redo', () => this.touched())
  }

  touched() {
    if (this.muted || this.queued) return
    this.queued = true
    queueMicrotask(() => {
      this.queued = false
      const operations = this.settle()
      if (operations.length) this.out(operations)
    })
  }

  // Whether any of these happened on this page.
  touchedBy(operations) { return operations.some(({ id, parent }) => this.byId.has(id) || this.byId.has(parent)) }

  children(component) { return component.components().models.filter(ours) }

  // id -> {parent, type, props, order}; a component without an id, or with one that is taken (a copy), gets a new one.
  scan() {
    const now = new Map()
    this.byId = new Map()
    const walk = (component, parent) => {
      let id = parent === null ? this.root : component.get('mm')
      if (!id || now.has(id)) component.set('mm', id = mint(), { silent: true })
      const seen = parent === null ? { type: 'page', props: {} } : { type: kind(component), props: properties(component) }
      now.set(id, { parent, ...seen, order: [] })
      this.byId.set(id, component)
      for (const child of this.children(component)) { walk(child, id); now.get(id).order.push(child.get('mm')) }
    }
    walk(this.editor.getWrapper(), null)
    return now
  }

  settle() {
    const before = this.shadow
    const now = this.scan()
    this.before = before
    this.shadow = now
    return [...this.removed(before, now), ...this.placed(before, now), ...this.changed(before, now)]
  }

  // What was done, in words for those who did not see it; where something stands is said of what was moved itself.
  heard(operations) {
    const of = what => operations.filter(({ kind }) => kind === what)
    const gone = of('remove').map(({ id }) => this.before.get(id)).map(was => `${named(was.type, was.props)} was removed.`)
    const placed = of('move').length ? this.editor.getSelectedAll().filter(ours) : of('insert').slice(-1).map(({ id }) => this.byId.get(id))
    return [...gone, ...placed.map(one => this.standing(one))].join(' ')
  }

  standing(component) {
    const holds = component.parent(), beside = this.children(holds)
    return `${called(component)} is ${beside.indexOf(component) + 1} of ${beside.length} in ${ours(holds) ? called(holds) : 'this page'}.`
  }

  *removed(before, now) {
    for (const [id, was] of before) if (!now.has(id) && now.has(was.parent)) yield { kind: 'remove', id }
  }

  // Inserts and moves, parents before children; siblings that kept their order stay untouched.
  *placed(before, now) {
    for (const [parent, { order }] of now) {
      const kept = longestRun(order.filter(id => before.get(id)?.parent === parent), before.get(parent)?.order ?? [])
      let after = null
      for (const id of order) {
        const is = now.get(id)
        if (!before.has(id)) yield { kind: 'insert', id, type: is.type, parent, after, properties: is.props }
        else if (!kept.has(id)) yield { kind: 'move', id, parent, after }
        after = id
      }
    }
  }

  *changed(before, now) {
    for (const [id, is] of now) {
      const was = before.get(id)
      const names = was ? Object.keys(is.props).filter(name => is.props[name] !== was.props[name]) : []
      if (names.length) yield { kind: 'set', id, properties: Object.fromEntries(names.map(name => [name, is.props[name]])) }
    }
  }

  // What others did, or what the server made of what we did: no echo, no step of ours to undo. Returns whether all of
  // it could be done here; what comes from another page is nowhere told in full.
  apply(operations) {
    this.muted = true
    this.complete = true
    try {
      this.editor.UndoManager.skip(() => operations.forEach(operation => this.one(operation)))
    } finally { this.muted = false }
    this.shadow = this.scan()
    return this.complete
  }

  // Let the page be as the server has it: what differs goes in like what others did.
  become(page) {
    const wanted = new Map()
    const walk = (node, parent) => {
      const props = parent === null ? {} : node.properties
      wanted.set(node.id, { parent, type: node.type, props, order: (node.children ?? []).map(({ id }) => id) })
      for (const child of node.children ?? []) walk(child, node.id)
    }
    walk(page, null)
    const before = this.scan()
    this.apply([...this.removed(before, wanted), ...this.placed(before, wanted), ...this.changed(before, wanted)])
  }

  one({ kind: what, id, type, parent, after, properties: values }) {
    if (id === this.root) return // the page itself: its name and its address are not on the canvas
    const component = this.byId.get(id)
    if (what === 'set' && component) change(component, values)
    const there = this.byId.has(parent) // else it went again later on, or is on another page
    if (what === 'remove' || what === 'move' && !there) component?.remove()
    if (what === 'insert' && !component && there) this.put(definition({ id, type, properties: values }), parent, after)
    if (what === 'move' && !component && there) this.complete = false // it comes from another page
    if (what === 'move' && component && there) component.move(this.byId.get(parent), { at: this.place(parent, after, component) })
    this.scan()
  }

  put(made, parent, after) { this.byId.get(parent).append(made, { at: this.place(parent, after) }) }

  place(parent, after) {
    return this.byId.has(after) ? this.byId.get(after).index() + 1 : 0
  }
}

// The ids that may stay where they are: the longest run of `now` that stands in the same order in `before`.
function longestRun(now, before) {
  if (now.length === before.length && now.every((id, place) => id === before[place])) return new Set(now)
  const rank = new Map(before.map((id, number) => [id, number]))
  const runs = []
  for (const id of now) {
    const best = runs.filter(run => rank.get(run.at(-1)) < rank.get(id)).reduce((longest, run) => run.length > longest.length ? run : longest, [])
    runs.push([...best, id])
  }
  return new Set(runs.reduce((longest, run) => run.length > longest.length ? run : longest, []))
}
