// What is asked of the server once, whatever becomes of an answer.

import { PATIENCE } from './operations.js'

// A wish whose answer was lost may have been done: it is sent once more by the same key, by which it is done once.
// Null where nobody answered it for good.
export async function wished(address) {
  const wish = { method: 'POST', headers: { 'Idempotency-Key': crypto.randomUUID() } }
  const patient = () => ({ ...wish, signal: AbortSignal.timeout(PATIENCE) })
  const heard = async () => {
    const answer = await fetch(address, patient())
    const said = await answer.json()
    if (answer.status >= 500 || said.type?.endsWith('still-at-work')) throw new Error(`${address} was answered ${answer.status}`)
    return { ok: answer.ok, said }
  }
  return heard().catch(heard).catch(() => null)
}
