// How a hand reaches what stands on the canvas: drags it, walks to it, moves it by keys, writes in its place.

import { chosen, shift, within } from './several.js'
import { DRAWN, kind, ours, TEXTS } from './types.js'

const FAR = 5 // pixels that a pressed pointer moves before it drags
const LOOK = 40 // ms: a dragged thing is held there so long as it lets go; GrapesJS looks every 20 where it would land
const STEPS = { ArrowUp: -1, ArrowDown: 1 }

export class Hands {
  constructor(editor) {
    this.editor = editor
    this.components = new WeakMap() // element -> component
    this.pressed = null
    this.dragging = this.letGo = this.over = false // over: whether the pointer is on the canvas
    this.byKey = false // whether what is begun to be written at was begun by key
    editor.on('component:mount', component => this.offer(component))
    editor.on('component:selected', component => this.reach(component))
    editor.on('component:remove', component => this.leave(component))
    editor.on(DRAWN, view => this.mark(view))
    editor.on('sorter:drag:start', () => { this.dragging = true })
    editor.on('sorter:drag:end', () => { this.dragging = this.letGo = false })
  }

  offer(component) {
    if (!ours(component)) return
    this.reached ??= component
    this.components.set(component.view.el, component)
    this.mark(component.view)
  }

  mark(view) {
    view.el.tabIndex = view.model === this.reached ? 0 : -1
  }

  // The canvas is one stop of the Tab key: at what is selected, or at its first component. Arrows go on from there.
  reach(component) {
    if (!component || !ours(component)) return
    const before = this.reached
    this.reached = component
    for (const one of [before, component]) if (one?.view) this.mark(one.view)
  }

  // What is gone is no stop any more: the first of what stood beside it is, else what held it, else what comes next.
  leave(gone) {
    if (gone !== this.reached && !this.reached?.parents().includes(gone)) return
    const held = gone.prevColl
    this.reached = null
    this.reach(held.models.find(ours) ?? held.parent)
  }

  // Take hold of the canvas, once it is there.
  hold() {
    const frame = this.frame = this.editor.Canvas.getWindow()
    const on = (name, act) => frame.addEventListener(name, act, true)
    on('mouseover', () => { this.over = true })
    document.addEventListener('mouseover', () => { this.over = false }, true)
    on('mousedown', event => this.press(event))
    on('mousemove', event => this.move(event))
    on('mouseup', event => this.release(event))
    on('paste', event => this.paste(event))
    on('dragstart', event => { event.preventDefault(); event.stopImmediatePropagation() }) // not every engine begins one
    on('selectstart', event => { if (!this.editor.getEditing()) event.preventDefault() })
    on('keydown', event => this.key(event))
    this.reach(this.editor.getWrapper().components().first())
    this.editor.on('rte:enable', view => this.point(view.el))
    on('input', () => this.editor.trigger('component:update', this.editor.getEditing()))
  }

  meant(element) {
    for (let at = element; at; at = at.parentElement) if (this.components.has(at)) return this.components.get(at)
    return null
  }

  press(event) {
    const component = event.button || this.editor.getEditing() ? null : this.meant(event.target)
    this.pressed = component && { component, x: event.clientX, y: event.clientY }
  }

  move(event) {
    if (this.letGo && event.isTrusted) { event.stopImmediatePropagation(); return }
    if (!event.buttons) this.pressed = null // it was let go outside of the canvas
    if (!this.pressed || Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) < FAR) return
    const { component } = this.pressed
    this.pressed = null
    within(this.editor, component)
    this.editor.runCommand('tlb-move', { target: chosen(this.editor), event })
  }

  // What is let go while the hand still moves lands where it was let go, and not where it was looked for last.
  release(event) {
    this.pressed = null
    if (!this.dragging || !event.isTrusted) return
    event.stopImmediatePropagation()
    this.letGo = true
    // at the body, which stays: what lies under the hand may be gone when it is time
    const again = name => this.frame.document.body.dispatchEvent(new this.frame.MouseEvent(name, event))
    again('mousemove')
    setTimeout(again, LOOK, 'mouseup')
  }

  // Select what comes before or after something, in the order of the page; one more of them, or that alone.
  walk(component, step, more) {
    const drawn = [...this.frame.document.querySelectorAll('[tabindex]')].filter(one => this.components.has(one))
    const next = drawn[drawn.indexOf(component.view.el) + step]
    if (!next) return
    if (more) this.editor.selectAdd([component, this.components.get(next)])
    else this.editor.select(this.components.get(next), { scroll: true })
    next.focus()
  }

  key(event) {
    if (event.isComposing) return // the key belongs to a letter that is being put together
    const editing = this.editor.getEditing()
    if (editing) {
      if (event.key === 'Escape' || event.key === 'Enter') { event.preventDefault(); this.end(editing) }
      return
    }
    const component = this.components.get(event.target)
    if (!component) return
    if (event.key === 'Enter' && TEXTS.has(kind(component))) { event.preventDefault(); this.begin(component) }
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    if (!event.altKey) { this.walk(component, step, event.shiftKey); return }
    within(this.editor, component)
    shift(this.editor, step)
    component.view.el.focus()
  }

  // Who goes on by key goes on at the end, wherever they were before.
  begin(component) {
    this.byKey = true
    component.trigger('focus')
  }

  // A pointer has pointed at a place itself; where a key begins, an engine has marked the start, or nothing.
  point(element) {
    const marked = this.frame.getSelection()
    const pointed = !this.byKey && marked.rangeCount && element.contains(marked.anchorNode)
    this.byKey = false
    if (pointed) return
    marked.selectAllChildren(element)
    marked.collapseToEnd()
  }

  // Words are pasted as words: neither markup nor lines, which our texts do not have.
  paste(event) {
    if (!this.editor.getEditing()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.frame.document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s+/g, ' '))
  }

  // GrapesJS ends by a pressed pointer only; selecting something else is not the end.
  async end(component) {
    await component.view.disableEditing()
    this.editor.select(component)
    component.view.el.focus()
  }
}
