// Tells how editors read the sentences of a folder: by the service that VS Code's Cucumber extension is made of.
// node language_service.mjs FOLDER prints {"definitions": count, "errors": [text], "unresolved": [place and words]}
import { ExpressionBuilder, getGherkinDiagnostics } from '@cucumber/language-service'
import { WasmParserAdapter } from '@cucumber/language-service/wasm'
import { globSync, readFileSync } from 'node:fs'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

const grammars = fileURLToPath(new URL('../..', import.meta.resolve('@cucumber/language-service')))
const parser = new WasmParserAdapter(grammars)
await parser.init()

chdir(process.argv[2])
const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'))
const files = (name) => settings[name].flatMap((pattern) => globSync(pattern)).sort()
const text = (path) => readFileSync(path, 'utf8')
const sources = files('cucumber.glue').map((uri) => ({ uri, languageName: 'python', content: text(uri) }))
const types = settings['cucumber.parameterTypes']
const { expressionLinks, errors } = new ExpressionBuilder(parser).build(sources, types)
const expressions = expressionLinks.map((link) => link.expression)
const unresolved = files('cucumber.features').flatMap((path) =>
  getGherkinDiagnostics(text(path), expressions)
    .map(({ range, message }) => `${path}:${range.start.line + 1} ${message}`))
console.log(JSON.stringify({ definitions: expressions.length, errors: errors.map(String), unresolved }))
