// The builder's queue of operations, in orders of answers that no scenario can bring about at will.

import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'
import { Operations } from '../../webbuilder/screens/static/operations.js'

const headline = text => ({ kind: 'set', id: 'c-1', properties: { text } })
const by = (client, revision, one) => ({ ...one, client, revision })
let sent, states, answers, queue

beforeEach(() => {
  sent = []
  states = []
  answers = []
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
  globalThis.fetch = async (_address, { body }) => {
    sent.push(JSON.parse(body))
    const [status, said] = answers.shift() ?? [503, {}]
    return { ok: status < 400, status, json: async () => said }
  }
  AbortSignal.timeout = () => undefined
  queue = new Operations('site-1', 'mine', 8, word => states.push(word))
})

const settled = async () => { for (let turn = 0; turn < 20; turn++) await Promise.resolve() }
const after = async ms => { mock.timers.tick(ms); await settled() }

test('what others stored before ours gives way to ours, though we hear of it after ours was stored', async () => {
  answers = [[200, { revision: 10, step: 10 }]]
  queue.add([headline('Rye at five')])
  await after(250)
  assert.deepEqual([states.at(-1), queue.seen], ['Saved', 8], 'something of others is still to come')
  const [theirs] = queue.lessOurs([by('theirs', 9, headline('Half price'))])
  assert.deepEqual(theirs.properties, {})
})

test('what others stored after ours stands, though ours is told before its answer comes', async () => {
  answers = [[503, {}]]
  queue.add([headline('Rye at five')])
  await after(250)
  queue.told(9)
  assert.deepEqual(queue.lessOurs([by('theirs', 10, headline('Half price'))])[0].properties, { text: 'Half price' })
  assert.deepEqual(queue.lessOurs([by('theirs', 8, headline('Half price'))])[0].properties, {})
})

test('what others stored after ours stands', async () => {
  answers = [[200, { revision: 9, step: 9 }]]
  queue.add([headline('Rye at five')])
  await after(250)
  const [theirs] = queue.lessOurs([by('theirs', 10, headline('Half price'))])
  assert.deepEqual(theirs.properties, { text: 'Half price' })
})

test('a page that both rearranged is looked at anew where theirs came first', async () => {
  answers = [[200, { revision: 10, step: 10 }]]
  queue.add([{ kind: 'move', id: 'c-1', parent: 'c-0', after: null }])
  await after(250)
  const move = { kind: 'move', id: 'c-2', parent: 'c-0', after: null }
  assert.ok(queue.rearrangedAfter([by('theirs', 9, move)]))
  assert.ok(!queue.rearrangedAfter([by('theirs', 11, move)]))
})

test('however much is written while nothing can be stored, it is tried again one try at a time', async () => {
  for (let number = 0; number < 50; number++) {
    queue.add([headline(`Rye ${number}`)])
    await after(250)
  }
  sent = []
  for (let second = 0; second < 20; second++) await after(1000)
  assert.ok(sent.length <= 10, `${sent.length} tries in 20 s`)
  assert.equal(states.at(-1), 'Offline')
})

test('acts that waited together are sent apart, in order', async () => {
  queue.add([headline('Rye at five')])
  queue.add([{ kind: 'remove', id: 'c-2' }])
  queue.add([headline('Rye at six')])
  answers = [9, 10, 11].map(revision => [200, { revision, step: revision }])
  await after(250)
  assert.deepEqual(sent.map(({ operations }) => operations.map(({ kind }) => kind)), [['set'], ['remove'], ['set']])
  assert.deepEqual(sent.map(({ continues }) => continues), [undefined, undefined, undefined])
})

test('an act that could not join another is gone on with by its own step', async () => {
  answers = [[200, { revision: 9, step: 9 }], [200, { revision: 11, step: 11 }], [200, { revision: 12, step: 11 }]]
  for (const words of ['Rye', 'Rye at', 'Rye at five']) {
    queue.add([headline(words)])
    await after(250)
  }
  assert.deepEqual(sent.map(({ continues }) => continues), [undefined, 9, 11])
})

test('words at one place are one act, until there is a pause of five seconds', async () => {
  const clock = mock.method(performance, 'now', () => time)
  let time = 1000
  answers = [9, 10, 11].map(revision => [200, { revision, step: 9 }])
  for (const pause of [0, 4999, 5001]) {
    time += pause
    queue.add([headline(`Rye ${pause}`)])
    await after(250)
  }
  clock.mock.restore()
  assert.deepEqual(sent.map(({ continues }) => continues), [undefined, 9, undefined])
})

test('what is put away is kept and asked again, and what is refused for good is not', async () => {
  answers = [[409, { type: '/problems/put-away', detail: 'It was put away.' }], [200, { revision: 9, step: 9 }]]
  queue.add([headline('Rye at five')])
  await after(250)
  assert.ok(queue.unstored)
  await after(2000)
  assert.deepEqual([states.at(-1), queue.unstored], ['Saved', false])
  answers = [[409, { type: '/problems/component-gone', detail: 'It is gone.' }]]
  queue.add([headline('Rye at six')])
  await after(250)
  assert.deepEqual([states.at(-1), queue.homeless], ['Conflict', ['Rye at six']])
})
