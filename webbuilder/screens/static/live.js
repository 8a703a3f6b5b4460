// The line to everybody else who has this site open: what they do comes in, and where one is goes out.

const PAUSES = [300, 700, 1500, 3000] // ms between tries while nobody answers
const SETTLED = 120 // ms that one stays at a place before it is told
const FOR_GOOD = new Set([4400, 4401, 4404]) // close codes after which nobody tries again; the reason is for a person

export class Live {
  constructor(address, since, heard) {
    this.address = address
    this.since = since // () => the revision up to which everything is known
    this.heard = heard // { welcome, people, operations, lost, ended }
    this.tries = 0
    this.open()
  }

  open() {
    const socket = this.socket = new WebSocket(`${this.address}&since=${this.since()}`)
    socket.addEventListener('open', () => this.say())
    socket.addEventListener('message', ({ data }) => { const said = JSON.parse(data); if (said.type === 'welcome') this.tries = 0; this.heard[said.type]?.(said) })
    socket.addEventListener('close', ({ code, reason }) => {
      if (FOR_GOOD.has(code)) { this.heard.ended(reason); return }
      this.heard.lost()
      setTimeout(() => this.open(), PAUSES[Math.min(this.tries++, PAUSES.length - 1)])
    })
  }

  // Where one is by now: told once it is settled, and not at each step of a hand that goes down the list.
  look(page, component) {
    if (this.seen && this.seen.page === page && this.seen.component === component) return
    this.seen = { type: 'look', page, component }
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.say(), SETTLED)
  }

  say() { if (this.seen && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(this.seen)) }
}

// Who else is here, as the bar above the page names them.
export function others(box, people, me) {
  const names = new Map(people.filter(({ client }) => client !== me).map(one => [one.name, one]))
  box.replaceChildren(...[...names.keys()].map(name => {
    const one = document.createElement('li')
    one.textContent = name
    return one
  }))
  box.hidden = !names.size
}
