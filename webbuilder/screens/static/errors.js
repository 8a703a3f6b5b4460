// What fails in our own scripts is counted by the platform, and whoever uses the page is told its number.
{
  const ours = /\/static\/([a-z_-]+\.js)/
  const named = [/^\s*at (?:async |new )*([\w$.]+) \(/, /^([\w$.]+)@/] // as Chromium writes it, and as all others do
  const unreached = /fetch|load failed|network/i // nobody answered: the script that asked says so
  const most = 5 // of one page
  const told = new Set()
  let leaving = false
  addEventListener('pagehide', () => { leaving = true })
  addEventListener('pageshow', () => { leaving = false })

  const tell = words => {
    const known = document.getElementById('told')
    if (known) { known.textContent = words; return }
    const alert = document.createElement('p')
    alert.setAttribute('role', 'alert')
    alert.textContent = words
    document.querySelector('main')?.prepend(alert)
  }

  async function met(error) {
    const line = String(error?.stack ?? '').split('\n').find(line => ours.test(line)) // the innermost of ours
    if (!line || leaving || error.name === 'AbortError' || (error.name === 'TypeError' && unreached.test(error.message))) return
    const said = { error: error.name, script: line.match(ours)[1], function: named.map(one => line.match(one)?.[1]).find(Boolean) ?? '', page: location.pathname }
    const key = JSON.stringify(said)
    if (told.has(key) || told.size >= most) return
    told.add(key)
    const answer = await fetch('/script-errors', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: key, keepalive: true }).catch(() => null)
    const number = answer?.ok ? (await answer.json()).number : ''
    tell(`Something went wrong on this page. Load it again.${number ? ` Tell support the number ${number}.` : ''}`)
  }
  addEventListener('error', event => { met(event.error) })
  addEventListener('unhandledrejection', event => { met(event.reason) })
}
