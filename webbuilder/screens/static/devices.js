// One page on every device: the canvas at its width, what is set for it, and a preview as visitors would have it.

import { on } from './looks.js'
import { change, properties } from './types.js'

const WIDTHS = { desktop: 1280, tablet: 820, phone: 390 } // pixels: what the blocks of the style sheet are chosen by
const PLURAL = { desktop: 'desktops', tablet: 'tablets', phone: 'phones' }
const NAMES = { '': 'as usual', left: 'left', center: 'centre', right: 'right', small: 'smaller', normal: 'normal', large: 'larger' }
const WORDS = { align: 'Place', size: 'Size' }

export const devices = Object.entries(WIDTHS).map(([id, width]) => ({ id, name: id, width: id === 'desktop' ? '' : `${width}px` }))

const DRAWN = 3000 // ms after which a page that lacks a style sheet is taken as it is
const asked = new Map() // what the blocks of the style sheet ask for, by their place in it
// Show the canvas as on a device. Its window is as wide as there is room, so it is not asked which blocks hold.
export function showAs(editor, device) {
  editor.setDevice(device)
  for (const sheet of editor.Canvas.getDocument().styleSheets) {
    if (!sheet.href?.endsWith('/site.css')) continue
    for (const [place, rule] of [...sheet.cssRules].entries()) {
      if (!rule.media) continue
      if (!asked.has(place)) asked.set(place, rule.media.mediaText)
      const bound = side => Number(asked.get(place).match(new RegExp(`${side}-width: *(\\d+)px`))?.[1] ?? (side === 'min' ? 0 : Infinity))
      const holds = WIDTHS[device] >= bound('min') && WIDTHS[device] <= bound('max')
      rule.media.mediaText = holds ? 'all' : 'not all'
    }
  }
}

// What is set for the device that the canvas shows; nothing where a component has no such thing.
export function perDevice(component, rules, device) {
  const box = document.createElement('fieldset')
  box.append(Object.assign(document.createElement('legend'), { textContent: `On ${PLURAL[device]}` }))
  const row = (words, input) => { const label = box.appendChild(document.createElement('label')); label.append(...words(input)) }
  for (const what of ['align', 'size']) {
    const rule = rules[on(device, what)]
    if (!rule) continue
    const list = document.createElement('select')
    for (const value of rule.enum) list.add(new Option(value || device === 'desktop' ? NAMES[value] : 'as on larger ones', value, false, value === properties(component)[on(device, what)]))
    list.addEventListener('change', () => change(component, { [on(device, what)]: list.value }))
    row(input => [WORDS[what], ' ', input], list)
  }
  if (rules[on(device, 'hidden')]) {
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox', checked: properties(component)[on(device, 'hidden')] ?? false })
    tick.addEventListener('change', () => change(component, { [on(device, 'hidden')]: tick.checked }))
    row(input => [input, `Leave out on ${PLURAL[device]}`], tick)
  }
  return box.children.length > 1 ? [box] : []
}

// Resolve once a page has the style sheets and fonts that it asks for, or cannot have them: until then all on it may move.
export async function styled(page) {
  const late = [...page.querySelectorAll('link[rel=stylesheet]')].filter(one => !one.sheet)
  const there = Promise.all(late.map(one => new Promise(done => { one.onload = one.onerror = done }))).then(() => page.fonts.ready)
  await Promise.race([there, new Promise(done => setTimeout(done, DRAWN))]) // one that has failed already says nothing any more
}

// Buttons of which one is pressed, for the devices; `chosen` is told of it.
export function choice(box, chosen) {
  const buttons = [...box.querySelectorAll('button')]
  const press = device => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === device))
    chosen(device)
  }
  for (const button of buttons) button.addEventListener('click', () => press(button.value))
  return press
}

// The page as visitors would have it, in a window of its own size.
export function previewing(dialog, address) {
  const frame = dialog.querySelector('iframe')
  const press = choice(dialog.querySelector('[role="group"]'), device => { frame.style.width = `${WIDTHS[device]}px` })
  dialog.querySelector('.leaves').addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => frame.removeAttribute('src'))
  return device => { press(device); frame.src = address; dialog.showModal() }
}
