// Our component types in GrapesJS: what they look like on the canvas, and where they may stand.

import { escape, INSIDE, look } from './looks.js'

export const ours = component => component.get('type').startsWith('mm-')
export const kind = component => component.get('type').slice(3)
export const DRAWN = 'mm:drawn' // a component has its attributes anew, and none that others gave it
export const TEXTS = new Set(['heading', 'text', 'call_to_action', 'link'])

// What a component of a type begins with, by the schema that the server checks it with.
export const defaults = schema => Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, rule]) => [name, rule.default ?? '']))

// The definition that GrapesJS makes a component from.
export function definition(node) {
  const made = { type: `mm-${node.type}`, mm: node.id, props: { ...node.properties }, ...look(node.type, node.properties) }
  if (TEXTS.has(node.type)) made.components = escape(node.properties.text)
  else if (node.children?.length) made.components = node.children.map(definition)
  return made
}

function words(component) {
  const drawn = component.view?.el
  if (component.em.getEditing() === component) return drawn.textContent.trim() // GrapesJS knows nothing of it before the end
  const markup = component.getInnerHTML()
  if (!/[<&]/.test(markup)) return markup.trim()
  const box = document.createElement('template') // what is in one is not loaded, and runs nothing
  box.innerHTML = markup
  return box.content.textContent.trim()
}

// The properties of a component as they stand now, words typed on the canvas included.
export function properties(component) {
  const props = { ...component.get('props') }
  if (TEXTS.has(kind(component))) props.text = words(component)
  return props
}

// Give a component new values and draw it anew.
export function change(component, values) {
  const props = { ...component.get('props'), ...values }
  component.set('props', props)
  component.setAttributes(look(kind(component), props).attributes)
  if (TEXTS.has(kind(component)) && 'text' in values) component.components(escape(values.text))
  if (INSIDE[kind(component)]) component.view?.render()
}

// Whether a component may stand in another, and whether what holds it can do with one more, or one less.
function belongs(types, component, target) {
  const name = one => one.get('type') === 'wrapper' ? 'page' : kind(one)
  const room = types[name(target)]
  if (!room?.holds.includes(name(component))) return false
  const from = component.parent?.()
  if (from === target) return true
  const full = room.most !== null && target.components().length >= room.most
  return !full && !(from && from.components().length <= types[name(from)].least)
}

export function register(editor, types) {
  for (const [name, type] of Object.entries(types)) {
    if (name === 'page') continue
    const extend = TEXTS.has(name) ? 'text' : 'default'
    const { updateAttributes } = editor.Components.getType(extend).view.prototype
    editor.Components.addType(`mm-${name}`, {
      extend,
      isComponent: () => false,
      model: {
        defaults: {
          name: label(name), props: defaults(type.schema), stylable: false,
          copyable: name !== 'field', // a copy needs another name
          ...look(name, defaults(type.schema)),
          draggable: (component, target) => belongs(types, component, target),
          droppable: (component, target) => belongs(types, component, target),
          ...(TEXTS.has(name) ? { components: escape(defaults(type.schema).text) } : {}),
        },
      },
      view: {
        updateAttributes() { updateAttributes.call(this); editor.trigger(DRAWN, this) },
        ...(INSIDE[name] ? { onRender() { this.el.innerHTML = INSIDE[name](this.model.get('props')) } } : {}),
      },
    })
  }
}

const LABELS = { call_to_action: 'Call to action', form: 'Sign-up form', faq: 'Questions and answers', columns: 'Columns' }
export const label = name => LABELS[name] ?? name[0].toUpperCase() + name.slice(1)

// How a component is called in the list of what is on the page.
// Columns have no words, and go by their number.
export const called = component => kind(component) === 'column' ? `Column ${component.index() + 1}` : named(kind(component), properties(component))
export function named(type, props) {
  if (type === 'section') return props.label
  if (type === 'form') return props.label === label(type) ? props.label : `Form: ${props.label}`
  if (type === 'navigation' || type === 'faq') return label(type)
  return `${label(type)}: ${props.text ?? props.label ?? props.alternative ?? props.title ?? ''}`.replace(/: $/, '')
}
