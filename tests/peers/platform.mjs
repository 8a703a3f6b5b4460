// Where the platform answers, by the file that `make platform` and the bench write.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
const file = process.env.MM_STATE ?? join(cache, 'magic-moment', 'local.json')

export const platform = JSON.parse(readFileSync(file, 'utf8'))
