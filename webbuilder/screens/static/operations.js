// The queue of operations: one save in flight, nothing lost while it flies, and a state that is always true.

const PAUSE = 250 // ms after the last edit: long enough for a word, short enough for "Saved" within a second
export const AGAIN = 2000 // ms between tries while the server cannot be reached
const GOES_ON = 5000 // ms: who writes on at one place within that is at one act still
export const PATIENCE = 10000 // ms after which nobody is waited for any more
const NOT_NOW = new Set([401, 403, 429]) // refused for who asks and when, and not for what is asked: it is asked again
const NOT_YET = /(put-away|still-at-work)$/ // and so are these: the site comes back, the work ends
const WRITTEN = new Set(['text', 'label', 'answer', 'author', 'role', 'send', 'thanks', 'title', 'alternative', 'options', 'address'])

export class Operations {
  constructor(site, client, revision, said) {
    this.client = client // this machine, by which the log tells our own operations from those of others
    this.address = `/api/sites/${site}/operations`
    this.seen = revision // up to which everything of everybody stands on the canvas
    this.stored = revision // of what is ours; others may have been here in between
    this.said = said // (state, words) => void
    this.waiting = []
    this.batch = null // what is stored together, by one key: whatever becomes of an answer, it is sent again as it was
    this.flying = null
    this.refused = [] // what cannot be stored, until its person has settled that
    this.act = { number: 0 } // what its person is at: writing at one place is one act, all else one each time
    this.acts = new WeakMap() // operation -> the number of its act
    this.last = {} // the act that was stored last, and the first revision of its step in the log
    this.unheard = [] // what is stored, and not told yet with what others did: with the revision of each
  }

  // Take operations in; several values for one component, given in one act, become one operation.
  add(operations) {
    this.follow(operations)
    for (const operation of operations) {
      const last = this.waiting.at(-1)
      if (operation.kind === 'set' && last?.kind === 'set' && this.acts.get(last) === this.act.number && last.id === operation.id) Object.assign(last.properties, operation.properties)
      else { this.acts.set(operation, this.act.number); this.waiting.push(operation) }
    }
    if (this.stuck === 'Conflict') return // nothing is sent before that is settled, so it is not called saving
    this.said('Saving')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), PAUSE)
  }

  // Resolve once everything taken in so far is stored; reject when it cannot be.
  async flush() {
    clearTimeout(this.timer)
    while (this.unstored) {
      await (this.flying ?? this.send())
      if (this.stuck) throw new Error(this.stuck)
    }
  }

  // Know which act this belongs to: to write on where one has just written is the same one.
  follow(operations) {
    const [{ kind, id, properties = {} }] = operations, [name, ...more] = Object.keys(properties)
    const place = operations.length === 1 && kind === 'set' && !more.length && WRITTEN.has(name) ? `${id} ${name}` : null
    const goesOn = place !== null && place === this.act.place && performance.now() - this.act.when < GOES_ON
    this.act = { number: this.act.number + !goesOn, place, when: performance.now() }
  }

  // What is done from here on is another act, wherever it is done.
  ends() { this.act.place = null }

  // Take the oldest act that waits, as far as it was done, and know whether part of it is stored already.
  next() {
    const act = this.acts.get(this.waiting[0])
    const end = this.waiting.findIndex(one => this.acts.get(one) !== act)
    const operations = this.waiting.splice(0, end < 0 ? this.waiting.length : end)
    return { operations, act, key: crypto.randomUUID(), continues: this.last.act === act ? this.last.first : undefined }
  }

  send() {
    clearTimeout(this.again)
    if (this.flying || this.stuck === 'Conflict' || !(this.batch || this.waiting.length)) return this.flying
    this.batch ??= this.next()
    this.flying = this.deliver(this.batch).finally(() => {
      this.flying = null
      if (this.waiting.length && !this.stuck) this.send()
    })
    return this.flying
  }

  async deliver({ operations, key, act, continues }) {
    const headers = { 'Content-Type': 'application/json', 'X-Client': this.client, 'Idempotency-Key': key }
    const asked = fetch(this.address, { method: 'POST', headers, body: JSON.stringify({ operations, continues }), signal: AbortSignal.timeout(PATIENCE) })
    const answer = await asked.catch(() => null), said = await answer?.json().catch(() => null)
    const later = said && (NOT_NOW.has(answer.status) || NOT_YET.test(said.type))
    if (!said || later || answer.status >= 500) {
      const why = later ? `${said.detail} Your edits are kept here.` : 'The builder cannot be reached. Your edits are kept here and sent when it answers again.'
      this.stuck = 'Offline'
      this.said('Offline', why)
      clearTimeout(this.again)
      this.again = setTimeout(() => { if (this.stuck !== 'Offline') return; this.stuck = null; this.send() }, AGAIN) // a conflict stays one
      return
    }
    this.batch = null
    if (answer.ok) this.last = { act, first: said.step }
    if (answer.ok) this.unheard.push(...operations.map((one, place) => ({ ...one, revision: said.revision - operations.length + 1 + place })))
    if (answer.ok) this.delivered(said.revision, operations.length)
    else { this.refused = operations; this.stuck = 'Conflict'; this.said('Conflict', said.detail) }
  }

  delivered(revision, many) {
    this.stored = revision ?? this.stored
    if (revision === this.seen + many) this.heard(revision) // else others were here, and what they did is still to come
    this.stuck = null
    if (!this.waiting.length) this.said('Saved')
  }

  // Say "Saved" where that is so: what waits or flies says so itself once it is stored, and what is stuck has said why.
  // With null what was told before stays.
  settled(words) {
    if (!this.unstored && !this.stuck) this.said('Saved', words)
  }

  // Whether anything here is stored nowhere.
  get unstored() { return Boolean(this.waiting.length || this.batch || this.refused.length) }

  // Know that everything up to a revision stands on the canvas.
  heard(revision) {
    this.seen = Math.max(this.seen, revision)
    this.unheard = this.unheard.filter(one => one.revision > this.seen)
  }

  // The words in what cannot be stored, and in all that was done after it.
  get homeless() {
    const sets = [...this.refused, ...this.waiting].filter(({ kind }) => kind === 'set')
    const written = sets.flatMap(({ properties }) => Object.entries(properties)).filter(([name, words]) => WRITTEN.has(name) && words)
    return [...new Set(written.map(([, words]) => words))]
  }

  // Let go of what cannot be stored, and of all that was done after it.
  letGo() {
    this.refused = []
    this.waiting = []
    this.stuck = null
  }

  // The newest revision of which anything stands on the canvas.
  get known() { return Math.max(this.seen, this.stored) }

  // Know that what is on its way was stored, by its being told before its answer came.
  told(revision) { if (this.batch && revision > this.known) this.batch.revision = revision }

  // What of ours comes after an operation of somebody else's, though it stands here before it.
  after({ revision }) {
    const flying = this.batch && !(this.batch.revision < revision) ? this.batch.operations : []
    return [...this.unheard.filter(one => one.revision > revision), ...flying, ...this.waiting]
  }

  // Whether we have rearranged the page after somebody else did: the order counts, and theirs comes too late here.
  rearrangedAfter(operations) {
    return operations.some(one => one.kind !== 'set' && this.after(one).some(({ kind }) => kind !== 'set'))
  }

  // What others did, less the values that we have changed ourselves after them: those stand.
  lessOurs(operations) {
    const isOurs = (other, name) => this.after(other).some(one => one.kind === 'set' && one.id === other.id && name in one.properties)
    return operations.map(one => one.kind !== 'set' ? one : { ...one, properties: Object.fromEntries(Object.entries(one.properties).filter(([name]) => !isOurs(one, name))) })
  }

  // What was done since we looked last, in order, and up to which revision.
  async since() {
    const answer = await fetch(`${this.address}?since=${this.seen}`, { signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok) throw new Error(`catching up was refused: ${answer.status}`)
    return answer.json()
  }
}
