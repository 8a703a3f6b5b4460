// The palette: what can be added, found by what people call it, and put where it may stand.

import { label, ours, TEXTS } from './types.js'

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
  content: name === 'field' ? oneField() : { type: `mm-${name}`, ...(WITHIN[name] ? { components: WITHIN[name] } : {}) },
  attributes: { role: 'button', tabindex: '0', 'aria-label': `Add ${label(name)}` },
}))

// What is added next is another one than what was added last.
export function renew(editor) {
  editor.on('component:add', component => { if (component.get('type') === 'mm-field') editor.Blocks.get('field')?.set('content', oneField()) })
}

// Where a block goes that was chosen and not dragged: into or behind what is selected, else to the last place that takes it.
export function add(editor, block) {
  const wrapper = editor.getWrapper()
  const content = block.getContent()
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

// What else people call things.
const ALSO = {
  section: 'part band block', columns: 'side by side grid', heading: 'title headline', text: 'paragraph words', call_to_action: 'button',
  image: 'picture photo', form: 'newsletter contact', field: 'input', testimonial: 'quote review', faq: 'help', embed: 'video film map',
  navigation: 'menu', footer: 'bottom imprint', link: 'address',
}

// Show of the palette what is looked for; say so where there is no such thing.
export function finding(input, box, said) {
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase()
    let found = 0
    for (const [place, { id, label: name }] of blocks().entries()) {
      const fits = `${name} ${ALSO[id] ?? ''}`.toLowerCase().includes(wanted)
      box.querySelectorAll('.gjs-block')[place].hidden = !fits
      found += fits
    }
    said.textContent = found ? '' : `Nothing that can be added is called “${input.value.trim()}”.`
  })
}

// Why something cannot stand where somebody wanted it.
export function misfit(types, name, where) {
  const holders = Object.values(types).filter(({ holds }) => holds.includes(name)).map(type => label(type.name))
  return `${where} takes no ${label(name).toLowerCase()}. It belongs in: ${holders.join(', ')}.`
}
