// The builder: GrapesJS does what happens inside the canvas; everything around it is ours.

import { choice, devices, previewing, showAs, styled } from './devices.js'
import { Following } from './following.js'
import { Hands } from './hands.js'
import { Live, others } from './live.js'
import { Operations } from './operations.js'
import { add, blocks, finding, misfit, renew } from './palette.js'
import { layers, mirrored, selection, walking } from './panels.js'
import { dropping } from './pictures.js'
import { chosen, remove } from './several.js'
import { CanvasTree } from './tree.js'
import { called, kind, ours, register } from './types.js'
import { wished } from './wishes.js'
import { Writing } from './writing.js'

const start = JSON.parse(document.getElementById('site-as-it-is').textContent)
const at = id => document.getElementById(id)

const state = at('save-state')
const tell = (words, box = 'told') => { at('told').textContent = at('noted').textContent = ''; at(box).textContent = words ?? '' }
const client = crypto.randomUUID() // this machine
const operations = new Operations(start.site, client, start.revision, (word, words) => {
  state.textContent = state.dataset.state = word
  at('settling').hidden = word !== 'Conflict'
  if (word === 'Saved') { following?.upToDate(); following?.soon() }
  if (words) tell(words)
  else if (word === 'Saved' && words !== null) tell('')
})

const editor = grapesjs.init({
  container: '#canvas', height: '100%', width: 'auto', telemetry: false, cssIcons: '', nativeDnD: false, avoidInlineStyle: false,
  panels: { defaults: [] }, storageManager: { type: '', autosave: false, autoload: false }, richTextEditor: { custom: true, onKeydown() {} },
  layerManager: { custom: true }, styleManager: { custom: true }, selectorManager: { custom: true }, traitManager: { custom: true },
  deviceManager: { devices }, assetManager: { custom: true },
  blockManager: { appendTo: '#palette', appendOnClick: block => tell(add(editor, block) ? '' : misfit(start.types, block.getId(), 'Nothing on this page')), blocks: start.may_change ? blocks() : [] },
  canvas: { styles: ['/vendor/inter/index.css', '/static/site.css'] },
  plugins: [editor => register(editor, start.types)],
})

const hands = new Hands(editor)
let tree, following, live
let device = 'desktop' // that the canvas shows
let people = [] // who else is on this page
let pressed = false, late = false, stale = false // what is being pressed stays where it is until it is let go
const redraw = () => { late = pressed; if (!pressed) layers(editor, at('layers'), people) }
document.addEventListener('pointerdown', () => { pressed = true }, true)
for (const end of ['pointerup', 'pointercancel', 'dragend']) document.addEventListener(end, () => setTimeout(() => { pressed = false; if (late) redraw(); if (stale) refresh() }), true)

function connecting(component) {
  const box = at('connecting')
  const form = component && ours(component) && kind(component) === 'form' && chosen(editor).length === 1
  box.hidden = !form
  if (!form || box.dataset.form !== component.get('mm')) box.replaceChildren() // another form: nothing was chosen for it
  box.dataset.form = form ? component.get('mm') : ''
  if (form) operations.flush().then(() => htmx.ajax('GET', `/sites/${start.site}/forms/${component.get('mm')}/connection`, { target: box }), () => {})
}

// What somebody has chosen beside a form, and not sent yet, stays when the same is asked for anew.
let choices = new Map()
let focused = null // the list that somebody is in with the keyboard
const anew = event => event.detail.requestConfig?.verb === 'get' && event.detail.pathInfo.requestPath.endsWith('/connection')
at('connecting').addEventListener('htmx:beforeSwap', event => {
  const untouched = one => one.selectedOptions[0] === ([...one.options].find(each => each.defaultSelected) ?? one.options[0])
  const changed = [...at('connecting').querySelectorAll('select')].filter(one => !untouched(one))
  choices = new Map(anew(event) ? changed.map(one => [one.name, one.value]) : [])
  focused = anew(event) && at('connecting').contains(document.activeElement) ? document.activeElement.name : null
})
at('connecting').addEventListener('htmx:afterSwap', () => {
  for (const one of at('connecting').querySelectorAll('select')) {
    const kept = choices.get(one.name)
    if ([...one.options].some(each => each.value === kept)) one.value = kept
    if (focused && one.name === focused) one.focus()
  }
})

function selected() {
  const component = editor.getSelected()
  live?.look(start.page.id, component && ours(component) ? component.get('mm') : null)
  const about = chosen(editor).length === 1 ? chosen(editor)[0] : null
  at('brief-component').value = about?.get('mm') ?? ''
  at('brief-about').textContent = about ? called(about) : 'the whole page'
  selection(editor, start.types, at('properties'), at('selected-name'), { copied, tell, device })
  connecting(component)
  redraw()
}

// What is selected was changed from elsewhere: whoever writes a text of it goes on from what it is by now.
function refresh() {
  stale = pressed
  if (!pressed && !mirrored(editor.getSelected(), at('properties'))) selected()
}

// What the server does to the page by itself: everything is stored first, and what was done comes back as operations.
let blocked = null // the own step that cannot be taken back, once that was told; to undo again passes over it
async function asked(path) {
  if (operations.stuck || !following) { tell('That was not done, since your edits are not saved yet.'); return null }
  operations.said('Saving')
  try { await operations.flush() } catch { return null } // the queue has said why
  operations.ends()
  const answer = await wished(`/api/sites/${start.site}/` + (path === 'undo' && blocked ? `undo?before=${blocked}` : path))
  blocked = path === 'undo' ? answer?.said.step ?? blocked : null
  let elsewhere = false // whether all that was done was done on other pages
  try {
    if (!answer || answer.ok) elsewhere = await following.catchUp()
    if (answer) refresh()
  } catch {
    const known = answer ? 'That was done, but cannot be shown.' : 'Whether that was done is not known.'
    if (!operations.stuck) operations.said('Offline', `${known} The builder cannot be reached; load this page again before you go on.`)
    return null
  }
  operations.settled()
  if (answer?.ok) at('suggestion')?.querySelector('.good')?.remove() // what was said of the page may hold no more
  if (answer?.ok && elsewhere) tell('That was done on another page of this site.', 'noted')
  if (!answer) tell('Whether that was done could not be heard. The page stands here as it is now; look at it before you ask again.')
  else if (!answer.ok && !operations.stuck) tell(answer.said.step && path === 'undo' ? `${answer.said.detail} Undo once more to go on with what you did before it.` : answer.said.detail)
  return answer?.ok ? answer.said : null
}

function shown(here) {
  people = here.filter(one => one.client !== client && one.page === start.page.id)
  others(at('people'), here, client)
  redraw()
}

function listen() {
  live = new Live(`${location.origin.replace('http', 'ws')}/api/sites/${start.site}/live?client=${client}`, () => operations.seen, {
    welcome: ({ people: here }) => shown(here),
    people: ({ people: here }) => shown(here),
    operations: said => following.take(said),
    lost: () => shown([]),
    ended: reason => { shown([]); if (operations.stuck !== 'Conflict') tell(reason) }, // what has no place is told there
  })
  live.look(start.page.id, null)
}

// Go on after a conflict: the page becomes as it is stored, and words that have no place on it are told once more.
at('settles').addEventListener('click', async () => {
  operations.said('Loading', null)
  const lost = await following.settle()
  if (lost === null) return
  operations.settled(null)
  tell(lost ? `What had no place any more: ${lost}` : '', 'noted')
})

async function copied(component) {
  const said = await asked(`components/${component.get('mm')}/copies`)
  if (said) editor.select(tree.byId.get(said.component))
}

// Who writes undoes by letters, as everywhere; elsewhere these keys undo and redo what was done to the page.
function undoing(event) {
  const writes = event.target.closest?.('input, textarea, select') || event.target.isContentEditable
  if (writes || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const path = { z: event.shiftKey ? 'redo' : 'undo', y: 'redo' }[event.key.toLowerCase()]
  if (path) { event.preventDefault(); asked(path) }
}
for (const button of document.querySelectorAll('.unfolds')) {
  button.addEventListener('click', () => {
    const box = at(button.getAttribute('aria-controls'))
    box.hidden = !box.hidden
    button.setAttribute('aria-expanded', String(!box.hidden))
    if (!box.hidden) box.querySelector('input').focus()
  })
}
at('pages').addEventListener('click', event => { // to another page, with nothing left behind
  const link = event.target.closest('a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  operations.said('Loading')
  operations.flush().then(() => { operations.said('Loading'); location.assign(link.href) }, () => tell('Your edits are not saved yet. Try again in a moment.'))
})
const show = choice(at('devices'), wanted => { device = wanted; showAs(editor, device); if (start.may_change) selected() })
const preview = previewing(at('preview'), `/sites/${start.site}/preview?page=${start.page.id}`)
at('preview-opens').addEventListener('click', () => operations.flush().then(() => preview(device), () => tell('Your edits are not saved yet. Try again in a moment.')))
at('undo').addEventListener('click', () => asked('undo'))
at('redo').addEventListener('click', () => asked('redo'))
if (start.may_change) document.addEventListener('keydown', undoing)

editor.on('load', () => {
  const frame = editor.Canvas.getFrameEl()
  frame.title = 'Page canvas'
  frame.contentDocument.documentElement.classList.add('canvas', `theme-${start.page.properties.theme}`)
  if (start.accent) frame.contentDocument.documentElement.style.setProperty('--accent', start.accent)
  tree = new CanvasTree(editor, start.page, made => { if (start.may_change) { operations.add(made); blocked = null; at('heard').textContent = tree.heard(made) }; redraw() })
  following = new Following(editor, tree, operations, { site: start.site, page: start.page.id, client }, { redraw, refresh })
  listen()
  show('desktop')
  walking(editor, at('layers'), start.may_change)
  if (!start.may_change) { redraw(); editor.runCommand('core:preview'); operations.said('View only'); return }
  new Writing(at('brief'), at('suggestion'), start.site, start.page.id, { flush: () => operations.flush(), tell })
  editor.getModel().on('change:editing', () => following.upToDate()) // what was held back while one was writing
  editor.on('component:selected component:deselected', () => queueMicrotask(selected))
  editor.on('block:drag:stop', (dropped, block) => { if (dropped) editor.select(dropped); else if (hands.over) tell(misfit(start.types, block.getId(), 'That place')) })
  for (const name of ['core:component-delete', 'tlb-delete']) editor.Commands.add(name, { run: () => remove(editor, start.types, tell) })
  editor.Keymaps.remove('core:undo')
  editor.Keymaps.remove('core:redo')
  editor.Canvas.getWindow().addEventListener('keydown', undoing)
  hands.hold()
  redraw()
  renew(editor)
  dropping(editor, hands, start.types, tell)
  finding(at('look-for'), at('palette'), at('found'))
  for (const block of document.querySelectorAll('#palette .gjs-block')) {
    block.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); block.click() } })
  }
  styled(frame.contentDocument).then(() => { // not before there is a page that can be changed, and lies still
    operations.settled()
    performance.mark('usable')
  })
})

// Whatever is asked of the server is asked about what the person sees: their edits are stored first.
document.body.addEventListener('htmx:confirm', event => {
  event.preventDefault()
  tell('')
  if (!event.detail.path.endsWith('/publish')) at('publishing').replaceChildren() // what it said is of yesterday now
  const loads = /\/pages(\/|$)/.test(event.detail.path) // what is done to pages loads the builder anew
  const go = () => { if (loads) operations.said('Loading'); event.detail.issueRequest(true) }
  if (loads) operations.said('Loading')
  operations.flush().then(go, () => tell('Your edits are not saved yet. Try again in a moment.'))
})

document.body.addEventListener('changed-elsewhere', async () => {
  blocked = null
  await following.catchUp()
})

document.addEventListener('keydown', event => { if (event.key === 'Escape') at('publishing').replaceChildren() })

document.body.addEventListener('htmx:afterSwap', event => { if (event.detail.target.id === 'told') operations.settled(null) }) // it was refused, and why stands there
document.body.addEventListener('htmx:sendError', () => { operations.settled(); tell('The builder cannot be reached. Your page is as it was; try again in a moment.') })
window.addEventListener('beforeunload', event => { if (operations.unstored) event.preventDefault() })
