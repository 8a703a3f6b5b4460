// Draws a record as one page, with Cucumber's own formatter: node record_page.mjs messages.ndjson page.html
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(`${process.cwd()}/package.json`) // the packages are the project's, wherever this file lies
const { CucumberHtmlStream } = await import(pathToFileURL(require.resolve('@cucumber/html-formatter')))
const OURS = 'application/vnd.magic-moment+json' // what only our own readers understand

const [record, page] = process.argv.slice(2)
const stream = new CucumberHtmlStream()
const written = createWriteStream(page)
stream.pipe(written)
for await (const line of createInterface({ input: createReadStream(record) })) {
  const envelope = JSON.parse(line)
  if (envelope.attachment?.mediaType === OURS) continue
  if (!stream.write(envelope)) await once(stream, 'drain')
}
stream.end()
await finished(written)
