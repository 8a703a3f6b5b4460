// What stands around the canvas: the palette, the list of what is on the page, and the properties of what is selected.

import { called, change, kind, label, ours, properties } from './types.js'

const PICTURES = {
  section: '<rect x="3" y="5" width="20" height="16" rx="2"/><path d="M3 11h20"/>', heading: '<path d="M6 5v16M20 5v16M6 13h14"/>',
  text: '<path d="M4 7h18M4 13h18M4 19h11"/>', call_to_action: '<rect x="3" y="8" width="20" height="10" rx="5"/><path d="M10 13h6"/>',
  image: '<rect x="3" y="5" width="20" height="16" rx="2"/><path d="M3 18l6-6 5 5 4-3 5 4"/>',
  form: '<rect x="3" y="4" width="20" height="5" rx="1"/><rect x="3" y="12" width="20" height="5" rx="1"/><rect x="3" y="20" width="9" height="4" rx="2"/>',
}
const FIELDS = [
  { type: 'mm-field', props: { name: 'name', label: 'Your name', kind: 'text', required: true } },
  { type: 'mm-field', props: { name: 'email', label: 'E-mail address', kind: 'email', required: true } },
]

// The blocks of the palette, as GrapesJS takes them.
export const blocks = () => Object.entries(PICTURES).map(([name, picture]) => ({
  id: name, label: label(name), media: `<svg viewBox="0 0 26 26" aria-hidden="true">${picture}</svg>`,
  content: { type: `mm-${name}`, ...(name === 'form' ? { components: FIELDS } : {}) },
  attributes: { role: 'button', tabindex: '0', 'aria-label': `Add ${label(name)}` },
}))

// Where a block goes that was chosen and not dragged: into or behind what is selected, else at the end of the page.
export function add(editor, block) {
  const wrapper = editor.getWrapper()
  let target = editor.getSelected() ?? wrapper.components().last() ?? wrapper
  let at
  const fits = () => editor.Components.canMove(target, block.getContent(), at).result
  while (!fits() && target !== wrapper) { at = target.index() + 1; target = target.parent() }
  const [made] = target.append(block.getContent(), at === undefined ? {} : { at })
  editor.select(made)
  return made
}

export function layers(editor, box) {
  const draw = component => {
    const children = component.components().models.filter(ours)
    const list = document.createElement('ul')
    for (const child of children) {
      const row = list.appendChild(document.createElement('li'))
      const button = row.appendChild(document.createElement('button'))
      button.type = 'button'
      button.textContent = called(child)
      button.setAttribute('aria-pressed', String(editor.getSelected() === child))
      button.addEventListener('click', () => editor.select(child, { scroll: true }))
      if (child.components().models.some(ours)) row.append(draw(child))
    }
    return list
  }
  const list = draw(editor.getWrapper())
  list.className = 'layers'
  const focused = [...box.querySelectorAll('button')].indexOf(document.activeElement)
  box.replaceChildren(list)
  if (focused >= 0) box.querySelectorAll('button')[focused]?.focus()
}

const NAMES = { text: 'Text', label: 'Label', send: 'Words on the button', thanks: 'Thanks after sending', address: 'Address', alternative: 'Words for the picture' }

function field(component, name, rule) {
  const row = document.createElement('label')
  row.append(NAMES[name])
  const input = row.appendChild(document.createElement(rule.maxLength > 300 || name === 'text' ? 'textarea' : 'input'))
  input.value = properties(component)[name]
  input.maxLength = rule.maxLength ?? 300
  input.addEventListener('input', () => change(component, { [name]: input.value }))
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

function arranging(editor, component) {
  const row = document.createElement('div')
  row.className = 'row'
  const button = (words, act) => {
    const made = row.appendChild(document.createElement('button'))
    Object.assign(made, { type: 'button', textContent: words, className: 'outline secondary' })
    made.addEventListener('click', act)
  }
  const by = step => () => shift(editor, component, step)
  button('Move up', by(-1))
  button('Move down', by(1))
  button('Remove', () => component.remove())
  return row
}

export function selection(editor, types, box, title) {
  const component = editor.getSelected()
  if (!component || !ours(component)) {
    title.textContent = 'Nothing selected'
    box.innerHTML = '<p class="hint">Choose something on the page, or in the list on the left.</p>'
    return
  }
  const rules = types[kind(component)].schema.properties
  title.textContent = label(kind(component))
  box.replaceChildren(...Object.keys(rules).filter(name => name in NAMES).map(name => field(component, name, rules[name])), arranging(editor, component))
}
