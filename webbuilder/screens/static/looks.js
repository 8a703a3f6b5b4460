// How a component looks on the canvas: its element, and, where it is not made of other components, what is inside.

export const escape = words => { const box = document.createElement('i'); box.textContent = words; return box.innerHTML.replaceAll('"', '&quot;') }

const plain = (tagName, name) => () => ({ tagName, attributes: { class: name } })

const LOOKS = {
  section: props => ({ tagName: 'section', attributes: { class: `section section-${props.look}` } }),
  columns: plain('div', 'columns'),
  column: plain('div', 'column'),
  heading: props => ({ tagName: `h${props.level}` }),
  text: () => ({ tagName: 'p' }),
  call_to_action: plain('a', 'action'),
  image: () => ({ tagName: 'div' }),
  form: props => ({ tagName: 'form', attributes: { class: 'form', 'data-send': props.send, 'aria-label': props.label } }),
  field: props => ({ tagName: 'label', attributes: { class: props.kind === 'consent' ? 'consent' : 'field' } }),
  navigation: props => ({ tagName: 'nav', attributes: { class: 'navigation', 'aria-label': props.label } }),
  link: () => ({ tagName: 'a' }),
  footer: props => ({ tagName: 'footer', attributes: { class: 'footer', 'data-text': props.text } }),
  faq: props => ({ tagName: 'div', attributes: { class: 'faq', role: 'group', 'aria-label': props.label } }),
  question: plain('div', 'question'),
  testimonial: plain('figure', 'testimonial'),
  embed: plain('div', 'embed embed-place'),
}

const DEVICES = ['desktop', 'tablet', 'phone'] // each smaller than the one before
export const on = (device, what) => device === 'desktop' && what !== 'hidden' ? what : `${what}_on_${device}`

// How something stands by device, as names that the style sheet of sites knows; the same as the server gives it.
function* dress(props) {
  for (const device of DEVICES) {
    for (const what of ['align', 'size']) if (props[on(device, what)]) yield `${device}-${what}-${props[on(device, what)]}`
    if (props[on(device, 'hidden')]) yield `${device}-hidden`
  }
}

export function look(type, props) {
  const { attributes = {}, ...made } = LOOKS[type](props)
  return { ...made, attributes: { ...attributes, class: [attributes.class, ...dress(props)].filter(Boolean).join(' ') } }
}

// A field as it is seen, which nobody fills here and no key stops at.
const FIELDS = {
  long_text: () => '<textarea rows="4" tabindex="-1" readonly></textarea>',
  choice: props => `<select tabindex="-1"><option>${escape(props.options?.[0] ?? '')}</option></select>`,
}
const input = props => `<input type="${escape({ phone: 'tel' }[props.kind] ?? props.kind)}" tabindex="-1" readonly>`

export const INSIDE = {
  image: props => props.address ? `<img src="${escape(props.address)}" alt="${escape(props.alternative)}">` : '<div class="empty-picture">A picture</div>',
  field: props => props.kind === 'consent' ? `<input type="checkbox" tabindex="-1"><span>${escape(props.label)}</span>` : `${escape(props.label)}${(FIELDS[props.kind] ?? input)(props)}`,
  question: props => `<p class="asked">${escape(props.text)}</p><p>${escape(props.answer)}</p>`,
  testimonial: props => `<blockquote><p>${escape(props.text)}</p></blockquote><figcaption><strong>${escape(props.author)}</strong>${props.role ? `, ${escape(props.role)}` : ''}</figcaption>`,
  // what is somebody else's is shown to visitors; here it would only be in the way of the hand
  embed: props => `<span>${escape(props.title)}<br>${escape(props.address ? new URL(props.address).host : 'nothing is embedded yet')}</span>`,
}
