// What stands around the canvas: the list of what is on the page, and the properties of what is selected.

import { perDevice } from './devices.js'
import { choosing } from './pictures.js'
import { chosen, everything, remove, shift, within } from './several.js'
import { called, change, kind, label, ours, properties } from './types.js'
import { chosen as choices, refused } from './values.js'

// What is on the page, as a list. Its lines stay while the page keeps its shape, so that nobody presses what is on its way
// out, and a letter costs one line. It is one stop of the Tab key: at the line that has the focus, else at what is
// selected, else at the first.
const drawn = new WeakMap() // list -> the shape that it was drawn for
export function layers(editor, box, people = []) {
  const selected = editor.getSelectedAll()
  const lines = [...everything(editor.getWrapper())]
  const shape = lines.map(one => `${one.parents().length} ${one.get('mm')}`).join()
  const before = [...box.querySelectorAll('button')], focused = before.indexOf(document.activeElement)
  const anew = drawn.get(box) !== shape
  if (anew) { box.replaceChildren(rows(editor.getWrapper())); drawn.set(box, shape) }
  const buttons = anew ? [...box.querySelectorAll('button')] : before
  const had = focused < 0 ? null : buttons.find(one => one.dataset.mm === before[focused].dataset.mm) ?? buttons[focused] ?? buttons.at(-1)
  const stop = had ?? buttons[lines.indexOf(selected.at(-1))] ?? buttons[0]
  for (const [place, button] of buttons.entries()) line(button, lines[place], { pressed: selected.includes(lines[place]), stop: button === stop, people })
  if (anew) had?.focus()
}

function rows(component) {
  const list = document.createElement('ul')
  list.className = 'layers'
  for (const child of component.components().models.filter(ours)) {
    const row = list.appendChild(document.createElement('li'))
    Object.assign(row.appendChild(document.createElement('button')), { type: 'button' })
    if (child.components().models.some(ours)) row.append(rows(child))
  }
  return list
}

// Give a line what has changed about it, and leave the rest alone.
function line(button, component, { pressed, stop, people }) {
  const words = called(component), id = component.get('mm')
  const there = people.filter(one => one.component === id).map(({ name }) => name).join(', ')
  const wanted = { 'data-mm': id, 'data-here': there || null, 'aria-pressed': String(pressed), tabindex: stop ? '0' : '-1' }
  if (button.textContent !== words) button.textContent = words
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null) button.removeAttribute(name)
    else if (button.getAttribute(name) !== value) button.setAttribute(name, value)
  }
}

// The list by hand: a press selects, with Ctrl one more, with Shift all up to there. Arrows walk along; with Shift they
// select on the way, with Alt they move what is selected.
export function walking(editor, box, changes) {
  const enterAt = row => { for (const one of box.querySelectorAll('button')) one.tabIndex = one === row ? 0 : -1 }
  const meant = row => [...everything(editor.getWrapper())].find(one => one.get('mm') === row.dataset.mm)
  box.addEventListener('click', event => {
    const row = event.target.closest('button')
    if (!row) return
    enterAt(row)
    editor.select(meant(row), { scroll: true, event: changes ? event : undefined })
  })
  box.addEventListener('keydown', event => {
    const rows = [...box.querySelectorAll('button')], at = rows.indexOf(event.target)
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -at, End: rows.length - 1 - at }[event.key]
    if (at < 0 || step === undefined) return
    event.preventDefault()
    const next = rows[at + step]
    if (event.altKey) {
      if (!changes) return
      within(editor, meant(rows[at]))
      shift(editor, Math.sign(step))
    } else if (next) {
      if (event.shiftKey && changes) editor.selectAdd([meant(rows[at]), meant(next)])
      enterAt(next)
      next.focus()
    }
  })
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
  Object.assign(input.dataset, { property: name, ...rule.pattern && { whole: '' } }) // an address counts once it is whole
  input.maxLength = rule.maxLength ?? 300
  if (rule.pattern) input.addEventListener('change', () => { if (!refused(input, rule, tell)) change(component, { [name]: input.value }) })
  else input.addEventListener('input', () => change(component, { [name]: input.value }))
  return row
}

// While somebody writes in one of the text fields, let each hold what its property is by now, the caret where it was in front
// of or behind the words. Returns whether somebody writes in one.
export function mirrored(component, box) {
  const focused = document.activeElement
  if (!component || !focused?.dataset.property || !box.contains(focused)) return false
  for (const input of box.querySelectorAll('[data-property]')) mirror(input, properties(component)[input.dataset.property], input === focused)
  return true
}

function mirror(input, words, focused) {
  const { value, selectionStart: start, selectionEnd: end } = input
  if (value.trim() === words || 'whole' in input.dataset) return // a space that is typed is on its way to the next word
  input.value = words
  const same = place => place === value.length ? words.length : Math.min(place, words.length)
  if (focused) input.setSelectionRange(same(start), same(end))
}

// The buttons for all that is selected; `more` are those for one thing alone.
function arranging(editor, types, tell, more) {
  const row = document.createElement('div')
  row.className = 'row'
  const button = ([words, act]) => {
    const made = row.appendChild(document.createElement('button'))
    Object.assign(made, { type: 'button', textContent: words, className: 'outline secondary' })
    made.addEventListener('click', act)
    return made
  }
  const all = [['Move up', () => shift(editor, -1)], ['Move down', () => shift(editor, 1)], ...more, ['Remove', () => remove(editor, types, tell)]]
  all.forEach(button)
  return row
}

export function selection(editor, types, box, title, { copied, tell, device }) {
  const component = editor.getSelected()
  if (!component || !ours(component)) {
    title.textContent = 'Nothing selected'
    box.innerHTML = '<p class="hint">Choose something on the page, or in the list of what is on it.</p>'
    return
  }
  const all = chosen(editor)
  if (all.length > 1) {
    title.textContent = `${all.length} selected`
    const list = document.createElement('ul')
    list.append(...all.map(one => Object.assign(document.createElement('li'), { textContent: called(one) })))
    box.replaceChildren(list, arranging(editor, types, tell, []))
    return
  }
  const rules = types[kind(component)].schema.properties ?? {}
  const again = () => selection(editor, types, box, title, { copied, tell, device })
  const row = name => choices(component, name, NAMES[name], rules[name], again) ?? field(component, name, rules[name], tell)
  const wanted = Object.keys(rules).filter(name => name in NAMES && (name !== 'options' || properties(component).kind === 'choice'))
  title.textContent = label(kind(component))
  const choice = kind(component) === 'image' ? [choosing(component, tell, again)] : []
  box.replaceChildren(...choice, ...wanted.map(row), ...perDevice(component, rules, device), arranging(editor, types, tell, [['Duplicate', () => copied(component)]]))
}
