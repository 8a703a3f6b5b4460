// What stands around the canvas: the list of what is on the page, and the properties of what is selected.

import { perDevice } from './devices.js'
import { choosing } from './pictures.js'
import { called, change, kind, label, ours, properties } from './types.js'
import { chosen, refused } from './values.js'

const withId = (component, id) => component.get('mm') === id ? component : component.components().models.map(one => withId(one, id)).find(Boolean)

// What is on the page, as a list; drawn anew only where it differs, so that nobody presses what is on its way out.
export function layers(editor, box, people = []) {
  const draw = component => {
    const children = component.components().models.filter(ours)
    const list = document.createElement('ul')
    for (const child of children) {
      const row = list.appendChild(document.createElement('li'))
      const button = row.appendChild(document.createElement('button'))
      button.type = 'button'
      button.textContent = called(child)
      const there = people.filter(({ component }) => component === child.get('mm')).map(({ name }) => name)
      if (there.length) button.dataset.here = there.join(', ')
      button.setAttribute('aria-pressed', String(editor.getSelected() === child))
      const id = button.dataset.mm = child.get('mm')
      button.addEventListener('click', () => editor.select(withId(editor.getWrapper(), id), { scroll: true }))
      if (child.components().models.some(ours)) row.append(draw(child))
    }
    return list
  }
  const list = draw(editor.getWrapper())
  list.className = 'layers'
  if (box.firstElementChild?.outerHTML === list.outerHTML) return
  const focused = [...box.querySelectorAll('button')].indexOf(document.activeElement)
  box.replaceChildren(list)
  if (focused >= 0) box.querySelectorAll('button')[focused]?.focus()
}

const NAMES = {
  text: 'Text', label: 'Label', answer: 'Answer', author: 'Who said it', role: 'What they are', send: 'Words on the button', thanks: 'Thanks after sending',
  title: 'What it shows', address: 'Address', alternative: 'Words for the picture', look: 'Look', kind: 'What is asked for', options: 'What can be chosen, one a line', required: 'Has to be filled in',
}

function field(component, name, rule, tell) {
  const row = document.createElement('label')
  row.append(NAMES[name])
  const input = row.appendChild(document.createElement(rule.maxLength > 300 && name !== 'address' || name === 'text' ? 'textarea' : 'input'))
  input.value = properties(component)[name]
  input.maxLength = rule.maxLength ?? 300
  if (rule.pattern) input.addEventListener('change', () => { if (!refused(input, rule, tell)) change(component, { [name]: input.value }) })
  else input.addEventListener('input', () => change(component, { [name]: input.value }))
  return row
}

// Move something up or down by one place; past the end of what holds it, into the one that follows, if it may stand there.
export function shift(editor, component, step) {
  const parent = component.parent(), place = component.index() + step
  if (place >= 0 && place < component.collection.length) component.move(parent, { at: step > 0 ? place + 1 : place })
  else {
    const to = parent.index() + step
    const next = to < 0 ? null : parent.parent()?.components().at(to) // below zero it would count from the end
    if (next && editor.Components.canMove(next, component).result) component.move(next, { at: step > 0 ? 0 : next.components().length })
  }
  editor.select(component)
}

function arranging(editor, component, { least }, copy) {
  const row = document.createElement('div')
  row.className = 'row'
  const button = (words, act) => {
    const made = row.appendChild(document.createElement('button'))
    Object.assign(made, { type: 'button', textContent: words, className: 'outline secondary' })
    made.addEventListener('click', act)
    return made
  }
  const by = step => () => shift(editor, component, step)
  button('Move up', by(-1))
  button('Move down', by(1))
  button('Duplicate', () => copy(component))
  button('Remove', () => component.remove()).disabled = component.collection.length <= least
  return row
}

export function selection(editor, types, box, title, { copied, tell, device }) {
  const component = editor.getSelected()
  if (!component || !ours(component)) {
    title.textContent = 'Nothing selected'
    box.innerHTML = '<p class="hint">Choose something on the page, or in the list on the left.</p>'
    return
  }
  const rules = types[kind(component)].schema.properties ?? {}
  const again = () => selection(editor, types, box, title, { copied, tell, device })
  const row = name => chosen(component, name, NAMES[name], rules[name], again) ?? field(component, name, rules[name], tell)
  const wanted = Object.keys(rules).filter(name => name in NAMES && (name !== 'options' || properties(component).kind === 'choice'))
  const parent = component.parent()
  title.textContent = label(kind(component))
  const choice = kind(component) === 'image' ? [choosing(component, tell, again)] : []
  box.replaceChildren(...choice, ...wanted.map(row), ...perDevice(component, rules, device), arranging(editor, component, types[ours(parent) ? kind(parent) : 'page'], copied))
}
