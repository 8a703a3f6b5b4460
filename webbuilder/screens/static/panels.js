// What stands around the canvas: the palette, the list of what is on the page, and the properties of what is selected.

import { called, change, kind, label, ours, properties, TEXTS } from './types.js'
import { chosen, refused } from './values.js'

const PICTURES = {
  section: '<rect x="3" y="5" width="20" height="16" rx="2"/><path d="M3 11h20"/>', heading: '<path d="M6 5v16M20 5v16M6 13h14"/>',
  text: '<path d="M4 7h18M4 13h18M4 19h11"/>', call_to_action: '<rect x="3" y="8" width="20" height="10" rx="5"/><path d="M10 13h6"/>',
  image: '<rect x="3" y="5" width="20" height="16" rx="2"/><path d="M3 18l6-6 5 5 4-3 5 4"/>',
  form: '<rect x="3" y="4" width="20" height="5" rx="1"/><rect x="3" y="12" width="20" height="5" rx="1"/><rect x="3" y="20" width="9" height="4" rx="2"/>',
  field: '<rect x="3" y="9" width="20" height="8" rx="1"/><path d="M7 11v4"/>',
  columns: '<rect x="3" y="5" width="9" height="16" rx="1"/><rect x="14" y="5" width="9" height="16" rx="1"/>', column: '<rect x="8" y="4" width="10" height="18" rx="1"/>',
  testimonial: '<path d="M4 18V9h7v6H7l-3 3zM15 18V9h7v6h-4l-3 3z"/>', faq: '<path d="M9 9a4 4 0 1 1 5 4v3M13 20v1"/>', question: '<path d="M4 8h12M4 13h18M4 18h14"/>',
  embed: '<rect x="3" y="5" width="20" height="16" rx="2"/><path d="M11 9l6 4-6 4z"/>',
  navigation: '<path d="M3 7h5M10.500 7h5M18 7h5M3 12h20v9H3z"/>', footer: '<path d="M3 4h20v10H3zM7 19h12"/>', link: '<path d="M11 15l4-4M9 12l-3 3a3 3 0 0 0 5 5l3-3M17 14l3-3a3 3 0 0 0-5-5l-3 3"/>',
}
const of = (name, ...all) => all.map(props => ({ type: `mm-${name}`, props, ...(TEXTS.has(name) ? { components: props.text } : {}) }))

// What comes with a component that would be nothing by itself.
const WITHIN = {
  form: of('field',
    { name: 'name', label: 'Your name', kind: 'text', required: true, options: [] },
    { name: 'email', label: 'E-mail address', kind: 'email', required: true, options: [] }),
  columns: [{ type: 'mm-column' }, { type: 'mm-column' }],
  navigation: of('link', { text: 'Home', address: '#' }, { text: 'About us', address: '#' }, { text: 'Contact', address: '#' }),
  faq: of('question', { text: 'When are you open?', answer: 'Say here when somebody is there.' }, { text: 'How do I find you?', answer: 'Say here where you are.' }),
}

// A field that is added by itself; no two of a form may have one name.
const oneField = () => ({ type: 'mm-field', props: { name: `field_${crypto.randomUUID().slice(0, 8)}`, label: 'Another question', kind: 'text', required: false, options: [] } })

// The blocks of the palette, as GrapesJS takes them.
export const blocks = () => Object.entries(PICTURES).map(([name, picture]) => ({
  id: name, label: label(name), media: `<svg viewBox="0 0 26 26" aria-hidden="true">${picture}</svg>`,
  content: name === 'field' ? oneField : { type: `mm-${name}`, ...(WITHIN[name] ? { components: WITHIN[name] } : {}) },
  attributes: { role: 'button', tabindex: '0', 'aria-label': `Add ${label(name)}` },
}))

// Where a block goes that was chosen and not dragged: into or behind what is selected, else to the last place that takes it.
export function add(editor, block) {
  const wrapper = editor.getWrapper()
  const offered = block.getContent(), content = typeof offered === 'function' ? offered() : offered
  let target = editor.getSelected() ?? wrapper.components().last() ?? wrapper
  let at
  const fits = () => editor.Components.canMove(target, content, at).result
  while (!fits() && target !== wrapper) { at = target.index() + 1; target = target.parent() }
  if (!fits()) {
    at = undefined
    target = [wrapper, ...wrapper.find('*')].reverse().find(one => (one === wrapper || ours(one)) && editor.Components.canMove(one, content).result)
  }
  if (!target) return null
  const [made] = target.append(content, at === undefined ? {} : { at })
  editor.select(made)
  return made
}

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

export function selection(editor, types, box, title, { copied, tell }) {
  const component = editor.getSelected()
  if (!component || !ours(component)) {
    title.textContent = 'Nothing selected'
    box.innerHTML = '<p class="hint">Choose something on the page, or in the list on the left.</p>'
    return
  }
  const rules = types[kind(component)].schema.properties ?? {}
  const again = () => selection(editor, types, box, title, { copied, tell })
  const row = name => chosen(component, name, NAMES[name], rules[name], again) ?? field(component, name, rules[name], tell)
  const wanted = Object.keys(rules).filter(name => name in NAMES && (name !== 'options' || properties(component).kind === 'choice'))
  const parent = component.parent()
  title.textContent = label(kind(component))
  box.replaceChildren(...wanted.map(row), arranging(editor, component, types[ours(parent) ? kind(parent) : 'page'], copied))
}
