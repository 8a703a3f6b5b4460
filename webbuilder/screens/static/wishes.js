// What is asked of the server once, whatever becomes of an answer.

// A wish whose answer was lost may have been done: it is sent once more by the same key, by which it is done once.
// Null where nobody answered it for good.
export async function wished(address) {
  const wish = { method: 'POST', headers: { 'Idempotency-Key': crypto.randomUUID() } }
  const heard = async () => {
    const answer = await fetch(address, wish)
    const said = await answer.json()
    if (answer.status >= 500 || said.type?.endsWith('still-at-work')) throw new Error(`${address} was answered ${answer.status}`)
    return { ok: answer.ok, said }
  }
  return heard().catch(heard).catch(() => null)
}
