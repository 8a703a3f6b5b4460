// What is done to all that is selected, one thing or several: each time one act, also to undo.

import { kind, label, ours } from './types.js'

// All of ours on the page, in its order.
export function* everything(component) {
  for (const child of component.components().models.filter(ours)) { yield child; yield* everything(child) }
}

// What is selected, in the order of the page.
export function chosen(editor) {
  const all = new Set(editor.getSelectedAll())
  return [...everything(editor.getWrapper())].filter(one => all.has(one))
}

// Select something, unless it is among what is selected already.
export function within(editor, component) {
  if (!editor.getSelectedAll().includes(component)) editor.select(component)
}

// Move what is selected up or down by one place; what cannot go keeps those behind it where they are.
export function shift(editor, step) {
  const all = chosen(editor), stay = new Set()
  for (const one of step < 0 ? all : [...all].reverse()) {
    const place = one.index() + step
    if (stay.has(place < 0 ? null : one.collection.at(place)) || !shiftOne(editor, one, place, step)) stay.add(one)
  }
  editor.select(all)
}

// Past the end of what holds it something goes into the one that follows, if it may stand there. Returns whether it went.
function shiftOne(editor, component, place, step) {
  const parent = component.parent()
  if (place >= 0 && place < component.collection.length) { component.move(parent, { at: step > 0 ? place + 1 : place }); return true }
  const to = parent.index() + step
  const next = to < 0 ? null : parent.parent()?.components().at(to) // below zero it would count from the end
  const goes = Boolean(next) && editor.Components.canMove(next, component).result
  if (goes) component.move(next, { at: step > 0 ? 0 : next.components().length })
  return goes
}

// Why what is selected cannot be removed, in a sentence; empty where it can.
function staying(editor, types) {
  const all = chosen(editor)
  for (const parent of new Set(all.map(one => one.parent()))) {
    const name = ours(parent) ? kind(parent) : 'page', { least } = types[name]
    if (parent.components().length - all.filter(one => one.parent() === parent).length < least) {
      return `${label(name)} can't do with less than ${least}. Add another one first, or remove what holds them.`
    }
  }
  return ''
}

// Remove what is selected, or say why not.
export function remove(editor, types, tell) {
  const why = staying(editor, types)
  tell(why)
  if (!why) for (const one of chosen(editor)) one.remove()
}
