// Pictures from one's own machine: chosen beside the canvas, or dropped onto it.

import { add, misfit } from './palette.js'
import { change, properties } from './types.js'

const KINDS = 'image/png,image/jpeg,image/gif,image/webp'
const NAME = 120 // characters of a name that are kept

const spoken = file => file.name.replace(/\.[^.]*$/, '') // words for those who do not see it, until there are better ones

// Keep a file as a picture and return where it is; where that is refused, say why and return null.
async function bring(file, tell) {
  tell(`Bringing ${file.name} …`, 'noted')
  const wish = { method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file }
  try {
    const answer = await fetch(`/api/images?name=${encodeURIComponent(file.name.slice(0, NAME))}`, wish)
    const said = await answer.json()
    tell(answer.ok ? '' : said.detail)
    return answer.ok ? said.address : null
  } catch {
    tell(`${file.name} could not be brought, since the builder cannot be reached. Try again in a moment.`)
    return null
  }
}

// A row that lets one choose a picture for an image.
export function choosing(component, tell, again) {
  const row = document.createElement('label')
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: KINDS })
  row.append('Choose a picture', input)
  input.addEventListener('change', async () => {
    const [file] = input.files
    const address = file && await bring(file, tell)
    if (!address) return
    change(component, { address, alternative: properties(component).alternative || spoken(file) })
    again()
  })
  return row
}

// Let files that are dropped onto the canvas stand behind what they were dropped onto, one behind the other.
export function dropping(editor, hands, types, tell) {
  const frame = editor.Canvas.getWindow()
  const holdsFiles = event => event.dataTransfer?.types.includes('Files')
  frame.addEventListener('dragover', event => { if (holdsFiles(event)) event.preventDefault() }, true)
  frame.addEventListener('drop', async event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const files = [...event.dataTransfer.files] // gone once this has been told of
    editor.select(hands.meant(event.target))
    for (const file of files) {
      const address = await bring(file, tell)
      if (!address) return
      const made = add(editor, editor.Blocks.get('image'))
      if (made) change(made, { address, alternative: spoken(file) })
      else tell(misfit(types, 'image', 'That place'))
    }
  }, true)
}
