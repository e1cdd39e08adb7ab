import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {text} from 'node:stream/consumers'
import {LakeError} from '../lake/errors.ts'
import {openLake} from '../lake/lake.ts'
import {reviewExtension} from '../plugins/review-workflow/lake/index.ts'
import {type Answer, askServer, runCommand} from './control.ts'
import {commands, type CommandInput} from './lakeCommands.ts'

/** `npm run --silent lake -- <command> --data DIR [--json]`: see `commands` for what there is. */
const {words, options} = split(process.argv.slice(2))
const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find(
  (candidate) => candidate in commands,
)

if (name === undefined) {
  const usages = Object.values(commands).map(({usage}) => `  ${usage}`)
  console.error(
    ['The commands are:', ...usages, 'each with --data DIR (default .lake) and --json.'].join('\n'),
  )
  process.exit(2)
}

const dir = resolve(options['data'] ?? process.env['LAKE_DATA'] ?? '.lake')
const input: CommandInput = {
  words,
  options,
  input: process.stdin.isTTY ? '' : await text(process.stdin),
}

try {
  const answer = (await askServer(dir, name, input)) ?? (await alone(name))
  if ('error' in answer) {
    console.error(answer.error)
    process.exitCode = 1
  } else {
    const {output} = answer
    console.log(options['json'] === undefined ? output.text : JSON.stringify(output.json, null, 2))
    if (output.failed) process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof LakeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function alone(command: string): Promise<Answer> {
  if (!existsSync(dir)) {
    return {
      error: `There is no data folder at ${dir}. Name it with --data, or make it with "npm start".`,
    }
  }
  const lake = await openLake({
    dir,
    now: () => new Date(),
    newId: randomUUID,
    extension: reviewExtension,
  })
  try {
    return await runCommand(lake, command, input)
  } finally {
    await lake.close()
  }
}

function split(argv: readonly string[]): {words: string[]; options: Record<string, string>} {
  const found: string[] = []
  const named: Record<string, string> = {}
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (!argument.startsWith('--')) {
      found.push(argument)
      continue
    }
    const [key = '', value] = argument.slice(2).split(/=(.*)/s)
    if (value !== undefined) named[key] = value
    else if (key === 'json') named[key] = 'true'
    else named[key] = argv[(index += 1)] ?? ''
  }
  return {words: found, options: named}
}
