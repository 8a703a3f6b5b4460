// What the copywriter writes, while it writes; nothing of it is on the page before somebody accepts it.

const LONGEST = 60000 // ms; the server gives up sooner, and says why

// The events of a stream, each as soon as it is whole (WHATWG HTML, server-sent events).
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    const parts = (text + value).split('\n\n')
    text = parts.pop()
    for (const part of parts) yield JSON.parse(part.slice('data: '.length))
  }
}

const made = (name, values = {}, ...inside) => {
  const one = Object.assign(document.createElement(name), values)
  one.append(...inside)
  return one
}

export class Writing {
  // `root` is what is rewritten where nothing is chosen; `flush` stores what waits; `tell` says what came to nothing.
  constructor(form, box, site, root, { flush, tell }) {
    Object.assign(this, { form, box, flush, tell, address: `/api/sites/${site}/suggestions/writing` })
    form.addEventListener('submit', event => { event.preventDefault(); this.ask(form.elements.component.value || root, 0) })
    box.addEventListener('click', ({ target }) => {
      if (target.closest('[data-stops]')) this.asked.abort()
      const { about, again } = target.closest('[data-again]')?.dataset ?? {}
      if (again) this.ask(about, Number(again))
    })
  }

  // Ask for words about a component; another `alternative` gives others. Whoever asks anew hears nothing more of what was asked before.
  async ask(component, alternative) {
    this.asked?.abort()
    const { signal } = this.asked = new AbortController()
    this.tell('')
    this.stood ??= [...this.box.childNodes] // what can be decided on comes back where nothing comes of it
    this.show([])
    this.box.scrollIntoView({ block: 'end' })
    try {
      await this.listen(component, alternative, signal)
      this.stood = null
    } catch (error) {
      if (this.asked.signal !== signal) return // it was asked anew
      this.box.replaceChildren(...this.stood)
      this.stood = null
      if (signal.aborted) this.box.prepend(made('p', { className: 'hint', role: 'status', textContent: 'Stopped. Your page is as it was.' }))
      else this.tell((error.status === 422 && error.errors?.map(one => one.detail.replace('Value error, ', '')).join('; ')) || error.detail || 'The builder cannot be reached. Your page is as it was; try again in a moment.')
    }
  }

  async listen(component, alternative, signal) {
    await this.flush().catch(() => { throw { detail: 'Your edits are not saved yet. Try again in a moment.' } })
    const { component: _, ...brief } = Object.fromEntries(new FormData(this.form))
    const answer = await fetch(this.address, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ component, brief, alternative }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
    })
    if (!answer.ok) throw await answer.json()
    for await (const said of events(answer.body)) {
      if (said.type === 'refused') throw said.problem
      if (said.type === 'words') this.show(said.wordings)
      if (said.type === 'suggestion') return this.offer(said.suggestion.id, signal)
    }
    throw {} // it ended without an end
  }

  async offer(id, signal) {
    const answer = await fetch(`/suggestions/${id}`, { signal })
    if (!answer.ok) throw {}
    const panel = await answer.text()
    if (signal.aborted) throw {}
    this.box.innerHTML = panel
    htmx.process(this.box)
    document.getElementById('asked').textContent = this.box.querySelector('[data-asked]').dataset.asked
    this.box.scrollIntoView({ block: 'end' })
  }

  show(wordings) {
    const lines = wordings.map(({ before, after }) => made('li', {}, made('del', { textContent: before }), made('ins', { textContent: after })))
    this.box.replaceChildren(
      made('p', { className: 'hint', role: 'status', textContent: 'The copywriter is writing…' }),
      made('button', { type: 'button', className: 'outline secondary', textContent: 'Stop' }),
      made('ul', { className: 'wordings' }, ...lines))
    this.box.querySelector('button').dataset.stops = ''
  }
}
