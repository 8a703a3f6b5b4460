// What a WebDriver browser lacks: finding by role and name, knowing what a page complained of and asked.
// `accessibility` is dom-accessibility-api, joined to this script by webdriver_script.py.
(function (accessibility) {
  if (window.__mm) return
  const {getRole, computeAccessibleName, isInaccessible} = accessibility
  const KEPT = 'magic-moment.heard'
  const native = {
    alert: '', article: 'article', banner: 'header', button: 'button,input,summary', cell: 'td', checkbox: 'input',
    combobox: 'select,input', complementary: 'aside', contentinfo: 'footer', dialog: 'dialog', form: 'form',
    group: 'fieldset,details,optgroup', heading: 'h1,h2,h3,h4,h5,h6', img: 'img,svg', link: 'a,area', list: 'ul,ol,menu',
    listbox: 'select,datalist', listitem: 'li', main: 'main', meter: 'meter', navigation: 'nav', option: 'option',
    paragraph: 'p', progressbar: 'progress', radio: 'input', region: 'section', row: 'tr', rowgroup: 'tbody,thead,tfoot',
    searchbox: 'input', slider: 'input', spinbutton: 'input', status: 'output', table: 'table', term: 'dfn',
    textbox: 'input,textarea', columnheader: 'th', rowheader: 'th',
  }
  // HTML-AAM gives a paragraph its role, and dom-accessibility-api none
  const roleOf = (one) => getRole(one) ?? (one.localName === 'p' ? 'paragraph' : null)
  const LABELLED = 'input,select,textarea,button,meter,progress,output,[aria-label],[aria-labelledby]'
  const plain = (words) => (words || '').replace(/\s+/g, ' ').trim()
  const fits = (place, name) => place.name === null ||
    (place.whole ? plain(name) === plain(place.name) : plain(name).toLowerCase().includes(plain(place.name).toLowerCase()))

  function candidates(place, scope) {
    if (place.role === 'labelled') {
      return [...scope.querySelectorAll(LABELLED)].filter((one) => place.name !== null && fits(place, labelOf(one)))
    }
    const selector = [`[role~="${place.role}"]`, native[place.role]].filter(Boolean).join(',')
    return [...scope.querySelectorAll(selector)].filter((one) =>
      roleOf(one) === place.role && !isInaccessible(one) && fits(place, computeAccessibleName(one)))
  }

  function labelOf(one) {
    const said = one.getAttribute('aria-label')
    if (said) return said
    const by = one.getAttribute('aria-labelledby')
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.textContent || '').join(' ')
    return [...(one.labels || [])].map(ownWords).join(' ')
  }

  // a label's words without those of the fields in it
  function ownWords(label) {
    const copy = label.cloneNode(true)
    copy.querySelectorAll('select,textarea,input').forEach((one) => one.remove())
    return copy.textContent
  }

  function find(places) {
    let scopes = [document]
    for (const place of places) {
      scopes = [...new Set(scopes.flatMap((scope) => candidates(place, scope)))]
    }
    return scopes
  }

  const seen = (one) => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one)
    return box.width > 0 && box.height > 0 && style.visibility === 'visible'
  }
  const usable = (one) => !one.matches(':disabled') && one.closest('[aria-disabled="true"]') === null

  function onTop(one) {
    const box = one.getBoundingClientRect()
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return met !== null && (one === met || one.contains(met) || met.closest('label')?.control === one)
  }

  // Why something cannot be acted on; empty when it can.
  function obstacle(one, wants) {
    if (wants === 'there') return ''
    if (!seen(one)) return 'it is not to be seen'
    if (wants === 'seen') return ''
    if (!usable(one)) return 'it is disabled'
    one.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})
    return onTop(one) ? '' : 'something lies over it'
  }

  function inWindow(one) {
    one.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'})
    const box = one.getBoundingClientRect()
    let x = box.x, y = box.y
    for (let at = window; at.frameElement; at = at.parent) {
      const frame = at.frameElement, outer = frame.getBoundingClientRect()
      x += outer.x + frame.clientLeft
      y += outer.y + frame.clientTop
    }
    return {x, y, width: box.width, height: box.height}
  }

  // what was heard lasts as long as the tab, as far as the page may put things by
  let heard = []
  try { heard = JSON.parse(sessionStorage.getItem(KEPT) || '[]') } catch { /* a page of no origin has no storage */ }
  function hear(one) {
    heard.push(one)
    try { sessionStorage.setItem(KEPT, JSON.stringify(heard)) } catch { /* as above */ }
  }
  function drain() {
    const all = heard
    heard = []
    try { sessionStorage.removeItem(KEPT) } catch { /* as above */ }
    return all
  }

  for (const [kind, name] of [['error', 'error'], ['warning', 'warn']]) {
    const own = console[name].bind(console)
    console[name] = (...words) => { hear({kind, text: words.map(String).join(' ')}); own(...words) }
  }
  addEventListener('error', (event) => hear({kind: 'error', text: event.message}))
  addEventListener('unhandledrejection', (event) => hear({kind: 'error', text: String(event.reason)}))
  const fetchOf = window.fetch
  window.fetch = async (...words) => {
    const asked = new Request(...words), sent = await asked.clone().text().catch(() => '')
    const answer = await fetchOf(...words)
    hear({kind: 'exchange', method: asked.method, url: answer.url, status: answer.status,
          trace: answer.headers.get('x-trace-id') || '', sent})
    return answer
  }
  const open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send
  XMLHttpRequest.prototype.open = function (method, ...rest) { this.__mm = method; return open.call(this, method, ...rest) }
  XMLHttpRequest.prototype.send = function (body) {
    this.addEventListener('loadend', () => this.status && hear({
      kind: 'exchange', method: this.__mm.toUpperCase(), url: this.responseURL, status: this.status,
      trace: this.getResponseHeader('x-trace-id') || '', sent: typeof body === 'string' ? body : '',
    }))
    return send.call(this, body)
  }

  // The middle of what can be seen of something, in the window.
  function middle(one) {
    const {x, y} = inWindow(one), box = one.getBoundingClientRect()
    const seenFrom = (low, size, most) => (Math.max(low, 0) + Math.min(low + size, most)) / 2 - low
    return [x + seenFrom(box.x, box.width, innerWidth), y + seenFrom(box.y, box.height, innerHeight)]
  }

  // What was found stays here and is not handed out: an element that was made in one document and stands in another,
  // as on GrapesJS's canvas, is nothing that WebKit's driver can name.
  let held = null

  window.__mm = {
    drain,
    look(places, wants) {
      const found = find(places)
      if (found.length === 0) return {count: 0, obstacle: 'there is none'}
      if (found.length > 1) return {count: found.length, obstacle: `there are ${found.length}`}
      ;[held] = found
      return {count: 1, obstacle: obstacle(held, wants)}
    },
    all: (places) => find(places).length,
    state(places) {
      const found = find(places)
      return {count: found.length, visible: found.length === 1 && seen(found[0]),
              enabled: found.length === 1 && usable(found[0])}
    },
    element: () => held,
    text: () => held.innerText,
    value: () => held.value,
    focus: () => held.focus(),
    offered: () => [...held.options].map((one) => one.label.trim()),
    chosen: () => held.selectedOptions[0]?.label.trim() ?? null,
    box: () => inWindow(held),
    middle: () => middle(held),
    focused: () => held === document.activeElement,
    rests(done) {
      const drawn = () => JSON.stringify(held.getBoundingClientRect())
      const before = drawn()
      requestAnimationFrame(() => requestAnimationFrame(() => done(held.isConnected && drawn() === before)))
    },
  }
})
