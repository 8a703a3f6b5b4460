// Properties that are no words: one of several values, yes or no, a list; and addresses that are looked at before they count.

import { change, properties } from './types.js'

const SPOKEN = { long_text: 'a longer text', choice: 'one of several', consent: 'a consent', email: 'an e-mail address', phone: 'a phone number', text: 'a short text' }
const ONLY = new Set(['look', 'kind'])

// A row for a property that is chosen and not written; nothing for one that is words.
export function chosen(component, name, words, rule, again) {
  const row = document.createElement('label')
  if (rule.type === 'boolean') {
    const box = row.appendChild(Object.assign(document.createElement('input'), { type: 'checkbox', checked: properties(component)[name] }))
    row.append(words)
    box.addEventListener('change', () => change(component, { [name]: box.checked }))
    return row
  }
  row.append(words)
  if (rule.type === 'array') {
    const lines = row.appendChild(Object.assign(document.createElement('textarea'), { value: properties(component)[name].join('\n') }))
    Object.assign(lines.dataset, { property: name, whole: '' }) // they count once one leaves them
    const read = () => [...new Set(lines.value.split('\n').map(line => line.trim().slice(0, rule.items.maxLength)).filter(Boolean))].slice(0, rule.maxItems)
    lines.addEventListener('change', () => { if (read().length) change(component, { [name]: read() }) })
    return row
  }
  if (!rule.enum || !ONLY.has(name)) return null
  const list = row.appendChild(document.createElement('select'))
  for (const value of rule.enum) list.add(new Option(SPOKEN[value] ?? value, value, false, value === properties(component)[name]))
  list.addEventListener('change', () => {
    // what a choice offers belongs to a choice only, and a choice offers something
    const options = name === 'kind' ? { options: list.value === 'choice' ? ['This', 'That'] : [] } : {}
    change(component, { [name]: list.value, ...options })
    again()
  })
  return row
}

// Say why what stands in a field cannot stay; whether it is so.
export function refused(input, rule, tell) {
  const fits = new RegExp(rule.pattern, 'u').test(input.value)
  input.setAttribute('aria-invalid', String(!fits))
  tell(fits ? '' : rule.description)
  return !fits
}
